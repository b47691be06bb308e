#include <algorithm>

#include "name/name_tokens.hpp"

namespace recoupe::name {

std::uint16_t Originals::arabic_number(std::string const& word) {
  const auto [found, added] = arabic_.try_emplace(word, static_cast<std::uint16_t>(arabic_.size() + 1));
  if (added) known_.push_back(false);
  return found->second;
}

void Originals::add(std::string latin, std::vector<std::string> const& sure, std::vector<std::string> const& once) {
  std::vector<std::uint16_t> numbers;
  for (auto const& word : sure) {
    numbers.push_back(arabic_number(word));
    known_[numbers.back() - 1U] = true;
  }
  for (auto const& word : once) numbers.push_back(arabic_number(word));
  std::ranges::sort(numbers);
  if (!latin_.try_emplace(std::move(latin), static_cast<std::uint16_t>(latin_.size() + 1)).second) return;
  originals_.push_back(std::move(numbers));
}

std::uint16_t Originals::number_of(std::string const& word, Script script) const {
  auto const& numbers = script == Script::latin ? latin_ : arabic_;
  const auto found = numbers.find(word);
  return found == numbers.end() ? std::uint16_t{0} : found->second;
}

bool Originals::stands_for(std::uint16_t latin, std::uint16_t arabic) const {
  return !known_[arabic - 1U] || std::ranges::binary_search(originals_[latin - 1U], arabic);
}

bool Originals::are_apart(NameToken const& left, NameToken const& right) const {
  if (left.original == 0 || right.original == 0) return false;
  if (left.script != right.script) {
    const bool turned = left.script == Script::arabic;
    return !stands_for((turned ? right : left).original, (turned ? left : right).original);
  }
  if (left.script == Script::arabic || left.original == right.original) return false;
  auto const& some = originals_[left.original - 1U];
  auto const& others = originals_[right.original - 1U];
  return std::ranges::none_of(some, [&](auto number) { return std::ranges::binary_search(others, number); });
}

}  // namespace recoupe::name
