#include "page/inflate.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

#include <fstream>
#include <sstream>

#include "page/zip.hpp"

namespace recoupe::page {
namespace {

std::string gzip(std::string const& bytes) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, bytes.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

TEST(Inflate, MembersFollowOneAnother) {
  EXPECT_EQ(inflate(gzip("one ") + gzip("two"), Packing::gzip, 100), "one two");
  EXPECT_EQ(inflate(gzip("one") + std::string(20, '\0'), Packing::gzip, 100), "one");
}

TEST(Inflate, ABombIsRefusedBeforeItIsUnpacked) {
  const auto bomb = gzip(std::string(40'000'000, ' '));
  ASSERT_LT(bomb.size(), 100'000U);
  EXPECT_EQ(inflate(bomb, Packing::gzip, 1'000'000).error(), UnpackError::too_large);
}

TEST(Inflate, DamageIsToldApart) {
  auto packed = gzip("a text that is long enough to be cut in two halves");
  EXPECT_EQ(inflate(packed.substr(0, 20), Packing::gzip, 1000).error(), UnpackError::damaged);
  packed[12] = static_cast<char>(packed[12] ^ 0x55);
  EXPECT_FALSE(inflate(packed, Packing::gzip, 1000));
}

TEST(ByteStream, LinesAndBytesComeOutOfBothForms) {
  const std::string text = "first\nsecond line\nrest";
  for (auto const& bytes : {text, gzip(text), gzip("first\nsec") + gzip("ond line\nrest")}) {
    std::istringstream in(bytes);
    ByteStream stream(in);
    std::string line;
    ASSERT_TRUE(stream.line(line, 100));
    EXPECT_EQ(line, "first");
    std::string some;
    EXPECT_EQ(stream.read(some, 6), 6U);
    EXPECT_EQ(some, "second");
    stream.unread("a second");
    ASSERT_TRUE(stream.line(line, 100));
    EXPECT_EQ(line, "a second line");
    EXPECT_EQ(stream.skip(2), 2U);
    ASSERT_TRUE(stream.line(line, 100));
    EXPECT_EQ(line, "st");
    EXPECT_FALSE(stream.line(line, 100));
    EXPECT_FALSE(stream.is_damaged());
  }
}

// A zip file of one stored entry, written by hand.
std::string zip_of(std::string const& name, std::string const& content, std::uint32_t said_size) {
  const auto number = [](std::uint64_t value, unsigned width) {
    std::string bytes;
    for (unsigned i = 0; i < width; ++i, value >>= 8U) bytes += static_cast<char>(value & 0xFFU);
    return bytes;
  };
  const auto sizes = number(said_size, 4) + number(content.size(), 4);
  const auto local =
      "PK\x03\x04" + number(20, 2) + number(0, 12) + sizes + number(name.size(), 2) + number(0, 2) + name + content;
  const auto central = "PK\x01\x02" + number(20, 2) + number(20, 2) + number(0, 12) + sizes + number(name.size(), 2) +
                       number(0, 12) + number(0, 4) + name;
  const auto end = "PK\x05\x06" + number(0, 4) + number(1, 2) + number(1, 2) + number(central.size(), 4) +
                   number(local.size(), 4) + number(0, 2);
  return local + central + end;
}

TEST(Zip, EntriesAreReadWithinTheLimit) {
  const std::string content = "<p>a page";
  std::istringstream in(zip_of("a.html", content, static_cast<std::uint32_t>(content.size())));
  const auto entries = read_zip_directory(in);
  ASSERT_TRUE(entries);
  ASSERT_EQ(entries->size(), 1U);
  EXPECT_EQ(entries->front().name, "a.html");
  EXPECT_EQ(read_zip_entry(in, entries->front(), 100), content);
  EXPECT_EQ(read_zip_entry(in, entries->front(), 5).error(), UnpackError::too_large);
}

TEST(Zip, WhatLiesIsRefused) {
  std::istringstream lying(zip_of("a.html", "short", 1000));
  const auto entries = read_zip_directory(lying);
  ASSERT_TRUE(entries);
  EXPECT_EQ(read_zip_entry(lying, entries->front(), 10'000).error(), UnpackError::damaged);
  std::istringstream none("this is no zip file, whatever its name says");
  EXPECT_FALSE(read_zip_directory(none));
}

}  // namespace
}  // namespace recoupe::page
