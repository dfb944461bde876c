// The blocks of a body.
#pragma once

#include <optional>
#include <vector>

#include "document/fields.h"

namespace broadsheet {

/// Reads an array of blocks. A block that cannot be made leaves its text
/// behind as a paragraph, or a finding where it has none.
std::vector<Block> read_blocks(const JsonValue& array, const Place& place,
                               ReadContext& context);

/// Reads an image; nothing when it has no source that may be loaded.
std::optional<Image> read_image(const JsonValue& value, const Place& place,
                                ReadContext& context);

}  // namespace broadsheet
