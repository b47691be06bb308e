#include "page/posts.hpp"

#include <algorithm>

#include "page/published.hpp"

namespace recoupe::page {
namespace {

// "— NAME (@handle) September 19, 2022": the last line of a quoted post.
bool is_post_signature(std::string_view line) {
  const bool dashed = line.starts_with("\u2014") || line.starts_with("\u2013") || line.starts_with("-");
  return dashed && line.find("(@") != std::string_view::npos && line.size() < 300;
}

bool links_to_a_post(std::string_view line) {
  for (std::string_view host : {"pic.twitter.com/", "//t.co/", "twitter.com/", "//x.com/"}) {
    if (line.find(host) != std::string_view::npos) return true;
  }
  return false;
}

Post signed_post(std::string_view text, std::string_view signature, Vocabulary::Tables const& words) {
  Post post;
  post.text = text;
  auto author = signature;
  while (!author.empty() &&
         (author.front() == '-' || author.front() == ' ' || static_cast<unsigned char>(author.front()) >= 0x80)) {
    if (static_cast<unsigned char>(author.front()) >= 0x80 && !author.starts_with("\u2014") &&
        !author.starts_with("\u2013"))
      break;
    author.remove_prefix(author.starts_with("\u2014") || author.starts_with("\u2013") ? 3 : 1);
  }
  const auto close = author.find(')');
  post.author = trimmed_line(author.substr(0, close == std::string_view::npos ? author.size() : close + 1));
  post.date = close == std::string_view::npos ? std::string() : first_day_in(author.substr(close + 1), words);
  return post;
}

}  // namespace

void part_signature(Post& post, Vocabulary::Tables const& words) {
  constexpr std::string_view dash = "\u2014 ";
  const auto at = post.text.rfind(dash);
  if (at == std::string::npos || at == 0 || !is_post_signature(std::string_view(post.text).substr(at))) return;
  auto signed_one = signed_post(trimmed_line(post.text.substr(0, at)), std::string_view(post.text).substr(at), words);
  post.text = std::move(signed_one.text);
  post.author = std::move(signed_one.author);
  post.date = std::move(signed_one.date);
}

std::vector<Post> take_posts(std::vector<Line>& lines, Vocabulary::Tables const& words) {
  std::vector<Post> posts;
  std::vector<Line> rest;
  for (auto& line : lines) {
    if (is_post_signature(line.text) && !rest.empty()) {
      auto post = signed_post(rest.back().text, line.text, words);
      rest.pop_back();
      if (!posts.empty() && posts.back().text == post.text) posts.pop_back();
      post.before_line = rest.size();
      posts.push_back(std::move(post));
    } else if (links_to_a_post(line.text) && line.text.size() < 1500) {
      // Its signature may follow; without one the author stays unknown.
      rest.push_back(std::move(line));
      rest.back().post = true;
    } else {
      rest.push_back(std::move(line));
    }
  }
  lines.clear();
  for (auto& line : rest) {
    if (line.post) {
      posts.push_back({lines.size(), std::move(line.text), {}, {}, {}});
    } else {
      lines.push_back(std::move(line));
    }
  }
  // Places are counted in `rest` for signed posts: both lists hold the same lines but for unsigned posts behind them.
  std::ranges::stable_sort(posts, {}, &Post::before_line);
  return posts;
}

void insert_posts(Report& report, std::vector<Post> const& posts) {
  for (std::size_t i = posts.size(); i > 0; --i) {
    auto const& post = posts[i - 1];
    Block block;
    block.kind = BlockKind::embed;
    block.text = trimmed_line(post.text);
    block.author = post.author;
    block.date = post.date;
    block.url = post.url;
    block.why = "a quoted post";
    if (block.text.empty()) continue;
    const auto at = std::min(post.before_line, report.blocks.size());
    report.blocks.insert(report.blocks.begin() + static_cast<std::ptrdiff_t>(at), std::move(block));
  }
}

}  // namespace recoupe::page
