#include "registry/correction.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "link/evidence.hpp"
#include "time/edtf.hpp"

namespace recoupe::registry {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view names[] = {"same", "different", "unsure",      "not_an_encounter",
                                      "set",  "strike",    "same_person", "different_person"};

std::string text_at(Json const& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::size_t anchors_of(Judgement judgement) {
  using enum Judgement;
  return judgement == not_an_encounter || judgement == set || judgement == strike ? 1 : 2;
}

// Empty where it can be taken.
std::string wrong_with(Correction const& made) {
  if (made.about.size() != anchors_of(made.judgement)) {
    return std::string(name_of(made.judgement)) + " is about " + std::to_string(anchors_of(made.judgement)) +
           " quotations";
  }
  for (auto const& anchor : made.about) {
    if (anchor.quote.empty()) return "\"about\" lacks a quotation";
  }
  if (made.judgement == Judgement::set) {
    const auto one_of = [&](std::initializer_list<std::string_view> all) {
      return std::ranges::count(all, made.value) > 0;
    };
    if (made.field == "date" && !time::days_of(made.value)) return "\"" + made.value + "\" is no date in EDTF";
    if (made.field == "status" && !one_of({"held", "announced", "cancelled", "denied"}))
      return "\"" + made.value + "\" is no status";
    if (made.field == "kind" && !one_of({"audience", "talks", "visit", "call", "multilateral", "signing", "other"}))
      return "\"" + made.value + "\" is no kind of encounter";
    if (made.field != "date" && made.field != "status" && made.field != "kind" && made.field != "place")
      return "\"field\" is date, place, status or kind";
  }
  if (made.judgement == Judgement::strike && made.value.empty()) return "\"value\" names nobody";
  return {};
}

}  // namespace

std::string_view name_of(Judgement judgement) { return names[static_cast<std::size_t>(judgement)]; }

std::expected<Correction, std::string> correction_of(std::string_view line) {
  const auto json = Json::parse(line, nullptr, false);
  if (json.is_discarded() || !json.is_object()) return std::unexpected("it is no JSON object");
  Correction made;
  made.id = text_at(json, "id");
  made.who = text_at(json, "who");
  made.when = text_at(json, "when");
  made.why = text_at(json, "why");
  made.field = text_at(json, "field");
  made.value = text_at(json, "value");
  const auto judgement = text_at(json, "judgement");
  const auto* known = std::ranges::find(names, judgement);
  if (known == std::end(names)) return std::unexpected("there is no judgement \"" + judgement + "\"");
  made.judgement = static_cast<Judgement>(known - std::begin(names));
  if (const auto about = json.find("about"); about != json.end() && about->is_array()) {
    for (auto const& anchor : *about) {
      if (anchor.is_object())
        made.about.push_back({text_at(anchor, "report"), text_at(anchor, "url"), text_at(anchor, "quote")});
    }
  }
  if (auto wrong = wrong_with(made); !wrong.empty()) return std::unexpected(std::move(wrong));
  if (made.id.empty()) made.id = link::id_of('c', {to_line(made)});
  return made;
}

std::string to_line(Correction const& made) {
  Json about = Json::array();
  for (auto const& anchor : made.about)
    about.push_back(Json{{"report", anchor.report}, {"url", anchor.url}, {"quote", anchor.quote}});
  Json json{{"id", made.id},
            {"who", made.who},
            {"when", made.when},
            {"why", made.why},
            {"judgement", name_of(made.judgement)},
            {"about", std::move(about)}};
  if (!made.field.empty()) json["field"] = made.field;
  if (!made.value.empty()) json["value"] = made.value;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace recoupe::registry
