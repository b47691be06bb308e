// The items of one sentence, read from left to right.
#pragma once

#include <cassert>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "time/read_date.hpp"

namespace recoupe::time {

// A reader over the items of one sentence: every take_ moves on only where it succeeds.
class Reader {
 public:
  Reader(text::SegmentedText const& body, std::vector<Item> const& items, std::size_t at)
      : body_(body), items_(items), at_(at) {}

  bool at(WordClass kind) const { return at_ < items_.size() && items_[at_].as(kind); }
  // Precondition: at(kind).
  Word const& word(WordClass kind) const {
    assert(at(kind));
    return *items_[at_].as(kind);
  }
  // What is here as `kind`, or nullptr.
  Word const* find(WordClass kind) const { return at(kind) ? items_[at_].as(kind) : nullptr; }
  std::size_t place() const { return at_; }
  void back_to(std::size_t place) { at_ = place; }
  std::size_t end_token() const { return items_[at_ - 1].end; }
  // Bytes behind the last word that are no part of it.
  std::size_t possessive() const { return items_[at_ - 1].possessive; }
  bool behind(WordClass kind) const { return at_ >= 1 && items_[at_ - 1].as(kind); }
  bool behind_sign(std::string_view sign) const { return at_ >= 1 && written(at_ - 1) == sign; }
  bool done() const { return at_ >= items_.size(); }

  std::optional<Word> take(WordClass kind) {
    if (!at(kind)) return std::nullopt;
    return *items_[at_++].as(kind);
  }

  bool take_sign(std::initializer_list<std::string_view> signs) {
    if (!at(WordClass::other) || items_[at_].end > items_[at_].first + 1) return false;
    auto const& folded = body_.tokens[items_[at_].first].folded;
    for (auto sign : signs) {
      if (folded == sign) return ++at_, true;
    }
    return false;
  }

  // "the Monday following", not "that same", which stands before.
  std::optional<Word> take_following() {
    const auto* next = find(WordClass::following);
    return next && !next->leads ? take(WordClass::following) : std::nullopt;
  }

  // A part of the day behind its date, not one joined to "and".
  std::optional<Word> take_part() { return clitics() ? std::nullopt : take(WordClass::part); }

  // 13 · 1st · thirteenth
  std::optional<int> take_day() {
    const auto start = at_;
    if (const auto day = take(WordClass::ordinal)) return day->value;
    const auto day = take(WordClass::number);
    if (!day || day->value < 1 || day->value > 31 || written(start).size() > 2) return at_ = start, std::nullopt;
    if (at(WordClass::suffix) && !spaced()) ++at_;
    return day->value;
  }

  std::optional<int> take_year() {
    const auto start = at_;
    const auto year = take(WordClass::number);
    if (!year || year->value < 1000 || year->value > 2999 || written(start).size() != 4)
      return at_ = start, std::nullopt;
    return year->value;
  }

  std::optional<Word> take_month() {
    const auto month_word = take(WordClass::month);
    if (!month_word) return std::nullopt;
    const auto before = at_;
    // A second name of the same month: in brackets, or after a slash.
    if (take_sign({"(", "/"}) && at(WordClass::month) && word(WordClass::month).value == month_word->value) {
      ++at_;
      take_sign({")"});
    } else {
      at_ = before;
    }
    // The stop of a short form: "Sept. 2022"; any other one ends the sentence.
    const auto stop = at_;
    if (take_sign({"."}) && !at(WordClass::number)) at_ = stop;
    return month_word;
  }

  bool capitalised() const { return at_ < items_.size() && body_.tokens[items_[at_].first].capitalised; }
  bool clitics() const { return at_ < items_.size() && items_[at_].clitics; }
  // A word that a year can stand before, and no noun that a number counts.
  bool may_follow_year() const {
    using enum WordClass;
    return at_ < items_.size() &&
           (items_[at_].uncounted || at(conjunction) || at(clock_at) || at(to) || at(within) || at(year_word));
  }
  bool spaced() const { return at_ < items_.size() && body_.tokens[items_[at_].first].space_before; }
  std::string const& folded() const { return written(at_); }
  std::string const& written(std::size_t item) const { return body_.tokens[items_[item].first].folded; }

 private:
  text::SegmentedText const& body_;
  std::vector<Item> const& items_;
  std::size_t at_;
};

}  // namespace recoupe::time
