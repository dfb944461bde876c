// Where lines may end, with running totals, so that any line is measured by
// subtraction. Internal to typeset/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "typeset/break_lines.h"
#include "typeset/item.h"

namespace broadsheet {

/// Totals of the items before some place. Widths in em.
struct Totals {
  double width = 0;  // Boxes and spaces.
  double space = 0;  // Spaces alone, no-break ones included.
  double letters = 0;
  std::uint32_t gaps = 0;  // Number of spaces, no-break ones included.
};

struct Breakpoint {
  /// Of the line that ends here: with the hyphen, without what hangs.
  Totals end;

  /// What hangs out of this line, and out of the next one.
  float hang_right = 0;
  float hang_left = 0;

  /// Before the next line's first item; what that item hangs is added to the
  /// width, and so missing from the line.
  Totals start;

  /// What ending a line here costs by itself; of a Hyphen, without the hyphen.
  float penalty = 0;

  /// How much narrower than `end` some later line end could measure: the
  /// hyphen shown here.
  float mark = 0;

  std::uint32_t item = 0;  // The line ends before this item,
  std::uint32_t next = 0;  // and the next one begins with this one.

  /// Letters missing to `hyphen_edge_letters` are counted from these.
  std::uint16_t letters_before = 0;
  std::uint16_t letters_after = 0;

  ItemKind kind = ItemKind::ForcedBreak;
};

/// All spaces, for the search of rivers: one array per figure, so that a line's
/// gaps are painted several at a time.
struct Gaps {
  std::vector<double> before;   // Totals::width before the gap,
  std::vector<double> letters;  // Totals::letters,
  std::vector<double> space;    // Totals::space.
  std::vector<double> width;
};

struct Breakpoints {
  /// [0] is the start of the paragraph: no line ends there. The last one is a
  /// ForcedBreak. Empty for an empty paragraph.
  std::vector<Breakpoint> points;

  /// The spaces that `Totals::gaps` counts, no-break ones included.
  Gaps gaps;

  double largest_hang_left = 0;
  double largest_hang_right = 0;

  /// Width of the first space that has one; a quarter em where there is none.
  double common_space = 0.25;
};

/// No line is sought that is longer. Text of no width would otherwise cost the
/// square of its length; no line that can be read holds as many breakpoints.
inline constexpr std::uint32_t kMostBreakpoints = 1000;

/// All legal breakpoints in order. Neighbouring spaces, penalties and hyphens
/// count as one breakpoint, a space if there is one. O(n).
Breakpoints find_breakpoints(std::span<const Item> items);

/// As break_optimal in break_lines.h, of items whose breakpoints are known: a
/// paragraph finds them once and is set at many widths.
Lines break_optimal(const Breakpoints& found, std::span<const Em> measure,
                    const Setting& setting);

inline bool is_gap(ItemKind kind) {
  return kind == ItemKind::Glue || kind == ItemKind::NoBreakGlue;
}

/// The line between two breakpoints, at its natural width.
Line line_between(const Breakpoint& from, const Breakpoint& to);

/// Natural width in em of the line between two breakpoints.
inline double natural_width(const Breakpoint& from, const Breakpoint& to) {
  return to.end.width - from.start.width;
}

}  // namespace broadsheet
