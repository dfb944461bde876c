// Blocks that show pictures, sound, film, or other sites' content.
#pragma once

#include <optional>

#include "document/fields.h"

namespace broadsheet {

/// Each gives nothing when the block has nothing that could be shown; why is
/// then in the diagnostics.
std::optional<BlockContent> read_image_block(Fields& fields);
std::optional<BlockContent> read_gallery(Fields& fields);
std::optional<BlockContent> read_media(Fields& fields, Media::Kind kind);
std::optional<BlockContent> read_embed(Fields& fields);
std::optional<BlockContent> read_slot(Fields& fields);

}  // namespace broadsheet
