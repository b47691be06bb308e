#include "time/edtf.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

namespace recoupe::time {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

// Digits with X where unknown, as the least and the greatest number that they may be.
struct Range {
  int least = 0;
  int greatest = 0;
};

std::optional<Range> range_of(std::string_view digits, std::size_t length) {
  if (digits.size() != length) return std::nullopt;
  Range range;
  for (char c : digits) {
    if (c != 'X' && (c < '0' || c > '9')) return std::nullopt;
    range.least = range.least * 10 + (c == 'X' ? 0 : c - '0');
    range.greatest = range.greatest * 10 + (c == 'X' ? 9 : c - '0');
  }
  return range;
}

int last_day(int year, int month) {
  return static_cast<int>(static_cast<unsigned>((std::chrono::year{year} / month / std::chrono::last).day()));
}

// Level 2 codes in the place of a month: seasons (widely, as both hemispheres and the weather take them), quarters,
// halves.
std::optional<Range> months_of_part(int code) {
  constexpr Range seasons[] = {{3, 6}, {6, 9}, {9, 12}, {1, 12}};  // a winter lies in two years
  if (code >= 21 && code <= 24) return seasons[code - 21];
  if (code >= 33 && code <= 36) return Range{(code - 33) * 3 + 1, (code - 33) * 3 + 3};
  if (code == 40 || code == 41) return Range{(code - 40) * 6 + 1, (code - 40) * 6 + 6};
  return std::nullopt;
}

std::expected<Days, EdtfError> days_of_one(std::string_view date) {
  while (!date.empty() && (date.back() == '~' || date.back() == '?' || date.back() == '%')) date.remove_suffix(1);
  date = date.substr(0, date.find('T'));
  if (date.empty()) return std::unexpected(EdtfError::empty);
  auto year = range_of(date.substr(0, 4), 4);
  if (!year || (date.size() > 4 && date[4] != '-')) return std::unexpected(EdtfError::malformed);
  const bool year_known = date.substr(0, 4) != "XXXX";
  if (!year_known) year = Range{2000, 2000};
  Range month{1, 12};
  Range day{1, 31};
  if (date.size() > 4) {
    const auto told = range_of(date.substr(5, 2), 2);
    if (!told || (date.size() > 7 && date[7] != '-')) return std::unexpected(EdtfError::malformed);
    if (const auto part = months_of_part(told->least); part && told->least == told->greatest && date.size() == 7) {
      return Days{sys_days{std::chrono::year{year->least} / part->least / 1},
                  sys_days{std::chrono::year{year->greatest} / part->greatest / std::chrono::last}, year_known};
    }
    if (told->least > 12) return std::unexpected(EdtfError::no_such_day);
    month = {std::max(told->least, 1), std::min(told->greatest, 12)};
  }
  if (date.size() > 7) {
    const auto told = range_of(date.substr(8), 2);
    if (!told) return std::unexpected(EdtfError::malformed);
    if (told->least > last_day(year->greatest, month.greatest) || told->greatest < 1)
      return std::unexpected(EdtfError::no_such_day);
    day = {std::max(told->least, 1), told->greatest};
  }
  day.greatest = std::min(day.greatest, last_day(year->greatest, month.greatest));
  return Days{sys_days{std::chrono::year{year->least} / month.least / day.least},
              sys_days{std::chrono::year{year->greatest} / month.greatest / day.greatest}, year_known};
}

constexpr sys_days earliest{std::chrono::year{1} / 1 / 1};
constexpr sys_days latest{std::chrono::year{9999} / 12 / 31};

std::expected<Days, EdtfError> days_of_interval(std::string_view interval) {
  const auto slash = interval.find('/');
  const auto side = [](std::string_view text, sys_days open) -> std::expected<Days, EdtfError> {
    if (text.empty() || text == "..") return Days{open, open, true};
    return days_of_one(text);
  };
  const auto first = side(interval.substr(0, slash), earliest);
  const auto last = side(interval.substr(slash + 1), latest);
  if (!first) return first;
  if (!last) return last;
  return Days{first->first, std::max(first->last, last->last), first->year_known && last->year_known};
}

std::expected<Days, EdtfError> days_of_set(std::string_view set) {
  std::expected<Days, EdtfError> all = std::unexpected(EdtfError::empty);
  for (;;) {
    const auto comma = set.find_first_of(",.");
    const auto one = days_of_one(set.substr(0, comma));
    if (!one) return one;
    all =
        all ? Days{std::min(all->first, one->first), std::max(all->last, one->last), all->year_known && one->year_known}
            : *one;
    if (comma == std::string_view::npos) return all;
    set.remove_prefix(comma + (set.substr(comma).starts_with("..") ? 2 : 1));
  }
}

// The same days in the year 2000, so that a day without a year can be held against one with it.
Days without_year(Days days) {
  const auto moved = [](sys_days day) {
    const year_month_day date{day};
    return sys_days{std::chrono::year{2000} / date.month() / date.day()};
  };
  if (days.last - days.first >= std::chrono::days{365})
    return {sys_days{std::chrono::year{2000} / 1 / 1}, sys_days{std::chrono::year{2000} / 12 / 31}, false};
  return {moved(days.first), moved(days.last), false};
}

std::string digits(int number, int width) {
  auto text = std::to_string(number);
  return std::string(std::max(0, width - static_cast<int>(text.size())), '0') + text;
}

}  // namespace

std::expected<Days, EdtfError> days_of(std::string_view edtf) {
  if (edtf.empty()) return std::unexpected(EdtfError::empty);
  if (edtf.front() == '{' || edtf.front() == '[') {
    if (edtf.size() < 3 || edtf.back() != (edtf.front() == '{' ? '}' : ']'))
      return std::unexpected(EdtfError::malformed);
    return days_of_set(edtf.substr(1, edtf.size() - 2));
  }
  return edtf.find('/') == std::string_view::npos ? days_of_one(edtf) : days_of_interval(edtf);
}

bool compatible(std::string_view left, std::string_view right) {
  auto a = days_of(left);
  auto b = days_of(right);
  if (!a || !b) return true;
  if (a->year_known != b->year_known) (a->year_known ? *a : *b) = without_year(a->year_known ? *a : *b);
  return a->first <= b->last && b->first <= a->last;
}

bool is_exact(std::string_view edtf) {
  if (edtf.find('X') != std::string_view::npos || edtf.find("..") != std::string_view::npos) return false;
  const auto days = days_of(edtf);
  if (!days) return false;
  const auto first = edtf.substr(0, edtf.find_first_of("/T~?%"));
  return edtf.front() == '{' || edtf.front() == '[' || first.size() == 10;
}

std::string to_edtf(year_month_day day) {
  return digits(static_cast<int>(day.year()), 4) + "-" +
         digits(static_cast<int>(static_cast<unsigned>(day.month())), 2) + "-" +
         digits(static_cast<int>(static_cast<unsigned>(day.day())), 2);
}

std::optional<year_month_day> day_of(std::string_view edtf) {
  const auto days = days_of(edtf);
  if (!days || !days->year_known || days->first != days->last) return std::nullopt;
  return year_month_day{days->first};
}

}  // namespace recoupe::time
