#include "serve/asked.hpp"

#include "serve/etag.hpp"

namespace recoupe::serve {

using link::Json;

std::string dumped(Json const& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Answered with_etag(Answered answered, std::string const& if_none_match) {
  const auto tag = etag_of(answered.body);
  answered.headers.emplace_back("ETag", tag);
  answered.headers.emplace_back("Cache-Control", "no-cache");
  if (answered.status == 200 && matches(if_none_match, tag)) {
    answered.status = 304;
    answered.body.clear();
  }
  return answered;
}

Answered refusal(Refusal const& why, std::string const& allowed) {
  Answered answered{why.status, "application/json", {}, {}};
  answered.body = dumped(Json{{"error", {{"code", why.code}, {"message", why.message}}}});
  if (why.status == 405) answered.headers.emplace_back("Allow", allowed);
  if (why.status == 401) answered.headers.emplace_back("WWW-Authenticate", "Bearer");
  answered.headers.emplace_back("Cache-Control", "no-store");
  return answered;
}

}  // namespace recoupe::serve
