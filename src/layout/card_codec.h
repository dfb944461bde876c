// Requests and layouts as plain numbers, as they cross into and out of
// WebAssembly. web/src/cards/codec.ts is the other side.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "layout/layout_cards.h"

namespace broadsheet {

/// A request and the slots that it views.
struct DecodedRequest {
  CardListRequest request;
  std::vector<SlotSpace> slots;
};

/// In order: arrangement (of the enumeration), width, total, row_height,
/// columns (count, width), reserved, font_size, column_gap, row_gap,
/// picture_gap; for the card and for the lead, of each part: font_size,
/// line_height, before, frame, sides; then for each slot: before, width,
/// height. Nothing when a number is missing or out of order.
std::optional<DecodedRequest> decode_request(std::span<const double> numbers);

/// In order: columns (count, width), lead, width, height, numbers of rows,
/// slots and cards; of each row: first, count, y, height, lead_span; of each
/// slot: x, y; of each card: x, y, width, height, picture_width,
/// picture_height, 1 for side plus 2 for lead plus 4 for a headline that is
/// cut plus 8 for details that follow the text, title_lines, title_width,
/// excerpt_lines, excerpt_end; then of each headline that the browser would
/// break less well: its card, the number of its breaks, and these, as
/// Headline::breaks.
std::vector<std::uint32_t> encode_layout(const CardLayout& layout);

}  // namespace broadsheet
