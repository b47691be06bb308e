#include "page/container.hpp"

#include <algorithm>
#include <unordered_set>

namespace recoupe::page {
namespace {

struct Size {
  std::size_t letters = 0;  // code points
  std::size_t words = 0;
  std::size_t commas = 0;
};

Size size_of(std::string_view text) {
  Size size;
  bool blank = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if ((c & 0xC0U) == 0x80U) continue;
    ++size.letters;
    const bool ideogram = c >= 0xE3 && c <= 0xED;  // scripts of East Asia stand without blanks
    size.words += (blank && c != ' ') || (ideogram && size.letters % 2 == 0) ? 1U : 0U;
    blank = c == ' ';
    size.commas += c == ',' || text.substr(i).starts_with("\u060C") ? 1U : 0U;
  }
  return size;
}

enum class Outside : bool { left_out, counted };

// How much a line speaks for a running text: nothing where it is short or a link.
double mass_of(Line const& line, Size size, Outside outside) {
  constexpr std::size_t fewest_words = 7;
  if (size.words < fewest_words || line.linked > 0.5) return 0;
  if (line.kind == BlockKind::headline || line.kind == BlockKind::caption) return 0;
  if (line.outside && outside == Outside::left_out) return 0;
  const double mass = 1 + static_cast<double>(std::min<std::size_t>(size.commas, 10)) +
                      std::min(static_cast<double>(size.letters) / 100, 3.0);
  const bool teaser = line.kind == BlockKind::list && line.linked > 0.1;
  return teaser ? mass / 10 : mass;
}

struct Sum {
  double score = 0;
  double mass = 0;   // of all lines within, less where a name speaks against it
  double whole = 0;  // the same by the lines alone
  double letters = 0;
  double linked = 0;
};

std::vector<Sum> sums_of(std::vector<Line> const& lines, std::vector<Container> const& containers, Outside outside) {
  constexpr int reach = 6;
  std::vector<Sum> sums(containers.size());
  for (auto const& line : lines) {
    const auto size = size_of(line.text);
    if (!line.outside || outside == Outside::counted) sums[line.container].letters += static_cast<double>(size.letters);
    sums[line.container].linked += line.linked * static_cast<double>(size.letters);
    const auto mass = mass_of(line, size, outside);
    if (mass == 0) continue;
    sums[line.container].mass += mass;
    sums[line.container].whole += mass;
    auto at = line.container;
    for (int level = 0; level < reach; ++level) {
      sums[at].score += level <= 1 ? mass : mass / (2 * (level - 1));
      if (containers[at].parent == at) break;
      at = containers[at].parent;
    }
  }
  for (std::size_t i = containers.size(); i-- > 1;) {
    sums[containers[i].parent].letters += sums[i].letters;
    sums[containers[i].parent].linked += sums[i].linked;
    sums[containers[i].parent].whole += sums[i].whole;
    sums[containers[i].parent].mass += sums[i].mass * std::min(1.0, containers[i].weight);
  }
  for (std::size_t i = 0; i < sums.size(); ++i) {
    const auto density = sums[i].letters == 0 ? 0 : sums[i].linked / sums[i].letters;
    sums[i].score *= containers[i].weight * (1 - density);
  }
  return sums;
}

// An article cut into sections: an element further out that holds a good deal more running text, and little else.
std::size_t widened(std::size_t top, std::vector<Sum> const& sums, std::vector<Container> const& containers) {
  constexpr double more = 1.25;
  constexpr double purer = 0.8;
  constexpr int reach = 4;
  const auto purity = [&](std::size_t i) { return sums[i].letters == 0 ? 0 : sums[i].mass / sums[i].letters; };
  auto chosen = top;
  auto ancestor = top;
  for (int level = 0; level < reach; ++level) {
    const auto parent = containers[ancestor].parent;
    if (parent == ancestor || parent == 0) break;
    ancestor = parent;
    if (sums[ancestor].mass >= more * sums[chosen].mass && purity(ancestor) >= purer * purity(top)) chosen = ancestor;
  }
  return chosen;
}

using Shingles = std::unordered_set<std::size_t>;

std::vector<std::size_t> shingles_of(std::string_view text) {
  constexpr std::size_t width = 4;
  std::vector<std::string_view> words;
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  for (std::size_t at = 0; at < text.size();) {
    auto begin = at;
    while (begin < text.size() && is_blank(text[begin])) ++begin;
    auto end = begin;
    while (end < text.size() && !is_blank(text[end])) ++end;
    if (end > begin) words.push_back(text.substr(begin, end - begin));
    at = end;
  }
  std::vector<std::size_t> shingles;
  for (std::size_t i = 0; i + width <= words.size(); ++i) {
    std::size_t hash = 0;
    for (std::size_t j = i; j < i + width; ++j)
      hash = hash * 1099511628211ULL ^ std::hash<std::string_view>{}(words[j]);
    shingles.push_back(hash);
  }
  return shingles;
}

bool is_running(Line const& line, std::size_t fewest_words) {
  return !line.outside && line.linked < 0.3 && line.kind != BlockKind::caption && !line.cell &&
         word_count(line.text) >= fewest_words;
}

// Three shapes on the way outwards from a line; 0 where none of them has a class.
std::size_t place_of(Line const& line, std::vector<Container> const& containers) {
  constexpr int reach = 3;
  std::size_t hash = 0;
  auto at = line.container;
  for (int level = 0; level < reach; ++level) {
    hash = hash * 1099511628211ULL ^ containers[at].shape;
    at = containers[at].parent;
  }
  return hash;
}

// Parts of the article's element that are named as noise, and hold little of its text.
void leave_out_hinted(std::vector<Line>& lines, std::vector<Container> const& containers, std::vector<Sum> const& sums,
                      std::size_t top) {
  constexpr double little = 0.3;
  std::vector<bool> left_out(containers.size());
  for (std::size_t i = 1; i < containers.size(); ++i) {
    left_out[i] = left_out[containers[i].parent] || ((containers[i].hinted || containers[i].about) && i != top &&
                                                     sums[i].whole < little * sums[top].whole);
  }
  for (auto at = top; at != 0; at = containers[at].parent) left_out[at] = false;
  for (auto& line : lines) {
    if (!left_out[line.container]) continue;
    line.region = Region::beyond;
    line.outside = true;
  }
}

// Sections of one article are made alike.
void join_alike(std::vector<Line>& lines, std::vector<Container> const& containers) {
  constexpr std::size_t fewest_words = 8;
  std::unordered_set<std::size_t> places;
  for (auto const& line : lines) {
    if (line.region == Region::inside && is_running(line, fewest_words)) places.insert(place_of(line, containers));
  }
  places.erase(0);
  for (auto& line : lines) {
    if (line.region == Region::beyond && is_running(line, fewest_words) && places.contains(place_of(line, containers)))
      line.region = Region::inside;
  }
}

bool is_named_lead(std::size_t at, std::vector<Container> const& containers) {
  constexpr int reach = 4;
  for (int level = 0; level < reach; ++level, at = containers[at].parent) {
    if (containers[at].lead) return true;
  }
  return false;
}

}  // namespace

