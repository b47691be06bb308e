// Who may ask: requests from pages of other sites, and for other hosts (DNS rebinding), are refused before anything is
// looked at.
//
//   auto refused = guard({"127.0.0.1:8320"}, request);
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "serve/refusal.hpp"

namespace recoupe::serve {

struct Caller {
  std::string_view path;  // decoded
  std::string_view host;  // the headers of these names, empty where there are none
  std::string_view origin;
  std::string_view fetch_site;
  bool changes = false;  // asks for more than to read
};

// `hosts`: what Host may be, port included.
std::optional<Refusal> guard(std::vector<std::string> const& hosts, Caller const& caller);

// The names under which a listener on `host` and `port` may be asked.
std::vector<std::string> hosts_of(std::string const& host, int port);

}  // namespace recoupe::serve
