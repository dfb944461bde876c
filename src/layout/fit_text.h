// How many lines a text takes, how narrow it may be, and where it is best cut.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "typeset/item.h"

namespace broadsheet {

/// Lines of `items` at their natural width. A word wider than the measure
/// counts as the lines that it is broken into.
unsigned count_lines(std::span<const Item> items, Em measure);

/// A headline's box is that much wider than its widest line: a font may come
/// out wider at one size than at another.
inline constexpr double kTitleRoom = 1.008;

struct Headline {
  /// Of its widest line.
  Em width;
  /// Where its lines after the first begin, in code units; none where a
  /// browser, which breaks first fit, comes to as good ones by itself.
  std::vector<std::uint32_t> breaks;
};

/// As few lines as `measure` allows, even ones, which end in no article or
/// preposition where another end is as good.
Headline balance(std::span<const Item> items, Em measure);

/// Width of the widest piece that no line end divides.
Em widest_word(std::span<const Item> items);

/// Where to end a text that takes more than `lines` lines, in code units, so
/// that what is before it takes at most those, "…" included: after a sentence,
/// else before the mark that ends a clause, else after a word that does not
/// leave the reader hanging. 0 when not even a word fits.
std::uint32_t cut_text(std::u16string_view text, std::span<const Item> items,
                       Em measure, unsigned lines, Em ellipsis);

}  // namespace broadsheet
