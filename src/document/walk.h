// Visits the texts and pictures of a body.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace broadsheet {

/// A text and the language of its block, or of the nearest block round it that
/// says one.
using VisitText =
    std::function<void(const Text& text, std::string_view language)>;

/// Calls `visit` with every text that is read as part of the article, in
/// order: paragraphs, headings, list items, quotes, tables, notes, groups.
/// Captions, links elsewhere, embeds and slots are not. `language` is that of
/// blocks that do not say their own.
void for_each_text(const std::vector<Block>& blocks, std::string_view language,
                   const VisitText& visit);

/// How many pictures `blocks` show, those of galleries and groups included.
std::size_t count_images(const std::vector<Block>& blocks);

}  // namespace broadsheet
