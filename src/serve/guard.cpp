#include "serve/guard.hpp"

#include <algorithm>

#include "text/text.hpp"

namespace recoupe::serve {
namespace {

bool plain(std::string_view path) {
  if (!path.starts_with('/') || path.find("//") != path.npos || path.find("..") != path.npos) return false;
  if (std::ranges::any_of(path, [](unsigned char c) { return c < 0x20 || c == 0x7F || c == '\\'; })) return false;
  return text::Text::from_utf8(path).view() == path;
}

}  // namespace

std::optional<Refusal> guard(std::vector<std::string> const& hosts, Caller const& caller) {
  if (std::ranges::find(hosts, caller.host) == hosts.end())
    return Refusal{403, "foreign_host", "this register is not served under that name"};
  if (!caller.origin.empty() && caller.origin != "http://" + std::string(caller.host))
    return Refusal{403, "foreign_origin", "pages of other sites may not ask"};
  if (caller.fetch_site == "cross-site" && caller.path.starts_with("/api/"))
    return Refusal{403, "foreign_origin", "pages of other sites may not ask"};
  // A browser says where a request comes from; a program that is none says nothing, and has the token or not.
  if (caller.changes && !caller.fetch_site.empty() && caller.fetch_site != "same-origin")
    return Refusal{403, "foreign_origin", "pages of other sites may not change anything"};
  if (!plain(caller.path)) return Refusal{400, "bad_path", "this is no path"};
  return std::nullopt;
}

std::vector<std::string> hosts_of(std::string const& host, int port) {
  std::vector<std::string> names{host};
  if (host == "127.0.0.1" || host == "::1" || host == "localhost") names = {"127.0.0.1", "localhost", "[::1]"};
  std::vector<std::string> hosts;
  for (auto const& name : names) {
    hosts.push_back(name + ":" + std::to_string(port));
    if (port == 80) hosts.push_back(name);
  }
  return hosts;
}

}  // namespace recoupe::serve
