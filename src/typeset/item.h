// What a paragraph is to the line breaker: measured items in reading order.
#pragma once

#include <cstdint>

#include "base/units.h"

namespace broadsheet {

enum class ItemKind : std::uint8_t {
  Box,          // Text that no line end divides.
  Glue,         // A space: lines may end here, and it then takes no room.
  NoBreakGlue,  // U+00A0: stretches like a space, but no line ends here.
  Penalty,      // Lines may end here unmarked: after "/", "-", a CJK character.
  Hyphen,       // Lines may end here, showing a hyphen.
  ForcedBreak   // The line ends here; the last item of every paragraph.
};

/// One measured piece of a paragraph.
///
/// Every length is in em of the paragraph's font size, the measure included.
/// That is the only unit that a change of text size leaves true: px would have
/// to be multiplied out again for each of the reader's five sizes, while the
/// paragraph's one measure is divided by the font size instead.
struct Item {
  ItemKind kind = ItemKind::Box;

  /// Characters whose advance letter-fit changes, of a Box (0 elsewhere: what
  /// spaces gain or lose is settled by the justified edge).
  std::uint32_t letters = 0;

  /// Where the item starts in the paragraph's source, in UTF-16 code units.
  std::uint32_t offset = 0;

  /// Added to the cost of ending a line here, in the unit of BreakCosts; for
  /// instance after an article or a preposition. Not negative, except in TeX's
  /// model.
  float penalty = 0;

  /// Not negative. Of a Penalty or a Hyphen: shown only if a line ends here.
  Em width;

  /// How far the item may hang out of the measure when it is first (Box) or
  /// last (Box, Penalty or Hyphen) on its line. Not negative.
  Em hang_left;
  Em hang_right;
};

}  // namespace broadsheet
