#include "link/label.hpp"

namespace recoupe::link {

std::string host_of(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#:"));
  return std::string(url);
}

std::string label_of(std::string_view outlet, std::string_view url, std::string_view path) {
  if (!outlet.empty()) return std::string(outlet);
  if (auto host = host_of(url); !host.empty()) return host;
  return std::string(path.substr(path.find_last_of('/') + 1));
}

}  // namespace recoupe::link
