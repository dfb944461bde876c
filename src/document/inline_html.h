// HTML in a text field: its marks and blocks are kept, other tags lose
// themselves and keep their text, and what is never shown is dropped.
//
// Not inlined: wasm/seldom.txt puts it aside.
#pragma once

#include <string_view>
#include <vector>

#include "document/fields.h"

namespace broadsheet {

/// The blocks that `html` reads as: paragraphs, headings, lists, quotes,
/// pictures, tables, listings, dividers, embeds of known providers. Misnested
/// and unclosed tags give what a browser would show. The content of script,
/// style, template and iframe is dropped with an `html-dropped` finding, and so
/// are links and pictures whose URL is not accepted.
[[gnu::noinline]] std::vector<Block> read_html_blocks(std::string_view html,
                                                      const Place& place,
                                                      ReadContext& context);

/// The same where no blocks can be: what were blocks are parted by breaks.
[[gnu::noinline]] Text read_html_text(std::string_view html, const Place& place,
                                      ReadContext& context);

}  // namespace broadsheet
