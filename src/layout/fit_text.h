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

/// Of a line's begin: the line before it shows a hyphen at its end.
inline constexpr std::uint32_t kAfterHyphen = 1U << 31U;

struct Headline {
  /// Of its widest line.
  Em width;
  /// Where its lines after the first begin, in code units, and kAfterHyphen;
  /// none where a browser, which breaks first fit, comes to as good ones by
  /// itself.
  std::vector<std::uint32_t> breaks;
};

/// As few lines as `measure` allows, even ones, which end in no article or
/// preposition where another end is as good.
Headline balance(std::span<const Item> items, Em measure);

/// Whether any line may end where only too narrow a measure makes it.
bool has_divisions(std::span<const Item> items);

/// `items` without such line ends in the words that fit.
std::vector<Item> whole_words(std::span<const Item> items, Em measure);

/// Width of the widest piece that no line end divides, except in need.
Em widest_word(std::span<const Item> items);

/// Where a text ends that is cut, and the lines that what is left takes.
struct Cut {
  std::uint32_t end = 0;  // code units
  unsigned lines = 0;
};

/// Where to end a text that takes more than `lines` lines, so that what is
/// before it takes at most those, "…" included: after a sentence, else before
/// the mark that ends a clause, else after a word that does not leave the
/// reader hanging. At 0 when not even a word fits.
Cut cut_text(std::u16string_view text, std::span<const Item> items, Em measure,
             unsigned lines, Em ellipsis);

}  // namespace broadsheet
