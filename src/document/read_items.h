// Blocks made of items: lists, lists of links, tables.
#pragma once

#include <optional>

#include "document/fields.h"

namespace broadsheet {

/// Each gives nothing when the block has no item; why is then in the
/// diagnostics.
std::optional<BlockContent> read_list(Fields& fields);
std::optional<BlockContent> read_links(Fields& fields);
std::optional<BlockContent> read_table(Fields& fields);

}  // namespace broadsheet
