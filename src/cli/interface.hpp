// What a reader is told, in the reader's language: phrases of lexicon/<language>/interface.tsv, dates and countries.
//
//   auto interface = Interface::load(lexicon, "fr");
//   interface->say("reports", 7);                 // "7 articles"
//   interface->date("2022-04-07");                // "7 avril 2022"
//   interface->country("MA");                     // "Maroc"
#pragma once

#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "lexicon/lexicon.hpp"
#include "link/register.hpp"

namespace recoupe::cli {

class Interface {
 public:
  // A language without an interface table, or a pattern that is none, is an error.
  static std::expected<Interface, lexicon::Error> load(lexicon::Lexicon const& lexicon, std::string language);

  using Argument = std::variant<std::size_t, std::string>;
  // The phrase of `key` with its arguments; the key itself where the table lacks it.
  std::string say(std::string_view key, std::vector<Argument> const& arguments = {}) const;

  // A date as written for people; an EDTF value that is none of a day, month, year or interval stays as it is.
  std::string date(std::string_view edtf) const;
  std::string country(std::string_view code) const;
  std::string percent(double share) const;
  // The person's name in the script that the reader reads, else the first.
  std::string name(link::Person const& person) const;
  std::string const& language() const { return language_; }

 private:
  std::string day(std::string_view edtf) const;

  std::string language_;
  std::map<std::string, std::string, std::less<>> phrases_;
  std::map<std::string, std::string, std::less<>> countries_;  // by code, of the lexicon
};

}  // namespace recoupe::cli
