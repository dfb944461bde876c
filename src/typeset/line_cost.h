// What one line costs by itself, in either cost model. In the header for the
// breakers' inner loops, which call it for every line they consider.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "typeset/break_costs.h"
#include "typeset/breakpoints.h"

namespace broadsheet {

/// Room that sums of widths may be off by, in em: far below what is painted,
/// far above what doubles lose.
inline constexpr double kWidthTolerance = 1e-7;

/// One line as it would be set.
struct EvenLine {
  double cost = 0;
  double ratio = 0;       // As Line::ratio.
  double letter_fit = 0;  // Em per letter.
  bool overfull = false;
};

/// What a line brings along to meet the measure, all in em.
struct Slack {
  double room = 0;     // Measure less natural width; negative in a tight line.
  double natural = 0;  // Natural width.
  double space = 0;    // Natural width of the spaces.
  double letters = 0;
};

inline Slack slack_of(const Breakpoint& from, const Breakpoint& to,
                      double measure) {
  const double natural = natural_width(from, to);
  return {measure - natural, natural, to.end.space - from.start.space,
          to.end.letters - from.start.letters};
}

/// Cost of spaces that change by `ratio`: squares, dearer from `hole_from` on,
/// along the tangent from `hopeless_from` on.
inline double space_cost(double ratio, const BreakCosts& costs) {
  const double bent = std::min(ratio, costs.hopeless_from);
  const double hole = std::max(0.0, bent - costs.hole_from);
  const double slope = 2 * bent + 2 * costs.hole * hole;
  return bent * bent + costs.hole * hole * hole + slope * (ratio - bent);
}

/// What a change of a line's spaces is divided by: they are compared with at
/// least one common space, so that a line without any has a cost as well.
/// Divisions are what an inner loop waits for: this one serves it throughout.
inline double inverse_base(const Slack& slack, double common_space) {
  return 1 / std::max(slack.space, common_space);
}

/// Letter-fit of a line: the width in em that it gives, and its cost.
struct LetterFit {
  double gain = 0;
  double cost = 0;
};

/// In whole steps, what makes spaces and tracking together cheapest, as far as
/// the limit allows.
inline LetterFit letter_fit(const Slack& slack, double inverse_base,
                            const BreakCosts& costs) {
  const double fit_room = costs.letter_fit_limit * slack.natural;
  const double per_step = costs.letter_fit_step.value() * slack.letters;
  if (!(fit_room > 0) || !(per_step > 0)) return {};

  // The least of ((room - x) / base)² + letter_fit (x / fit_room)².
  const double weight = 1 / (inverse_base * fit_room);
  const double best = slack.room / (1 + costs.letter_fit * weight * weight);
  const double tightest =
      slack.room + costs.space_shrink * slack.space + kWidthTolerance;
  const double steps_per_em = 1 / per_step;
  const double limit = std::floor(fit_room * steps_per_em + kWidthTolerance);
  const double steps = std::min(std::floor(best * steps_per_em + 0.5),
                                std::floor(tightest * steps_per_em));
  const double gain = std::clamp(steps, -limit, limit) * per_step;
  const double share = gain / fit_room;
  return {gain, costs.letter_fit * share * share + costs.letter_fit_use};
}

/// A justified line in the Even model. `inverse_base`: see above.
inline EvenLine justify(const Slack& slack, double inverse_base,
                        const BreakCosts& costs) {
  const double shrink = costs.space_shrink * slack.space;
  const bool fits = slack.room >= -shrink - kWidthTolerance;
  EvenLine line;
  double room = slack.room;
  line.cost = space_cost(room * inverse_base, costs);
  if (!fits || line.cost > costs.letter_fit_use) {
    const LetterFit fit = letter_fit(slack, inverse_base, costs);
    const double cost =
        space_cost((room - fit.gain) * inverse_base, costs) + fit.cost;
    if (fit.gain != 0 && (!fits || cost < line.cost)) {
      room -= fit.gain;
      line.cost = cost;
      line.letter_fit = fit.gain / slack.letters;
    }
  }
  if (slack.space > 0) line.ratio = room / slack.space;
  const double excess = -room - shrink;
  if (excess > kWidthTolerance) {
    line.overfull = true;
    line.cost = costs.overfull * (1 + excess);
    line.ratio = -costs.space_shrink;
  }
  return line;
}

/// No justified line of this slack costs less, nor any looser one.
inline double least_justified_cost(const Slack& slack, double inverse_base,
                                   const BreakCosts& costs) {
  const double room = slack.room - costs.letter_fit_limit * slack.natural;
  if (!(room > 0)) return 0;
  return space_cost(room * inverse_base, costs);
}

/// A line at its natural width: of a ragged setting, or the last one.
inline EvenLine set_ragged(const Slack& slack, const BreakCosts& costs) {
  EvenLine line;
  if (slack.room < -kWidthTolerance) {
    line.overfull = true;
    line.cost = costs.overfull * (1 - slack.room);
  } else {
    const double share = slack.room / costs.ragged_room.value();
    line.cost = share * share;
  }
  return line;
}

/// No ragged line of this slack costs less, nor any looser one.
inline double least_ragged_cost(const Slack& slack, const BreakCosts& costs) {
  const double share = std::max(0.0, slack.room) / costs.ragged_room.value();
  return share * share;
}

/// What ending a line here costs by itself.
inline double break_cost(const Breakpoint& to, const BreakCosts& costs) {
  double cost = static_cast<double>(to.penalty);
  if (to.kind == ItemKind::Hyphen) {
    const double nearest = std::min(to.letters_before, to.letters_after);
    const double missing = std::max(0.0, costs.hyphen_edge_letters - nearest);
    cost += costs.hyphen + costs.hyphen_edge * missing;
  }
  return cost;
}

/// Cost of the `ladder`-th hyphenated line in a row.
inline double ladder_cost(unsigned ladder, const BreakCosts& costs) {
  if (ladder < 2) return 0;
  return ladder == 2 ? costs.hyphen_ladder : costs.hyphen_long_ladder;
}

/// Cost of a line with the letter-fit `below` after one with `above`.
inline double fit_contrast_cost(double above, double below,
                                const BreakCosts& costs) {
  if (!(above * below < 0)) return 0;
  const double share = (above - below) / (2 * costs.letter_fit_limit);
  return costs.fit_contrast * share * share;
}

/// Cost of a last line for what it holds.
inline double last_line_cost(const Breakpoint& from, const Breakpoint& to,
                             double measure, const BreakCosts& costs) {
  const double width = natural_width(from, to);
  double cost = 0;
  if (to.end.gaps == from.start.gaps) {
    cost += width < costs.long_word.value() ? costs.runt : costs.long_runt;
  }
  if (width < costs.short_last_share * measure) {
    cost += costs.short_last;
  }
  if (from.kind == ItemKind::Hyphen) cost += costs.hyphen_before_last;
  return cost;
}

}  // namespace broadsheet
