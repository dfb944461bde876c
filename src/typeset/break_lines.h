// Decides where lines end. Knows widths; never fonts, never the DOM.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "typeset/break_costs.h"
#include "typeset/item.h"

namespace broadsheet {

/// Items [begin, end) of one line; the item it breaks at is `end`.
struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;

  /// Width of the unstretched line, the hyphen included, hung marks left out.
  Em natural_width;

  /// What the measure adds to the line's spaces, as a share of their natural
  /// width: 0 is natural, 1 twice as wide, -.3 tight. 0 where nothing is
  /// justified: last lines, ragged lines, lines without a space.
  double ratio = 0;

  /// Tracking added to each letter.
  Em letter_fit;

  /// How far the first and last item stand outside the measure.
  Em hang_left;
  Em hang_right;
};

struct Lines {
  std::vector<Line> lines;

  /// What the breaker minimised, in the unit of BreakCosts. 0 for first fit.
  double cost = 0;
};

enum class Alignment : std::uint8_t { Justify, Start };

struct Setting {
  Alignment alignment = Alignment::Justify;

  /// Wanted number of lines relative to the best one; taken as far as it can
  /// be had. As TeX's \looseness.
  int looseness = 0;

  BreakCosts costs;
};

// All three: `items` is empty or ends in ForcedBreak. The measure is one width
// per line, the last repeated for all further lines; never empty. Total:
// whatever the input, every item is on one line or discarded at its edge, and
// only a box that is wider than its line (with what hangs taken off) overflows,
// alone. Spaces at both ends of a line are discarded.

/// First fit: each line takes all that it can hold at natural width. O(n).
/// https://www.w3.org/TR/css-text-3/#line-breaking
Lines break_first_fit(std::span<const Item> items, std::span<const Em> measure);

/// Total fit: the least sum of costs over the whole paragraph, in one pass.
///
/// Exact for everything in BreakCosts but rivers and opposite letter-fit, which
/// are judged against the best line above. O(n × breakpoints that make a good
/// line). Knuth and Plass, Breaking Paragraphs into Lines, 1981.
/// https://doi.org/10.1002/spe.4380111102
Lines break_optimal(std::span<const Item> items, std::span<const Em> measure,
                    const Setting& setting = {});

/// For headlines: as few lines as first fit, then as even as can be, the last
/// line included. O(n × breakpoints per line).
Lines break_balanced(std::span<const Item> items, Em measure,
                     const BreakCosts& costs = {});

}  // namespace broadsheet
