#include "serve/correcting.hpp"

#include <algorithm>

#include "serve/token.hpp"
#include "text/text.hpp"

namespace recoupe::serve {
namespace {

using link::Json;
using registry::Correction;
using registry::Judgement;

constexpr std::string_view path_of_all = "/api/corrections";
constexpr std::size_t largest_body = 8192;
constexpr std::size_t longest_who = 200;  // code points
constexpr std::size_t longest_why = 1000;

std::unexpected<Refusal> bad_body(std::string why) { return std::unexpected(Refusal{400, "bad_body", std::move(why)}); }

Json json_of(Correction const& correction, std::string const& standing) {
  auto json = Json::parse(registry::to_line(correction));
  json["standing"] = standing;
  return json;
}

Json json_of(Corrector::State const& state) {
  Json items = Json::array();
  for (auto const& [correction, standing] : state.all) items.push_back(json_of(correction, standing));
  std::reverse(items.begin(), items.end());
  return Json{{"items", std::move(items)},
              {"waiting", state.waiting},
              {"failed", state.failed.empty() ? Json() : Json(state.failed)}};
}

std::optional<Refusal> may_say(std::string const& token, Asked const& asked) {
  if (!bears(asked.authorization, token))
    return Refusal{401, "no_token", "a judgement comes with the token that the program printed when it started"};
  if (auto checked = check(asked.parameters, {}, false); !checked) return checked.error();
  if (asked.body.size() > largest_body) return Refusal{413, "too_large", "a judgement has at most 8,192 bytes"};
  return std::nullopt;
}

Expected<std::string> text_at(Json const& json, std::string_view name, std::size_t longest) {
  const auto found = json.find(name);
  if (found == json.end()) return std::string();
  if (!found->is_string()) return bad_body("\"" + std::string(name) + "\" is no text");
  auto text = found->get<std::string>();
  if (text::Text::from_utf8(text).length() > longest) return bad_body("\"" + std::string(name) + "\" is too long");
  return text;
}

bool is_day(std::string_view text) {
  static constexpr std::string_view shape = "0000-00-00";
  return text.size() == shape.size() &&
         std::ranges::equal(text, shape, [](char c, char s) { return s == '-' ? c == '-' : c >= '0' && c <= '9'; });
}

Expected<Judgement> judgement_of(Json const& body) {
  const auto found = body.find("judgement");
  for (const auto one : {Judgement::same, Judgement::different, Judgement::unsure, Judgement::not_an_encounter}) {
    if (found != body.end() && *found == registry::name_of(one)) return one;
  }
  return bad_body("\"judgement\" is none of same, different, unsure, not_an_encounter");
}

Expected<std::vector<std::string>> tellings_of(Json const& body, std::size_t wanted) {
  const auto found = body.find("tellings");
  if (found == body.end() || !found->is_array() || found->size() != wanted)
    return bad_body("\"tellings\" are not as many as the judgement is about");
  std::vector<std::string> ids;
  for (auto const& id : *found) {
    if (!id.is_string() || !is_id(id.get_ref<std::string const&>(), 't'))
      return bad_body("\"tellings\" holds what is no id of a telling");
    ids.push_back(id);
  }
  if (wanted == 2 && ids[0] == ids[1]) return bad_body("\"tellings\" are one and the same");
  return ids;
}

Expected<Correction> correction_in(Corrector const& corrector, std::string const& text) {
  const auto body = Json::parse(text, nullptr, false);
  if (!body.is_object()) return bad_body("the body is no JSON object");
  static constexpr std::string_view known[] = {"judgement", "tellings", "who", "when", "why"};
  for (auto const& [name, value] : body.items()) {
    if (std::ranges::find(known, name) == std::end(known)) return bad_body("the body holds what no judgement has");
  }
  Correction made;
  const auto judgement = judgement_of(body);
  if (!judgement) return std::unexpected(judgement.error());
  made.judgement = *judgement;
  const auto tellings = tellings_of(body, made.judgement == Judgement::not_an_encounter ? 1 : 2);
  if (!tellings) return std::unexpected(tellings.error());
  for (auto const& [name, target, longest] :
       {std::tuple{"who", &made.who, longest_who}, std::tuple{"when", &made.when, longest_who},
        std::tuple{"why", &made.why, longest_why}}) {
    auto given = text_at(body, name, longest);
    if (!given) return std::unexpected(given.error());
    *target = std::move(*given);
  }
  if (!made.when.empty() && !is_day(made.when)) return bad_body("\"when\" is no YYYY-MM-DD");
  for (auto const& id : *tellings) {
    auto anchor = corrector.anchor_of(id);
    if (!anchor) return std::unexpected(anchor.error());
    made.about.push_back(std::move(*anchor));
  }
  return made;
}

Answered say(Corrector& corrector, Asked const& asked) {
  const auto type = std::string_view(asked.content_type).substr(0, asked.content_type.find(';'));
  if (type != "application/json") return refusal({415, "no_json", "a judgement is application/json"});
  auto correction = correction_in(corrector, asked.body);
  if (!correction) return refusal(correction.error());
  const auto said = corrector.say(std::move(*correction));
  if (!said) return refusal(said.error());
  return {201, "application/json", dumped(json_of(*said, "waiting")), {{"Cache-Control", "no-store"}}};
}

Answered undo(Corrector& corrector, std::string const& id) {
  const auto done = corrector.undo(id);
  if (!done) return refusal(done.error());
  return {200, "application/json", dumped(json_of(corrector.state())), {{"Cache-Control", "no-store"}}};
}

Answered answer_all(Corrector& corrector, std::string const& token, Asked const& asked) {
  if (asked.method == "GET" || asked.method == "HEAD") {
    if (auto checked = check(asked.parameters, {}, false); !checked) return refusal(checked.error());
    return with_etag({200, "application/json", dumped(json_of(corrector.state())), {}}, asked.if_none_match);
  }
  if (asked.method != "POST")
    return refusal({405, "method_not_allowed", "a judgement is said with POST"}, "GET, HEAD, POST");
  if (const auto refused = may_say(token, asked)) return refusal(*refused);
  return say(corrector, asked);
}

}  // namespace

bool is_correcting(std::string_view path) {
  return path == path_of_all || (path.starts_with(path_of_all) && path[path_of_all.size()] == '/');
}

Answered answer_correcting(Corrector& corrector, std::string const& token, Asked const& asked) {
  if (asked.path == path_of_all) return answer_all(corrector, token, asked);
  if (asked.method != "DELETE")
    return refusal({405, "method_not_allowed", "a judgement is undone with DELETE"}, "DELETE");
  if (const auto refused = may_say(token, asked)) return refusal(*refused);
  return undo(corrector, asked.path.substr(path_of_all.size() + 1));
}

}  // namespace recoupe::serve
