// What a report is called for people.
//
//   label_of("", "https://www.example.org/a.html", "pages/a.html");    // "example.org"
#pragma once

#include <string>
#include <string_view>

namespace recoupe::link {

// The host of a URL, empty where it has none.
std::string host_of(std::string_view url);

// Its outlet, else its site, else its file.
std::string label_of(std::string_view outlet, std::string_view url, std::string_view path);

}  // namespace recoupe::link
