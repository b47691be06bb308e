// A question to the API and its answer, without a socket.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "link/register_json.hpp"
#include "serve/parameters.hpp"
#include "serve/refusal.hpp"

namespace recoupe::serve {

struct Asked {
  std::string method;
  std::string path;
  Parameters parameters;
  std::string if_none_match;
  std::string authorization, content_type, body;  // of a judgement
};

struct Answered {
  int status = 200;
  std::string type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};

Answered refusal(Refusal const& why, std::string const& allowed = "GET, HEAD");

std::string dumped(link::Json const& json);
// With the tag of its content; empty where the asker has it.
Answered with_etag(Answered answered, std::string const& if_none_match);

}  // namespace recoupe::serve
