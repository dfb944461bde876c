// Visits the texts of a body.
#pragma once

#include <functional>
#include <vector>

#include "document/document.h"

namespace broadsheet {

/// Calls `visit` with every text that is read as part of the article, in
/// order: paragraphs, headings, list items, quotes, tables, notes, groups.
/// Captions, links elsewhere, embeds and slots are not.
void for_each_text(const std::vector<Block>& blocks,
                   const std::function<void(const Text&)>& visit);

}  // namespace broadsheet
