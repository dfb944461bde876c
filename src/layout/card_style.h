// What a card is to the layout: measured texts and the sizes they are set in.
// Lengths are CSS px unless their type says em.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "typeset/item.h"

namespace broadsheet {

/// The texts of a card, from top to bottom.
enum class CardPart : std::uint8_t {
  Sponsored,
  Kicker,
  Title,
  Excerpt,
  Details,
};
inline constexpr std::size_t kCardParts = 5;

/// How one part is set, as the browser computes it.
struct PartStyle {
  double font_size = 16;
  double line_height = 20;
  /// Above the part, unless it is the card's first.
  double before = 0;
  /// Its padding and borders: above and below, left and right.
  double frame = 0;
  double sides = 0;
};

using CardStyle = std::array<PartStyle, kCardParts>;

/// Penalty of a line end within a word of a headline, which is taken only where
/// the word is wider than its column.
inline constexpr float kDivision = 100;

/// A card's texts as items; a part that is not there has none.
struct CardContent {
  std::array<std::vector<Item>, kCardParts> parts;
  /// The excerpt's characters, where sentences and clauses are looked for.
  std::u16string excerpt;
  /// Width of "…" in the excerpt's font.
  Em ellipsis = 1_em;
  bool picture = false;
  bool sponsored = false;

  [[nodiscard]] const std::vector<Item>& items(CardPart part) const {
    return parts[static_cast<std::size_t>(part)];
  }
};

inline const PartStyle& style_of(const CardStyle& style, CardPart part) {
  return style[static_cast<std::size_t>(part)];
}

}  // namespace broadsheet