void find_regions(std::vector<Line>& lines, std::vector<Container> const& containers) {
  constexpr double least = 8;
  constexpr double joins = 0.2;
  if (containers.empty()) return;
  const auto strongest = [](std::vector<Sum> const& sums) {
    return static_cast<std::size_t>(std::ranges::max_element(sums, {}, &Sum::score) - sums.begin());
  };
  auto sums = sums_of(lines, containers, Outside::left_out);
  auto best = strongest(sums);
  if (sums[best].score < least) {  // the whole article may stand in a part whose name says otherwise
    constexpr double much_more = 3;
    const auto left_out = sums[best].score;
    sums = sums_of(lines, containers, Outside::counted);
    best = strongest(sums);
    if (sums[best].score < least || sums[best].score < much_more * left_out) return;
    for (auto& line : lines) line.outside = false;
  }
  const auto top = widened(best, sums, containers);
  std::vector<bool> inside(containers.size());
  for (std::size_t i = 0; i < containers.size(); ++i) {
    const auto parent = containers[i].parent;
    const bool beside = parent == containers[top].parent && i != parent && top != parent;
    inside[i] = i == top || (i != parent && inside[parent]) ||
                (beside && containers[i].shape == containers[top].shape &&
                 sums[i].score >= std::max(4.0, joins * sums[top].score));
  }
  for (auto& line : lines) {
    auto const& around = containers[line.container];
    const bool paragraph_beside = around.parent == containers[top].parent && top != around.parent &&
                                  line.linked < 0.25 && line.text.size() > 80 && line.text.ends_with('.');
    line.region = inside[line.container] || (paragraph_beside && !line.outside) ? Region::inside : Region::beyond;
  }
  leave_out_hinted(lines, containers, sums, top);
  join_alike(lines, containers);
}

