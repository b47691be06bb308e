// A register as static pages, for publishing a dossier: they open from any web server or from a disk.
//
//   auto written = write_site("register.db", "dossier/", {.contact = "desk@example.org"}, words);
//
// What is published: encounters that are sure, with their facts, links and quotations of at most 200 code points, and
// of no report more than a tenth in all. The texts themselves stay where they were published, but for outlets whose
// rights the publisher holds.
#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "serve/words.hpp"

namespace recoupe::serve {

struct Correction {
  std::string date;  // ISO 8601
  std::string text;
};

struct Publication {
  std::string contact;                  // for the foot of every page
  std::vector<Correction> corrections;  // the newest first
  std::vector<std::string> full_texts;  // labels of outlets whose reports are given whole
};

struct Site {
  std::size_t pages = 0;
  std::size_t left_out = 0;  // encounters that are not sure
};

// Into a folder that is empty or not there; an error is a sentence for people.
std::expected<Site, std::string> write_site(std::filesystem::path const& file, std::filesystem::path const& folder,
                                            Publication const& publication, Words const& words);

// Lines of "YYYY-MM-DD text"; an error names the line.
std::expected<std::vector<Correction>, std::string> read_corrections(std::filesystem::path const& file);

}  // namespace recoupe::serve
