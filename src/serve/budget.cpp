#include "serve/budget.hpp"

#include <algorithm>

#include "serve/quotation.hpp"
#include "text/text.hpp"

namespace recoupe::serve {
namespace {

constexpr std::size_t share = 10;               // a tenth of a report
constexpr std::size_t shortest_quotation = 12;  // code points: less says nothing

}  // namespace

void Budget::allow(std::string const& report, std::size_t length) {
  accounts_.try_emplace(report, Account{length / share, false, {}});
}

void Budget::allow_all(std::string const& report) { accounts_[report] = Account{0, true, {}}; }

bool Budget::whole(std::string const& report) const {
  const auto found = accounts_.find(report);
  return found != accounts_.end() && found->second.whole;
}

std::size_t Budget::left(std::string const& report) const {
  const auto found = accounts_.find(report);
  return found == accounts_.end() ? 0 : found->second.left;
}

std::string Budget::quote(std::string const& report, QuotedPlace place, std::string const& exact, std::size_t most) {
  const auto found = accounts_.find(report);
  if (found == accounts_.end()) return {};
  auto& account = found->second;
  if (account.whole) return quoted(exact, most);
  if (const auto again = account.quoted.find(place); again != account.quoted.end()) return again->second;
  auto words = quoted(exact, std::min(most, account.left));
  const auto length = text::Text::from_utf8(words).length();
  const auto wanted = text::Text::from_utf8(exact).length();
  if (length < std::min(shortest_quotation, wanted)) words.clear();
  if (!words.empty()) account.left -= length;
  return account.quoted[place] = std::move(words);
}

}  // namespace recoupe::serve
