#include "page/mhtml.hpp"

#include <gtest/gtest.h>

namespace recoupe::page {
namespace {

std::string saved_page(std::string const& encoding, std::string const& body) {
  return "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://a.example/page\r\nDate: Fri, 9 Apr 2021 "
         "10:00:00 -0000\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--edge\"\r\n\r\n"
         "----edge\r\nContent-Type: image/png\r\n\r\nPNG\r\n----edge\r\nContent-Type: text/html; "
         "charset=utf-8\r\nContent-Transfer-Encoding: " +
         encoding + "\r\n\r\n" + body + "\r\n----edge--\r\n";
}

TEST(Mhtml, ThePageIsFoundAmongTheParts) {
  const auto bytes = saved_page("quoted-printable", "<p>re=C3=A7u =\r\nmardi=3D");
  ASSERT_TRUE(is_mhtml(bytes));
  const auto input = read_mhtml(bytes, 1000);
  ASSERT_TRUE(input);
  EXPECT_EQ(input->bytes, "<p>reçu mardi=\r\n");
  EXPECT_EQ(input->url, "https://a.example/page");
  EXPECT_EQ(input->charset, "utf-8");
  EXPECT_EQ(input->saved, "2021-04-09");
}

TEST(Mhtml, Base64IsReadOverLines) {
  const auto input = read_mhtml(saved_page("base64", "PHA+\r\nYmM="), 1000);
  ASSERT_TRUE(input);
  EXPECT_EQ(input->bytes, "<p>bc");
}

TEST(Mhtml, WhatIsNoneIsRefused) {
  EXPECT_FALSE(is_mhtml("<html><p>multipart/related"));
  EXPECT_FALSE(read_mhtml("Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\n\r\nnothing\r\n--x--", 1000));
  EXPECT_FALSE(read_mhtml("Content-Type: multipart/related\r\n\r\n", 1000));
  EXPECT_FALSE(read_mhtml(saved_page("7bit", std::string(2000, 'x')), 1000));
}

TEST(SavedComment, GivesTheAddressAndTheDay) {
  Input input;
  input.bytes =
      "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://a.example/x?y=1 \n saved date: Fri Apr "
      "09 2021 10:00:00 GMT+0200\n--><p>text";
  read_saved_comment(input);
  EXPECT_EQ(input.url, "https://a.example/x?y=1");
  EXPECT_EQ(input.saved, "2021-04-09");
  Input other;
  other.bytes = "<!-- saved from url=(0019)https://b.example/z -->\n<html>";
  read_saved_comment(other);
  EXPECT_EQ(other.url, "https://b.example/z");
  Input known;
  known.url = "https://c.example/";
  known.bytes = other.bytes;
  read_saved_comment(known);
  EXPECT_EQ(known.url, "https://c.example/");
}

}  // namespace
}  // namespace recoupe::page
