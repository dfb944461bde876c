// Hanging punctuation: marks that stand partly outside the measure, so that the
// edge looks straight where it is only light.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/units.h"
#include "typeset/item.h"
#include "typeset/pieces.h"

namespace broadsheet {

/// How far marks hang. Few levels, each a style class of the page; the breaker
/// counts with exactly what is painted.
enum class HangLevel : std::uint8_t {
  None,
  Slight,     // : ; ! ? and dashes
  Half,       // hyphens
  Most,       // . , and apostrophes
  Quote,      // quotation marks and guillemets
  FullWidth,  // 。、 with nothing in their second half
};

/// In em: about half of what each kind measures in text faces, and the ink of
/// full stops nearly whole. Margin kerning of pdfTeX moves them alike.
/// Hàn Thế Thành, Micro-typographic extensions to the TeX typesetting system,
/// 2000, section 3.2.
Em hang_of(HangLevel level);

/// The level that hangs by `width`, None where there is no such level.
HangLevel hang_level_of(Em width);

/// Tells `items`, made of `pieces`, how far they hang at either edge.
void hang_marks(std::u16string_view text, std::span<const Piece> pieces,
                std::span<Item> items);

}  // namespace broadsheet
