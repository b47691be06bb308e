#include "page/warc.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace recoupe::page {
namespace {

std::string record(std::string const& type, std::string const& payload, std::size_t length,
                   std::string const& media = "application/http; msgtype=response") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: <https://a.example/" + type +
         ">\r\nWARC-Date: 2021-04-09T10:00:00Z\r\nContent-Type: " + media +
         "\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n" + payload + "\r\n\r\n";
}

std::string record(std::string const& type, std::string const& payload) {
  return record(type, payload, payload.size());
}

std::string response(std::string const& body, std::string const& headers = "Content-Type: text/html\r\n") {
  return "HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body;
}

// The bodies of what was read, and in brackets the reasons of what was not.
std::vector<std::string> read_all(std::string const& archive, Limits limits = {}) {
  std::istringstream in(archive);
  WarcReader reader(in, "a.warc", limits);
  std::vector<std::string> all;
  while (auto next = reader.next()) all.push_back(*next ? (*next)->bytes : "[" + next->error().reason + "]");
  return all;
}

using List = std::vector<std::string>;

TEST(Warc, PagesAreTakenAndTheRestIsPassedOver) {
  EXPECT_EQ(read_all(record("warcinfo", "software: x\r\n") + record("response", response("<p>one")) +
                     record("request", "GET / HTTP/1.1\r\n\r\n") +
                     record("response", response("PNG", "Content-Type: image/png\r\n")) +
                     record("response", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>gone") +
                     record("conversion", "plain", 5, "text/plain") + record("response", response("<p>two"))),
            (List{"<p>one", "plain", "<p>two"}));
}

TEST(Warc, ARecordKnowsItsAddressItsDayAndItsCharset) {
  std::istringstream in(record("response", response("x", "Content-Type: text/html; charset=\"windows-1256\"\r\n")));
  WarcReader reader(in, "a.warc", {});
  const auto input = reader.next();
  ASSERT_TRUE(input && *input);
  EXPECT_EQ((*input)->url, "https://a.example/response");
  EXPECT_EQ((*input)->saved, "2021-04-09");
  EXPECT_EQ((*input)->charset, "windows-1256");
  EXPECT_EQ((*input)->label, "a.warc#1");
}

TEST(Warc, ChunksAreJoined) {
  EXPECT_EQ(read_all(record("response", response("3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n",
                                                 "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n"))),
            List{"abcde"});
}

TEST(Warc, AWrongLengthCostsNoOtherRecord) {
  const auto good = record("response", response("<p>good"));
  const auto payload = response("<p>bad");
  const auto longer = read_all(record("response", payload, payload.size() + 150) + good);
  ASSERT_EQ(longer.size(), 2U);
  EXPECT_TRUE(longer[0].starts_with("<p>bad"));
  EXPECT_EQ(longer[1], "<p>good");
  const auto shorter = read_all(record("response", payload, payload.size() - 2) + good);
  EXPECT_EQ(shorter, (List{"<p>b", "<p>good"}));
  EXPECT_EQ(read_all("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\n" + good),
            (List{"[has no length that can be read]", "<p>good"}));
}

TEST(Warc, WhatIsTooLargeOrCutOffIsNamed) {
  const auto good = record("response", response("<p>good"));
  const auto large = response(std::string(200'000, 'x'));
  EXPECT_EQ(read_all(record("response", large) + good, Limits{.bytes = 1000}),
            (List{"[is larger than the limit]", "<p>good"}));
  EXPECT_EQ(read_all(good.substr(0, good.size() - 8)), List{"[is cut off]"});
  EXPECT_EQ(read_all("no archive at all\n"), List{"[holds no record of a web archive]"});
  EXPECT_EQ(read_all(record("response", response("x", "Content-Type: text/html\r\nContent-Encoding: br\r\n"))),
            List{"[is packed as br, which is not read]"});
}

}  // namespace
}  // namespace recoupe::page
