// What a page says of itself: titles, dates, outlet, address, each as it is said.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page/report.hpp"

namespace recoupe::page {

struct Heading {
  int level = 1;
  std::string text;
};

struct Metadata {
  std::string open_graph_title, title_element, json_ld_title;
  std::vector<Heading> headings;  // of levels 1 to 3, in page order
  std::string outlet, url, byline, language;
  std::string article_text;       // as JSON-LD gives it
  std::vector<DateSaid> dates;    // days of publication, in page order
  std::vector<DateSaid> updates;  // days of a later version
};

// A <meta> element, under whichever attribute names it.
void read_meta(std::string_view name, std::string_view content, Metadata& said);

// A script of type application/ld+json. What is no JSON says nothing.
void read_json_ld(std::string_view json, Metadata& said);

// Adds the day that `value` begins with: 2021-04-07…, 2021/04/07, 20210407, 07.04.2021. Other values say nothing.
void add_date(std::vector<DateSaid>& dates, std::string_view value, DateBasis basis);

// Days that an address carries: /2022/09/19/, -20220919.
void dates_of_url(std::string_view url, std::vector<DateSaid>& dates);

// Days that scripts and attributes carry under the name of a day of publication: "datePublished":"2021-04-06T…".
void dates_in_bytes(std::string_view html, std::vector<DateSaid>& dates);

// The title, without the outlet's name; empty where the page gives none. What else could be it stands behind.
std::vector<std::string> choose_titles(Metadata const& said);

// Blanks of any kind to one space each, none at the ends.
std::string one_line(std::string_view text);

}  // namespace recoupe::page
