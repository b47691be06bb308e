#include "formats/json.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace recoupe::formats {
namespace {

TEST(WriteJson, AnEmptyRegister) {
  EXPECT_EQ(to_json({}),
            "{\"format\":\"recoupe-register/"
            "1\",\n\"reports\":[],\n\"people\":[],\n\"encounters\":[],\n\"links\":[],\n\"stories\":[],\n\"reuse\":[],\n"
            "\"coverage\":{\"read\":0,\"without_telling\":0,\"languages\":{},\"outlets\":{},\"months\":{}}}\n");
}

TEST(WriteJson, UnknownIsNullAndForeignWordsStayWords) {
  link::Register made;
  link::Report report;
  report.id = "r1";
  report.title = "a \"b\" \u202E </script> \xFF";
  made.reports.push_back(report);
  const auto parsed = nlohmann::json::parse(to_json(made));
  EXPECT_EQ(parsed["reports"][0]["title"], "a \"b\" \u202E </script> \uFFFD");
  EXPECT_TRUE(parsed["reports"][0]["outlet"].is_null());
  EXPECT_TRUE(parsed["reports"][0]["published"]["value"].is_null());
}

TEST(WriteJson, TheSameRegisterGivesTheSameBytes) {
  link::Register made;
  made.links.push_back({"e1", "e2", "follows", link::Evidence{"r1", 0, 0, 1, "x", "", ""}});
  EXPECT_EQ(to_json(made), to_json(made));
  EXPECT_NE(to_json(made), to_json({}));
}

}  // namespace
}  // namespace recoupe::formats
