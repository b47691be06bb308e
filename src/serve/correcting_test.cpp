// Judgements through the API: what opens it, what it takes, and that what was said holds.
#include "serve/correcting.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "registry/build.hpp"
#include "registry/corrections_file.hpp"
#include "serve/api.hpp"

namespace recoupe::serve {
namespace {

namespace fs = std::filesystem;
using link::Json;

constexpr const char* token = "0123456789abcdef0123456789abcdef";

class Correcting : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const fs::path folders[] = {RECOUPE_SOURCE_DIR "/lexicon"};
    lexicon_ = new lexicon::Lexicon(*lexicon::Lexicon::load(folders));
    words_ = new encounter::Words(*encounter::Words::compile(*lexicon_));
  }
  static void TearDownTestSuite() {
    delete words_;
    delete lexicon_;
  }

  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("recoupe-judging-" + std::to_string(::getpid()));
    fs::create_directories(folder_ / "pages");
    page("one.txt",
         "Ministers talk about the harbour\n\nSwedish Foreign Minister Anna Lindgren held talks with French Foreign "
         "Minister Paul Marchand in Stockholm on Thursday, 7 April 2022, about the harbour of the old town.\n");
    page(
        "two.txt",
        "Guest from the north\n\nFrench Foreign Minister Paul Marchand received Swedish Foreign Minister Anna Lindgren "
        "in Paris on Saturday, 9 April 2022. Trains, the price of timber and a school were spoken of.\n");
    build();
    open();
  }
  void TearDown() override {
    api_.reset();
    fs::remove_all(folder_);
  }

  void page(std::string const& name, std::string const& text) const { std::ofstream(folder_ / "pages" / name) << text; }
  void build() const {
    registry::Options options;
    options.existing = store::Existing::replace;
    options.jobs = 1;
    ASSERT_TRUE(registry::build({folder_ / "pages"}, register_file(), options, *words_));
  }
  void open() {
    api_.reset();  // what it still had to do is done
    auto corrector = Corrector::open(register_file(), said_file(), *words_);
    ASSERT_TRUE(corrector) << corrector.error();
    corrector_ = corrector->get();
    auto api = Api::open(register_file(), Words::of(*lexicon_), Judging{std::move(*corrector), token});
    ASSERT_TRUE(api) << api.error();
    api_ = std::move(*api);
  }

  fs::path register_file() const { return folder_ / "r.db"; }
  fs::path said_file() const { return folder_ / "said.jsonl"; }
  std::size_t said() const { return registry::read_corrections(said_file())->size(); }

  Json ask(std::string const& path) const {
    const auto answered = api_->answer({"GET", path, {}, {}, {}, {}, {}});
    EXPECT_EQ(answered.status, 200) << answered.body;
    return Json::parse(answered.body);
  }
  Answered post(std::string const& body, std::string const& authorization = std::string("Bearer ") + token,
                std::string const& type = "application/json") const {
    return api_->answer({"POST", "/api/corrections", {}, {}, authorization, type, body});
  }
  Answered take_back(std::string const& id) const {
    return api_->answer({"DELETE", "/api/corrections/" + id, {}, {}, std::string("Bearer ") + token, {}, {}});
  }
  std::size_t encounters() const {
    corrector_->wait();
    return ask("/api/register").at("encounters");
  }
  Json question() const {
    const auto items = ask("/api/review").at("items");
    return items.empty() ? Json() : items.front();
  }
  std::string pair(std::string const& judgement) const {
    const auto asked = question();
    return Json{{"judgement", judgement},
                {"tellings", {asked.at("left").at("telling"), asked.at("right").at("telling")}},
                {"who", "K"}}
        .dump();
  }

  static lexicon::Lexicon* lexicon_;
  static encounter::Words* words_;
  fs::path folder_;
  std::unique_ptr<Api> api_;
  Corrector* corrector_ = nullptr;
};
lexicon::Lexicon* Correcting::lexicon_ = nullptr;
encounter::Words* Correcting::words_ = nullptr;

TEST_F(Correcting, AsksOfTwoEncountersOfTheSamePeopleWithinDays) {
  const auto asked = question();
  EXPECT_EQ(asked.at("why"), "close");
  EXPECT_NE(asked.at("left").at("row").at("id"), asked.at("right").at("row").at("id"));
  EXPECT_EQ(ask("/api/register").at("corrections"), true);
}

TEST_F(Correcting, SaysNothingWithoutTheToken) {
  for (const auto* wrong : {"", "Bearer ", "Bearer 0123456789abcdef0123456789abcdee", "Basic eDp5"}) {
    const auto answered = post(pair("same"), wrong);
    EXPECT_EQ(answered.status, 401) << wrong;
    EXPECT_EQ(answered.headers.front(), (std::pair<std::string, std::string>{"WWW-Authenticate", "Bearer"}));
  }
  EXPECT_EQ(said(), 0U);
  EXPECT_EQ(encounters(), 2U);
}

TEST_F(Correcting, WhatWasSaidStandsInTheFileAndHoldsWhenTheRegisterIsBuiltAnew) {
  const auto body = pair("same");
  EXPECT_EQ(post(body).status, 201);
  EXPECT_EQ(said(), 1U);
  EXPECT_TRUE(question().is_null()) << "it is not asked again";
  EXPECT_EQ(encounters(), 1U);
  build();
  (void)ask("/api/register");
  EXPECT_EQ(encounters(), 1U);
  build();
  open();
  EXPECT_EQ(encounters(), 1U);
}

