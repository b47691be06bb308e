#include "encounter/names_of_values.hpp"

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
constexpr Named<Shape> shapes[] = {
    {"receive", Shape::receive}, {"received", Shape::received}, {"mutual", Shape::mutual},
    {"with", Shape::with},       {"visit", Shape::visit},       {"attend", Shape::attend},
    {"both", Shape::both},       {"noun", Shape::noun},         {"none", Shape::none}};
constexpr Named<Mood> moods[] = {{"past", Mood::past},
                                 {"present", Mood::present},
                                 {"future", Mood::future},
                                 {"infinitive", Mood::infinitive},
                                 {"participle", Mood::participle},
                                 {"gerund", Mood::gerund},
                                 {"noun", Mood::noun}};
constexpr Named<Told> tolds[] = {{"open", Told::open},           {"held", Told::held},
                                 {"announced", Told::announced}, {"cancelled", Told::cancelled},
                                 {"denied", Told::denied},       {"recalled", Told::recalled},
                                 {"request", Told::request},     {"conditional", Told::conditional},
                                 {"purpose", Told::purpose}};
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
                               {"led", Cue::led},
                               {"phone", Cue::phone},
                               {"with", Cue::with},
                               {"between", Cue::between},
                               {"coordination", Cue::coordination},
                               {"genitive", Cue::genitive},
                               {"owner", Cue::owner},
                               {"preposition", Cue::preposition},
                               {"article", Cue::article},
                               {"adverb", Cue::adverb},
                               {"relative", Cue::relative},
                               {"third", Cue::third},
                               {"first", Cue::first},
                               {"possessive", Cue::possessive},
                               {"after", Cue::after},
                               {"held", Cue::held},
                               {"archive", Cue::archive},
                               {"whole", Cue::whole},
                               {"perfect", Cue::perfect},
                               {"official", Cue::official},
                               {"crowd", Cue::crowd},
                               {"invitation", Cue::invitation},
                               {"repeated", Cue::repeated},
                               {"quantity", Cue::quantity},
                               {"place", Cue::place},
                               {"sidelines", Cue::sidelines},
                               {"attends", Cue::attends},
                               {"venue", Cue::venue}};
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
constexpr Named<ClaimWord::Class> claim_words[] = {
    {"ordinal", ClaimWord::Class::ordinal}, {"suffix", ClaimWord::Class::suffix},    {"visit", ClaimWord::Class::visit},
    {"meeting", ClaimWord::Class::meeting}, {"within", ClaimWord::Class::within},    {"since", ClaimWord::Class::since},
    {"anybody", ClaimWord::Class::anybody}, {"pointing", ClaimWord::Class::pointing}};
constexpr Named<NotTaken> not_taken[] = {{"no_frame", NotTaken::no_frame},
                                         {"nobody_named", NotTaken::nobody_named},
                                         {"nobody_official", NotTaken::nobody_official},
                                         {"sport", NotTaken::sport},
                                         {"request", NotTaken::request},
                                         {"conditional", NotTaken::conditional},
                                         {"archive", NotTaken::archive},
                                         {"one_party", NotTaken::one_party},
                                         {"not_joined", NotTaken::not_joined},
                                         {"no_gathering", NotTaken::no_gathering},
                                         {"nowhere", NotTaken::nowhere},
                                         {"undated_noun", NotTaken::undated_noun},
                                         {"no_subject", NotTaken::no_subject},
                                         {"repeated", NotTaken::repeated},
                                         {"history", NotTaken::history}};

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

}  // namespace

std::optional<Kind> kind_of(std::string_view name) { return value_of(kinds, name); }
std::optional<Shape> shape_of(std::string_view name) { return value_of(shapes, name); }
std::optional<Mood> mood_of(std::string_view name) { return value_of(moods, name); }
std::optional<Told> told_of(std::string_view name) { return value_of(tolds, name); }
std::optional<Cue> cue_of(std::string_view name) { return value_of(cues, name); }
std::optional<ClaimWord::Class> claim_word_of(std::string_view name) { return value_of(claim_words, name); }

bool is_of_many(Kind kind) { return kind == Kind::visit || kind == Kind::multilateral || kind == Kind::signing; }
std::string_view name_of(Kind kind) { return name_in(kinds, kind); }
std::string_view name_of(Status status) { return name_in(statuses, status); }
std::string_view name_of(Standing standing) { return name_in(standings, standing); }
std::string_view name_of(ParticipantRole role) { return name_in(roles, role); }
std::string_view name_of(Certainty certainty) { return name_in(certainties, certainty); }
std::string_view name_of(NotTaken why) { return name_in(not_taken, why); }
std::string_view name_of(LinkKind kind) { return name_in(link_kinds, kind); }

}  // namespace recoupe::encounter
