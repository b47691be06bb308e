#include "encounter/words.hpp"

#include <optional>
#include <span>
#include <utility>

namespace recoupe::encounter {
namespace {

template <class Value>
struct Named {
  std::string_view name;
  Value value;
};

constexpr Named<Kind> kinds[] = {
    {"audience", Kind::audience},         {"talks", Kind::talks},     {"visit", Kind::visit}, {"call", Kind::call},
    {"multilateral", Kind::multilateral}, {"signing", Kind::signing}, {"other", Kind::other}};
constexpr Named<Shape> shapes[] = {{"receive", Shape::receive}, {"received", Shape::received},
                                   {"mutual", Shape::mutual},   {"visit", Shape::visit},
                                   {"attend", Shape::attend},   {"noun", Shape::noun}};
constexpr Named<Told> tolds[] = {{"held", Told::held},
                                 {"announced", Told::announced},
                                 {"cancelled", Told::cancelled},
                                 {"recalled", Told::recalled},
                                 {"open", Told::open}};
constexpr Named<Cue> cues[] = {{"negation", Cue::negation},
                               {"cancelled", Cue::cancelled},
                               {"denied", Cue::denied},
                               {"announced", Cue::announced},
                               {"request", Cue::request},
                               {"conditional", Cue::conditional},
                               {"sport", Cue::sport},
                               {"recalled", Cue::recalled},
                               {"same", Cue::same},
                               {"presence", Cue::presence},
                               {"by", Cue::by},
                               {"topic", Cue::topic},
                               {"follows", Cue::follows},
                               {"boundary", Cue::boundary},
                               {"including", Cue::including},
                               {"phone", Cue::phone}};
constexpr Named<Status> statuses[] = {{"held", Status::held},
                                      {"announced", Status::announced},
                                      {"cancelled", Status::cancelled},
                                      {"denied", Status::denied}};
constexpr Named<Standing> standings[] = {{"main", Standing::main}, {"background", Standing::background}};
constexpr Named<ParticipantRole> roles[] = {{"host", ParticipantRole::host},
                                            {"guest", ParticipantRole::guest},
                                            {"chair", ParticipantRole::chair},
                                            {"participant", ParticipantRole::participant}};
constexpr Named<Certainty> certainties[] = {
    {"sure", Certainty::sure}, {"likely", Certainty::likely}, {"to_check", Certainty::to_check}};
constexpr Named<LinkKind> link_kinds[] = {
    {"part_of", LinkKind::part_of}, {"follows", LinkKind::follows}, {"recalls", LinkKind::recalls}};

constexpr Named<NotTaken> not_taken[] = {{"no_frame", NotTaken::no_frame},
                                         {"nobody_named", NotTaken::nobody_named},
                                         {"sport", NotTaken::sport},
                                         {"request", NotTaken::request},
                                         {"conditional", NotTaken::conditional},
                                         {"one_party", NotTaken::one_party},
                                         {"not_joined", NotTaken::not_joined},
                                         {"no_gathering", NotTaken::no_gathering},
                                         {"nowhere", NotTaken::nowhere},
                                         {"undated_noun", NotTaken::undated_noun}};

template <class Value, std::size_t size>
std::optional<Value> value_of(Named<Value> const (&names)[size], std::string_view name) {
  for (auto const& one : names) {
    if (one.name == name) return one.value;
  }
  return std::nullopt;
}

template <class Value, std::size_t size>
std::string_view name_in(Named<Value> const (&names)[size], Value value) {
  for (auto const& one : names) {
    if (one.value == value) return one.name;
  }
  return {};
}

std::expected<void, lexicon::Error> add_language(LanguageWords& words, lexicon::Lexicon const& lexicon,
                                                 std::string const& language) {
  for (auto const& row : lexicon.table(language, "frames")) {
    const auto kind = value_of(kinds, row.field(1));
    const auto shape = value_of(shapes, row.field(2));
    const auto told = value_of(tolds, row.field(3));
    if (!kind || !shape || !told) return std::unexpected(row.error("unknown kind, shape or status of a frame"));
    words.frames.add(row.field(0), {*kind, *shape, *told});
  }
  for (auto const& row : lexicon.table(language, "encounter-cues")) {
    const auto cue = value_of(cues, row.field(1));
    if (!cue) return std::unexpected(row.error("unknown class of a cue"));
    words.cues.add(row.field(0), *cue);
  }
  for (auto const& row : lexicon.table(language, "encounter-with")) words.cues.add(row.field(0), Cue::with);
  return {};
}

}  // namespace

Vocabulary::Vocabulary(std::unique_ptr<Tables const> tables) : tables_(std::move(tables)) {}
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;
Vocabulary::~Vocabulary() = default;

std::expected<Vocabulary, lexicon::Error> Vocabulary::compile(lexicon::Lexicon const& lexicon) {
  auto tables = std::make_unique<Tables>();
  for (auto const& language : lexicon.languages()) {
    if (auto added = add_language(tables->languages[language], lexicon, language); !added)
      return std::unexpected(added.error());
  }
  return Vocabulary(std::move(tables));
}

std::string_view name_of(Kind kind) { return name_in(kinds, kind); }
std::string_view name_of(Status status) { return name_in(statuses, status); }
std::string_view name_of(Standing standing) { return name_in(standings, standing); }
std::string_view name_of(ParticipantRole role) { return name_in(roles, role); }
std::string_view name_of(Certainty certainty) { return name_in(certainties, certainty); }
std::string_view name_of(NotTaken why) { return name_in(not_taken, why); }
std::string_view name_of(LinkKind kind) { return name_in(link_kinds, kind); }

}  // namespace recoupe::encounter
