#include "serve/guard.hpp"

#include <gtest/gtest.h>

namespace recoupe::serve {
namespace {

const auto hosts = hosts_of("127.0.0.1", 8320);

std::string code_of(Caller const& caller) {
  const auto refused = guard(hosts, caller);
  return refused ? refused->code : "";
}

TEST(Guard, LetsItsOwnPagesAsk) {
  EXPECT_EQ(code_of({"/api/encounters", "127.0.0.1:8320", "", ""}), "");
  EXPECT_EQ(code_of({"/api/encounters", "localhost:8320", "http://localhost:8320", "same-origin"}), "");
  EXPECT_EQ(code_of({"/", "[::1]:8320", "", "cross-site"}), "");  // somebody followed a link
}

TEST(Guard, RefusesOtherHostsAndOrigins) {
  EXPECT_EQ(code_of({"/", "127.0.0.1", "", ""}), "foreign_host");
  EXPECT_EQ(code_of({"/", "rebound.example:8320", "", ""}), "foreign_host");
  EXPECT_EQ(code_of({"/", "", "", ""}), "foreign_host");
  EXPECT_EQ(code_of({"/", "127.0.0.1:8320", "http://localhost:8320", ""}), "foreign_origin");
  EXPECT_EQ(code_of({"/", "127.0.0.1:8320", "null", ""}), "foreign_origin");
  EXPECT_EQ(code_of({"/api/reports", "127.0.0.1:8320", "", "cross-site"}), "foreign_origin");
}

TEST(Guard, OnlyItsOwnPagesMayChangeAnything) {
  const auto change = [](std::string_view origin, std::string_view site) {
    return code_of({"/api/corrections", "127.0.0.1:8320", origin, site, true});
  };
  EXPECT_EQ(change("http://127.0.0.1:8320", "same-origin"), "");
  EXPECT_EQ(change("", ""), "");  // no browser
  EXPECT_EQ(change("http://127.0.0.1:8320", "same-site"), "foreign_origin");
  EXPECT_EQ(change("", "none"), "foreign_origin");
  EXPECT_EQ(change("http://127.0.0.1:9000", "same-site"), "foreign_origin");
  EXPECT_EQ(change("null", ""), "foreign_origin");
}

TEST(Guard, RefusesTricksInPaths) {
  for (const auto* path : {"", "api", "//api", "/../etc/passwd", "/assets/..", "/a\\b", "/a\nb", "/\xFF", "/a//b"})
    EXPECT_EQ(code_of({path, "127.0.0.1:8320", "", ""}), "bad_path") << path;
  EXPECT_EQ(code_of({std::string_view("/a\0b", 4), "127.0.0.1:8320", "", ""}), "bad_path");
}

TEST(Guard, AnotherAddressHasItsOwnName) {
  EXPECT_EQ(hosts_of("192.0.2.7", 80), (std::vector<std::string>{"192.0.2.7:80", "192.0.2.7"}));
}

}  // namespace
}  // namespace recoupe::serve