TEST_F(Correcting, WhatIsUndoneLeavesTheFileAndMayBeSaidAgain) {
  const auto body = pair("same");
  const auto id = Json::parse(post(body).body).at("id").get<std::string>();
  EXPECT_EQ(encounters(), 1U);
  EXPECT_EQ(take_back(id).status, 200);
  EXPECT_EQ(said(), 0U);
  EXPECT_EQ(encounters(), 2U);
  EXPECT_EQ(take_back(id).status, 404);
  EXPECT_EQ(question().at("why"), "close");
  EXPECT_EQ(post(body).status, 201);
  EXPECT_EQ(encounters(), 1U);
  EXPECT_EQ(ask("/api/corrections").at("items").size(), 2U);
}

TEST_F(Correcting, TheLaterJudgementCounts) {
  const auto same = pair("same");
  const auto different = pair("different");
  for (auto const& body : {same, different, same}) EXPECT_EQ(post(body).status, 201);
  EXPECT_EQ(encounters(), 1U);
}

TEST_F(Correcting, UnsureChangesNothingAndIsNotAskedAgain) {
  EXPECT_EQ(post(pair("unsure")).status, 201);
  EXPECT_EQ(encounters(), 2U);
  EXPECT_TRUE(question().is_null());
}

TEST_F(Correcting, WhatIsNoEncounterGoes) {
  const auto telling = question().at("left").at("telling").get<std::string>();
  EXPECT_EQ(post(Json{{"judgement", "not_an_encounter"}, {"tellings", {telling}}}.dump()).status, 201);
  EXPECT_EQ(encounters(), 1U);
}

TEST_F(Correcting, TakesNoBodyThatIsNoJudgement) {
  const auto asked = question();
  const std::string left = asked.at("left").at("telling"), right = asked.at("right").at("telling");
  const auto with = [](std::string const& rest) { return R"({"judgement":"same","tellings":)" + rest; };
  const auto two = "[\"" + left + "\",\"" + right + "\"]";
  for (auto const& [body, status] :
       std::vector<std::pair<std::string, int>>{{"", 400},
                                                {"[]", 400},
                                                {"{\"judgement\":\"same\"", 400},
                                                {with(two), 400},  // no end
                                                {with("[\"" + left + "\"]}"), 400},
                                                {with("[\"" + left + "\",\"" + left + "\"]}"), 400},
                                                {with("[\"e0\",1]}"), 400},
                                                {with("\"" + left + "\"}"), 400},
                                                {with(two + ",\"who\":1}"), 400},
                                                {with(two + ",\"when\":\"yesterday\"}"), 400},
                                                {with(two + ",\"about\":[]}"), 400},
                                                {with(two + ",\"who\":\"" + std::string(201, 'x') + "\"}"), 400},
                                                {R"({"judgement":"set","tellings":)" + two + "}", 400},
                                                {with(R"(["t0123456789abcdef","t0123456789abcdee"]})"), 404},
                                                {with(two + ",\"why\":\"" + std::string(9000, 'x') + "\"}"), 413}})
    EXPECT_EQ(post(body).status, status) << body.substr(0, 80);
  EXPECT_EQ(post(pair("same"), std::string("Bearer ") + token, "text/plain").status, 415);
  EXPECT_EQ(api_->answer({"PUT", "/api/corrections", {}, {}, {}, {}, {}}).status, 405);
  EXPECT_EQ(api_->answer({"GET", "/api/corrections/c0123456789abcdef", {}, {}, {}, {}, {}}).status, 405);
  EXPECT_EQ(said(), 0U);
}

TEST_F(Correcting, WithoutCorrectionsThereIsNothingOfIt) {
  const auto api = Api::open(register_file(), Words::of(*lexicon_));
  ASSERT_TRUE(api);
  const auto status = [&](const char* method, const char* path) {
    return (*api)->answer({method, path, {}, {}, std::string("Bearer ") + token, "application/json", "{}"}).status;
  };
  EXPECT_EQ(status("GET", "/api/review"), 404);
  EXPECT_EQ(status("GET", "/api/corrections"), 404);
  EXPECT_EQ(status("POST", "/api/corrections"), 405);
  EXPECT_EQ(status("DELETE", "/api/corrections/c0123456789abcdef"), 405);
  const auto described = (*api)->answer({"GET", "/api/openapi.json", {}, {}, {}, {}, {}}).body;
  EXPECT_EQ(described.find("corrections/"), described.npos);
  EXPECT_EQ(described.find("Bearer"), described.npos);
  EXPECT_NE(ask("/api/openapi.json").dump().find("/api/corrections/{correction}"), std::string::npos);
}

TEST_F(Correcting, AFileThatIsNoneOfCorrectionsIsNotTaken) {
  std::ofstream(said_file()) << "agree\n";
  EXPECT_FALSE(Corrector::open(register_file(), said_file(), *words_));
  EXPECT_FALSE(Corrector::open(register_file(), "/nowhere/said.jsonl", *words_));
  EXPECT_FALSE(Corrector::open(folder_ / "none.db", said_file(), *words_));
}

}  // namespace
}  // namespace recoupe::serve
