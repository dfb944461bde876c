// How many lines a text takes, how narrow it may be, and where it is best cut.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "typeset/item.h"

namespace broadsheet {

/// Lines of `items` at their natural width. A word wider than the measure
/// counts as the lines that it is broken into.
unsigned count_lines(std::span<const Item> items, Em measure);

/// The widest line of the balanced setting: set to this width, the text takes
/// as few lines as at `measure`, and even ones. Not above `measure`.
Em balanced_width(std::span<const Item> items, Em measure);

/// Width of the widest piece that no line end divides.
Em widest_word(std::span<const Item> items);

/// Where to end a text that takes more than `lines` lines, in code units, so
/// that what is before it takes at most those, "…" included: after a sentence,
/// else before the mark that ends a clause, else after a word that does not
/// leave the reader hanging. 0 when not even a word fits.
std::uint32_t cut_text(std::u16string_view text, std::span<const Item> items,
                       Em measure, unsigned lines, Em ellipsis);

}  // namespace broadsheet
