#include "page/part_names.hpp"

#include <array>

namespace recoupe::page {
namespace {

constexpr std::size_t longest = 40;  // bytes of a name worth looking up

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

struct Word {  // being collected, in small letters
  std::array<char, longest> letters;
  std::size_t length = 0;
  void add(char c) {
    if (length < longest) letters[length] = is_capital(c) ? static_cast<char>(c + 32) : c;
    ++length;
  }
  std::string_view view() const { return {letters.data(), length <= longest ? length : 0}; }
};

}  // namespace

void PartNames::add(std::string_view name, PartName says) {
  if (name.empty() || name.size() > longest) return;
  names_[std::string(name)] |= 1U << static_cast<unsigned>(says);
  lengths_[static_cast<unsigned char>(name.front())] |= 1ULL << name.size();
}

unsigned PartNames::look_up(std::string_view name) const {
  if (name.empty() || (lengths_[static_cast<unsigned char>(name.front())] >> name.size() & 1U) == 0) return 0;
  const auto found = names_.find(name);
  return found == names_.end() ? 0 : found->second;
}

PartNameSet PartNames::of(std::string_view names) const {
  constexpr unsigned alone = 1U << static_cast<unsigned>(PartName::noise_alone);
  PartNameSet set;
  Word whole;
  Word part;
  char before = ' ';
  for (std::size_t i = 0; i <= names.size(); ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    const bool sign = is_blank(c) || c == '-' || c == '_' || c == ':';
    const bool hump = is_capital(c) && before >= 'a' && before <= 'z';
    if ((sign || hump) && part.length > 0) {
      set.part_ |= look_up(part.view()) & ~alone;
      part.length = 0;
    }
    if (is_blank(c)) {
      set.whole_ |= look_up(whole.view());
      whole.length = part.length = 0;
    } else {
      whole.add(c);
      if (!sign) part.add(c);
    }
    before = c;
  }
  return set;
}

}  // namespace recoupe::page
