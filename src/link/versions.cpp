#include "link/versions.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "text/fold.hpp"

namespace recoupe::link {
namespace {

constexpr std::size_t most_versions = 200;
constexpr std::size_t most_sentences = 50;
constexpr double enough_shared = 0.3;

// Of campaigns and of social networks.
constexpr std::array<std::string_view, 8> counting_parameters{
    "utm_", "fbclid=", "gclid=", "mc_cid=", "mc_eid=", "igshid=", "xtor=", "ref="};

bool counts_readers(std::string_view parameter) {
  return std::ranges::any_of(counting_parameters,
                             [&](std::string_view counting) { return parameter.starts_with(counting); });
}

std::string_view without_prefix(std::string_view text, std::string_view prefix) {
  return text.starts_with(prefix) ? text.substr(prefix.size()) : text;
}

std::string query_of(std::string_view query) {
  std::string kept;
  while (!query.empty()) {
    const auto end = std::min(query.find('&'), query.size());
    const auto parameter = query.substr(0, end);
    if (!parameter.empty() && !counts_readers(parameter)) kept.append(kept.empty() ? "?" : "&").append(parameter);
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return kept;
}

bool share_words(reuse::Printed const& left, reuse::Printed const& right) {
  if (left.content == right.content) return true;
  const auto smaller = std::min(left.prints.size(), right.prints.size());
  if (smaller == 0) return false;
  std::vector<reuse::Print> both;
  std::ranges::set_intersection(left.prints, right.prints, std::back_inserter(both));
  return static_cast<double>(both.size()) >= enough_shared * static_cast<double>(smaller);
}

bool same_report(SavedPage const& left, SavedPage const& right) {
  if (!left.title.empty() && text::fold(left.title) == text::fold(right.title)) return true;
  return left.printed != nullptr && right.printed != nullptr && share_words(*left.printed, *right.printed);
}

bool newer(SavedPage const& left, SavedPage const& right) {
  const auto key = [](SavedPage const& page) {
    return std::tuple(page.day, page.printed == nullptr ? std::size_t{0} : page.printed->prints.size());
  };
  return key(left) != key(right) ? key(left) > key(right) : left.id < right.id;
}

std::vector<std::string> sentences_of(text::SegmentedText const& body) {
  std::vector<std::string> sentences;
  for (auto const& sentence : body.sentences) sentences.emplace_back(body.slice(sentence.span));
  return sentences;
}

// In the order in which they stand.
std::vector<std::string> only_in(std::vector<std::string> const& one, std::vector<std::string> const& other) {
  std::multiset<std::string> known;
  for (auto const& sentence : other) known.insert(text::fold(sentence));
  std::vector<std::string> only;
  for (auto const& sentence : one) {
    const auto found = known.find(text::fold(sentence));
    if (found != known.end()) {
      known.erase(found);
    } else if (only.size() < most_sentences) {
      only.push_back(sentence);
    }
  }
  return only;
}

}  // namespace

std::string article_address(std::string_view url) {
  url = url.substr(0, url.find('#'));
  const auto scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  const auto host_end = std::min(url.find_first_of("/?"), url.size());
  auto host = text::fold(url.substr(0, host_end));
  host = without_prefix(host, "www.");
  auto rest = url.substr(host_end);
  const auto query_at = std::min(rest.find('?'), rest.size());
  auto path = rest.substr(0, query_at);
  const auto query = query_of(query_at < rest.size() ? rest.substr(query_at + 1) : std::string_view());
  while (path.ends_with('/')) path.remove_suffix(1);
  if (host.empty() || (path.empty() && query.empty())) return {};
  return host.append(path).append(query);
}

std::vector<std::size_t> newest_versions(std::span<SavedPage const> pages) {
  std::vector<std::size_t> stands(pages.size());
  std::iota(stands.begin(), stands.end(), std::size_t{0});
  std::map<std::string, std::vector<std::size_t>> by_address;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    if (auto address = article_address(pages[p].url); !address.empty()) by_address[std::move(address)].push_back(p);
  }
  for (auto& [address, members] : by_address) {
    if (members.size() < 2 || members.size() > most_versions) continue;
    // The newest first, so that whoever is reached from it is a version of it.
    std::ranges::sort(members, [&](std::size_t left, std::size_t right) { return newer(pages[left], pages[right]); });
    std::vector<bool> reached(members.size(), false);
    for (std::size_t first = 0; first < members.size(); ++first) {
      if (reached[first]) continue;
      std::vector<std::size_t> open{first};
      reached[first] = true;
      while (!open.empty()) {
        const auto from = open.back();
        open.pop_back();
        stands[members[from]] = members[first];
        for (std::size_t other = first + 1; other < members.size(); ++other) {
          if (reached[other] || !same_report(pages[members[from]], pages[members[other]])) continue;
          reached[other] = true;
          open.push_back(other);
        }
      }
    }
  }
  return stands;
}

Version describe_version(PageText const& now, PageText const& then) {
  const auto sentences_now = sentences_of(now.body);
  const auto sentences_then = sentences_of(then.body);
  auto const& report = then.report;
  Version version{.id = report.id, .path = report.path, .title = report.title, .published = report.published.value};
  version.added = only_in(sentences_now, sentences_then);
  version.removed = only_in(sentences_then, sentences_now);
  return version;
}

}  // namespace recoupe::link
