// A paragraph's text cut into pieces: what is to be measured, and where lines
// may end. Knows languages; neither widths nor fonts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "hyphenation/hyphenator.h"
#include "typeset/item.h"
#include "unicode/line_breaks.h"

namespace broadsheet {

enum class PieceKind : std::uint8_t { Text, Space };

/// What a line that ends after a piece shows there.
enum class LineEnd : std::uint8_t { None, Plain, Hyphen };

/// [begin, end) of the text, in UTF-16 code units. White space that CSS
/// collapses is one Space; U+00A0 is a Space after which no line ends.
struct Piece {
  PieceKind kind = PieceKind::Text;
  LineEnd after = LineEnd::None;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  /// Of the line end, in the unit of BreakCosts.
  float penalty = 0;
};

/// [begin, end) of the text in another language than the paragraph's.
struct ForeignRun {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  /// Null: its words are not divided.
  const Hyphenator* hyphenator = nullptr;
};

struct PieceOptions {
  BreakOptions breaks;
  /// Null: words are not divided.
  const Hyphenator* hyphenator = nullptr;
  /// Ascending, apart from one another.
  std::span<const ForeignRun> foreign;
  /// Added to hyphens in words with a capital, names most of them.
  float proper_noun = 0;
  /// Of headlines: the language whose small words cling to the next one, and
  /// what a line end after such a word costs.
  std::string_view clinging_language;
  float clinging = 0;
};

/// Cuts `text`, less the spaces at both its ends. `cuts` are offsets,
/// ascending, where a piece must end because the font changes there. Total on
/// any UTF-16.
std::vector<Piece> cut_pieces(std::u16string_view text,
                              std::span<const std::uint32_t> cuts,
                              const PieceOptions& options);

/// The items of `pieces`, in the same order, for the line breaker. `widths` has
/// one width for each piece; `hyphen` is the width of the hyphen shown.
std::vector<Item> make_items(std::u16string_view text,
                             std::span<const Piece> pieces,
                             std::span<const float> widths, Em hyphen);

}  // namespace broadsheet