void find_lead(std::vector<Line>& lines, std::vector<Container> const& containers, std::string_view title) {
  constexpr std::size_t fewest_words = 8;
  constexpr std::size_t farthest = 40;  // lines between heading and article
  const auto first = static_cast<std::size_t>(std::ranges::find(lines, Region::inside, &Line::region) - lines.begin());
  if (first == lines.size() || containers.empty()) return;
  const auto key = title_key(title);
  for (std::size_t i = first; i > 0 && first - i < farthest;) {
    --i;
    if (lines[i].level != 1 && !says_title(lines[i].text, title, key)) continue;
    for (std::size_t j = i + 1; j < first; ++j) {
      auto& line = lines[j];
      const bool named = is_named_lead(line.container, containers);
      if (named) line.outside = false;
      if (line.about || !is_running(line, fewest_words)) continue;
      line.region = Region::inside;
      line.lead = true;
      line.standfirst = line.standfirst || (line.level > 0 && !named);
    }
    return;
  }
}

bool locate(std::vector<Line>& lines, std::string_view article_text) {
  constexpr std::size_t fewest = 60;
  const auto wanted = shingles_of(article_text);
  if (wanted.size() < fewest) return false;
  const Shingles set(wanted.begin(), wanted.end());
  std::vector<bool> found(lines.size());
  std::size_t matched = 0;
  std::size_t structured = 0;  // shingles that stand in the element of the article
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto shingles = shingles_of(lines[i].text);
    const auto hits = std::ranges::count_if(shingles, [&](std::size_t one) { return set.contains(one); });
    found[i] = shingles.size() >= 3 && static_cast<std::size_t>(hits) * 10 >= shingles.size() * 6;
    if (found[i]) matched += static_cast<std::size_t>(hits);
    if (lines[i].region == Region::inside) structured += shingles.size();
  }
  if (matched * 10 < wanted.size() * 6) return false;
  // What the metadata give may be the beginning only.
  const bool whole = wanted.size() * 2 > structured;
  const auto first = std::ranges::find(found, true) - found.begin();
  const auto last =
      static_cast<std::ptrdiff_t>(found.size()) - 1 - (std::find(found.rbegin(), found.rend(), true) - found.rbegin());
  for (std::ptrdiff_t i = 0; i < static_cast<std::ptrdiff_t>(lines.size()); ++i) {
    auto& line = lines[static_cast<std::size_t>(i)];
    if (i < first || (i > last && whole)) line.region = Region::beyond;
    if (found[static_cast<std::size_t>(i)]) {
      line.region = Region::inside;
      line.in_body = true;
      line.outside = false;
    }
  }
  return true;
}

}  // namespace recoupe::page
