// What a line costs: every constant of the optimal and balanced breakers, each
// with its reason.
#pragma once

#include <limits>

#include "base/units.h"

namespace broadsheet {

enum class CostModel : unsigned char {
  Even,  // Costs add up; spaces are judged by the square of their change.
  Tex    // TeX's integer badness and demerits, for the LuaTeX conformance test.
};

/// Unit of cost in the Even model: one line whose spaces are twice as wide as
/// natural. So a cost divided by the number of lines is comparable with the
/// quality report's msd, and `hyphen = 0.1` says that a hyphen is worth taking
/// when it saves that much.
struct BreakCosts {
  CostModel model = CostModel::Even;

  /// The most a space gives up, as a share of its width. Words close up
  /// visibly below two thirds of a space; .325 keeps clear of .67 after the
  /// browser has rounded.
  double space_shrink = 0.325;

  /// From this change on, stretched spaces are seen as holes; beyond it each
  /// line pays `hole` times the square of the rest on top. Lines over 1.5 in
  /// short French paragraphs at 280 to 900 px, and msd: 2.5 % and .035 for 2,
  /// 2.3 % and .032 for 8, for 0.3 % more hyphens.
  double hole_from = 0.35;
  double hole = 8;

  /// From this change on the cost of a line grows along its tangent, no longer
  /// by squares: a line that cannot be good must not make its neighbours bad.
  double hopeless_from = 2.0;

  /// Letter-fit: the largest change of a line's text width by tracking. 3 % is
  /// what readers do not notice.
  double letter_fit_limit = 0.03;

  /// Tracking comes in these steps, one style class each: .002 em is about
  /// half a per cent of the width of Latin text.
  Em letter_fit_step = 0.002_em;

  /// Cost of a line at full letter-fit, growing by squares. Low: tracking at
  /// the limit is far less visible than the spaces that it saves.
  double letter_fit = 0.01;

  /// A line with any letter-fit at all, which costs the page an element: spaces
  /// within 10 % of natural are left alone. On the bench's French text at 320
  /// and 800 px, lines with letter-fit and msd are 89 %/.025 and 75 %/.005 for
  /// 0, 72 %/.026 and 54 %/.005 for .01, 65 %/.027 and 39 %/.008 for .02.
  double letter_fit_use = 0.01;

  /// A line at full letter-fit below one at the opposite limit, growing by
  /// squares: the change of colour shows where either alone does not. Pairs of
  /// lines .02 em apart or more are 9.5 % of all lines for 0, 7.7 % for .2, 6.3
  /// % for .4, where .6 % more lines are hyphenated. Judged, like rivers,
  /// against the best line above.
  double fit_contrast = 0.2;

  /// For callers to set as Item::penalty of spaces after articles and
  /// prepositions in headlines: worth lines that differ by 5 em.
  double clinging = 1.5;

  /// A hyphen at a line end. Msd and % of lines hyphenated, at 320 and 800 px:
  /// .025, 20 and .005, 2.4 for .1; .026, 19 and .006, 1.2 for .14; .027, 18
  /// and .007, 0.7 for .2.
  double hyphen = 0.14;

  /// On top, when fewer than `hyphen_edge_letters` letters of the word stand
  /// before the hyphen or after it, for each letter that is missing.
  double hyphen_edge = 0.03;
  double hyphen_edge_letters = 4;

  /// For callers to set as Item::penalty of hyphenation points in proper nouns:
  /// a name is divided only to save a line from a hole.
  double proper_noun = 0.5;

  /// On top, for the second hyphenated line in a row.
  double hyphen_ladder = 0.1;

  /// On top, for the third and each further one: dearer than any line, so it
  /// happens only where every other break would overflow.
  double hyphen_long_ladder = 1000;

  /// On top, for a hyphen on the line before the last: nearly the whole word
  /// would fit below it.
  double hyphen_before_last = 0.1;

  /// A last line of one word, if it is short: dearer than spaces of four times
  /// their width.
  double runt = 60;

  /// The same of a word from `long_word` on, ten letters: worth one line with
  /// spaces of 2.3, or two of 1.9. At 480 px one teaser of the bench, of three
  /// lines, has spaces of 1.9 and 2.3 above "des États-Unis." for 12, and 1.9
  /// and 1.2 above "États-Unis." for 9. docs/typesetting.md has the curve.
  double long_runt = 9;
  Em long_word = 4_em;

  /// A last line shorter than `short_last_share` of the measure: it reads as a
  /// slip, and is shorter than the next paragraph's indent.
  double short_last = 1;
  double short_last_share = 0.12;

  /// A gap that overlaps gaps of the two lines above by half: a river is seen
  /// from three lines on. Rivers per 100 lines at 320 and 800 px: 5.3 and 2.3
  /// for .08, 4.8 and 2.3 for .12, 3.2 and 2.1 for .2, 3.1 and 2.1 for .3.
  double river = 0.2;

  /// A gap that overlaps one gap of the line above, from which rivers start.
  double river_link = 0.006;

  /// Ragged setting: a line that is short by `ragged_room` costs 1.
  Em ragged_room = 4_em;

  /// A box that is wider than the measure, and for each em that it is: nothing
  /// else may be chosen for its sake, everything for that of avoiding it.
  double overfull = 1000;

  // The rest is read by TeX's model alone; names as in The TeXbook, chapter 14.

  double space_stretch = 0.5;
  double line_penalty = 10;
  double tolerance = 200;
  double adj_demerits = 10000;
  double double_hyphen_demerits = 10000;
  double final_hyphen_demerits = 5000;
};

/// The parameters of plain TeX: spaces stretch by a half and shrink by a third,
/// no emergency stretch, nothing TeX does not know.
constexpr BreakCosts tex_costs() {
  BreakCosts costs;
  costs.model = CostModel::Tex;
  costs.space_shrink = 1.0 / 3;
  costs.letter_fit_limit = 0;
  costs.hyphen = 50;
  costs.river = 0;
  costs.river_link = 0;
  costs.fit_contrast = 0;
  return costs;
}

}  // namespace broadsheet
