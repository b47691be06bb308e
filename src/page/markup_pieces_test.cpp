#include "page/markup_pieces.hpp"

#include <gtest/gtest.h>
#include <lexbor/dom/interfaces/character_data.h>
#include <lexbor/html/html.h>

#include <memory>
#include <random>
#include <string>

namespace recoupe::page {
namespace {

bool is_unread(lxb_tag_id_t tag) {
  return tag == LXB_TAG_SCRIPT || tag == LXB_TAG_STYLE || tag == LXB_TAG_NOSCRIPT || tag == LXB_TAG_IFRAME ||
         tag == LXB_TAG_SVG;
}

void write_attribute(lxb_dom_element_t* element, std::string_view name, std::string& tree) {
  std::size_t length = 0;
  const auto* bytes = reinterpret_cast<const lxb_char_t*>(name.data());
  if (!lxb_dom_element_has_attribute(element, bytes, name.size())) return;
  const auto* value = lxb_dom_element_get_attribute(element, bytes, name.size(), &length);
  tree.append(" ").append(name).append("=");
  if (value != nullptr) tree.append(reinterpret_cast<const char*>(value), length);
}

// The tree as tags and texts, without what is in comments and in the elements that nobody reads.
void write_tree(lxb_dom_node_t* node, std::string& tree) {
  for (auto* child = node->first_child; child != nullptr; child = child->next) {
    if (child->type == LXB_DOM_NODE_TYPE_TEXT) {
      auto const& text = lxb_dom_interface_character_data(child)->data;
      tree.append(reinterpret_cast<const char*>(text.data), text.length);
    }
    if (child->type != LXB_DOM_NODE_TYPE_ELEMENT) continue;
    const auto tag = lxb_dom_node_tag_id(child);
    std::size_t length = 0;
    const auto* name = lxb_dom_element_local_name(lxb_dom_interface_element(child), &length);
    tree += '<';
    tree.append(reinterpret_cast<const char*>(name), length);
    for (std::string_view read : {"class", "hidden", "content"})
      write_attribute(lxb_dom_interface_element(child), read, tree);
    tree += '>';
    if (!is_unread(tag)) write_tree(child, tree);
    tree += "</>";
  }
}

std::string tree_of(std::string_view markup) {
  const std::unique_ptr<lxb_html_document_t, decltype(&lxb_html_document_destroy)> document(lxb_html_document_create(),
                                                                                            &lxb_html_document_destroy);
  lxb_dom_document_scripting_set(lxb_dom_interface_document(document.get()), true);
  std::string tree;
  if (lxb_html_document_parse(document.get(), reinterpret_cast<const lxb_char_t*>(markup.data()), markup.size()) ==
      LXB_STATUS_OK)
    write_tree(lxb_dom_interface_node(document.get()), tree);
  return tree;
}

TEST(MarkupPieces, WhatNobodyReadsIsLeftOut) {
  EXPECT_EQ(markup_to_parse("<p>a<script>let a_long_name = 1;</script>c"), "<p>a<script></script>c");
  EXPECT_EQ(markup_to_parse("<STYLE type='a>b'>p { color: red; }</Style >c"), "<STYLE type='a>b'></Style >c");
  EXPECT_EQ(markup_to_parse("a<!-- a comment of some length -->b"), "a<!---->b");
  EXPECT_EQ(markup_to_parse("<iframe src=x>something to fall back on</iframe>"), "<iframe src=x></iframe>");
  EXPECT_EQ(markup_to_parse("<p data-some-thing='x>y' class=a onclick=\"go()\">b"), "<p  class=a >b");
  EXPECT_EQ(markup_to_parse("<img src=picture.example alt='a picture'><a href=there.example>b</a>"),
            "<img  ><a href=there.example>b</a>");
  EXPECT_EQ(markup_to_parse("<svg class=a><g><svg/><path d='M0 0'/><title>x</title></g></svg>b"),
            "<svg class=a></svg>b");
  EXPECT_EQ(markup_to_parse("<svg><svg><path/></svg><path/></svg>b"), "<svg></svg>b");
  EXPECT_EQ(markup_to_parse("no markup at all"), "no markup at all");
  EXPECT_EQ(markup_to_parse(""), "");
}

TEST(MarkupPieces, WhatIsReadOrDoubtfulStays) {
  for (std::string_view markup : {
           "<script type=application/ld+json>{\"headline\":\"A headline\"}</script>",
           "<title>A page about the <script> element, and more</title>",
           "<a title='<script>'>a text that is none of a script</a></script>",
           "<svg><script/></svg><p>the article, of more than a few bytes</p><script></script>",
           "<g><svg></g><path/></svg>an element that no drawing has opened is closed in one",
           "<script>a <!-- <script>b</script> the script goes on</script>",
           "<svg><![CDATA[ <script> ]]></svg><p>the article comes here</p></script>",
           "<plaintext><script>no script any more, but a text</script>",
           "<script>never closed, and so long that it might be left out",
           "<!-- never closed, and so long that it might be left out",
           "<scripts>a text of an unknown element</scripts>",
           "a <b class= d='<!-- no note here -->'> e",
           "<math><noscript><b class=c>an element of a formula</b></noscript></math>",
           "<svg><path></path><p>an article that a drawing cannot hold</p></svg>",
           "<svg><title>a title with <b>markup</b> of its own</title></svg>",
           "<svg><path></path> never closed, and so long that it might be left out",
           "<svg><foreignObject>an article within a drawing</foreignObject></svg>",
           "<p lang=fr /data-name-of-something>the name is no sign of an empty element</p>",
           "<p class data-name-of-something='x' =y>the value would be that of the class</p>",
       })
    EXPECT_EQ(markup_to_parse(markup), markup);
}

// Markup put together at random from what is hard to tell apart has the same tree as a whole and in pieces.
TEST(MarkupPiecesProperty, TheTreeIsThatOfTheWhole) {
  constexpr std::string_view parts[] = {"<p>",
                                        "text ",
                                        "<script>",
                                        "</script>",
                                        "<!--",
                                        "-->",
                                        "--!>",
                                        "<style>",
                                        "</style>",
                                        "<div a=",
                                        "<p class=",
                                        "a ",
                                        " data-a-long-name=",
                                        " hidden",
                                        " data-a-long-name",
                                        "<svg>",
                                        "<svg ",
                                        "</svg>",
                                        "<path d='M0 0 1 1 2 2'/>",
                                        "<g>",
                                        "</g>",
                                        "<select>",
                                        "<math>",
                                        "<desc>",
                                        "</desc>",
                                        "<![CDATA[",
                                        "'",
                                        "\"",
                                        ">",
                                        "/>",
                                        "<",
                                        "</",
                                        "</p>",
                                        "<a b='c' d>",
                                        "<title>",
                                        "</title>",
                                        "<textarea>",
                                        "</textarea>",
                                        "<iframe",
                                        "</iframe>",
                                        "<noscript>",
                                        "</noscript>",
                                        "<SCRIPT ",
                                        "</script ",
                                        "a long text of it",
                                        "<td>",
                                        "=",
                                        "<!x>",
                                        "<?y?>",
                                        "&am",
                                        "p;",
                                        "-",
                                        "<li>",
                                        "<xmp>",
                                        "</xmp>",
                                        "</div>",
                                        "<b>",
                                        "</b>",
                                        "<!---->",
                                        "<table>"};
  std::mt19937 chance(7);
  for (int round = 0; round < 20'000; ++round) {
    std::string markup = "<!doctype html><body>";
    for (auto count = chance() % 24; count > 0; --count) markup += parts[chance() % std::size(parts)];
    ASSERT_EQ(tree_of(markup_to_parse(markup)), tree_of(markup))
        << markup << "\nin pieces: " << markup_to_parse(markup);
  }
}

}  // namespace
}  // namespace recoupe::page
