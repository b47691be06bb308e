// What of a page's markup is worth parsing: all but what stands in comments, scripts, styles, drawings, attributes and
// what else nobody reads, often the greater part of a page.
//
//   markup_to_parse("<p>a<script>let b;</script>c");  // "<p>a<script></script>c"
//
// Its tree is that of the whole with empty comments, with those elements empty and
// without those attributes. JSON-LD is kept.
// Where markup is written so that only a parser can tell what is text (a script within a comment within a script,
// CDATA, an element closed as in XML), the rest is kept.
#pragma once

#include <string>
#include <string_view>

namespace recoupe::page {

std::string markup_to_parse(std::string_view markup);

}  // namespace recoupe::page
