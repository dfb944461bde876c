// TeX's judgement of a line, in its own integer arithmetic: what the LuaTeX
// conformance test compares. Widths are scaled points held in doubles.
#pragma once

#include <cmath>
#include <cstdint>

#include "typeset/break_costs.h"
#include "typeset/line_cost.h"

namespace broadsheet {

enum class Fitness : std::uint8_t { VeryLoose, Loose, Decent, Tight };

struct TexLine {
  double badness = 0;
  Fitness fitness = Fitness::Decent;
  bool overfull = false;
};

inline constexpr double kInfiniteBadness = 10000;

/// No sum of demerits may pass this: tex.web, section 833. Some ten lines of
/// infinite badness do, and TeX then takes what it finds.
inline constexpr double kAwfulDemerits = 0x3FFFFFFF;

/// 100 (excess / available)³ as TeX rounds it: tex.web, section 108.
inline double tex_badness(double excess, double available) {
  if (excess <= 0) return 0;
  if (available <= 0) return kInfiniteBadness;
  const double ratio = std::floor(297 * excess / available);
  if (ratio > 1290) return kInfiniteBadness;
  return std::floor((ratio * ratio * ratio + 0x20000) / 0x40000);
}

/// tex.web, sections 851 to 853.
inline TexLine judge_tex_line(const Slack& slack, bool last,
                              const BreakCosts& costs) {
  if (slack.room >= 0) {
    if (last) return {};
    const double badness =
        tex_badness(slack.room, slack.space * costs.space_stretch);
    if (badness > 99) return {badness, Fitness::VeryLoose, false};
    return {badness, badness > 12 ? Fitness::Loose : Fitness::Decent, false};
  }
  const double shrink = std::floor(slack.space * costs.space_shrink + 0.5);
  if (-slack.room > shrink) {
    return {kInfiniteBadness + 1, Fitness::Tight, true};
  }
  const double badness = tex_badness(-slack.room, shrink);
  return {badness, badness > 12 ? Fitness::Tight : Fitness::Decent, false};
}

/// Demerits of a line but for its neighbours: tex.web, section 859.
inline double tex_demerits(double badness, const Breakpoint& to,
                           const BreakCosts& costs) {
  const double base = costs.line_penalty + badness;
  const double demerits = std::fabs(base) >= 10000 ? 1e8 : base * base;
  if (to.kind == ItemKind::ForcedBreak) return demerits;
  double penalty = static_cast<double>(to.penalty);
  if (to.kind == ItemKind::Hyphen) penalty += costs.hyphen;
  return demerits + (penalty > 0 ? 1 : -1) * penalty * penalty;
}

/// The end of a line, as its neighbour sees it.
struct TexEnd {
  ItemKind kind = ItemKind::ForcedBreak;
  Fitness fitness = Fitness::Decent;
};

/// Demerits of a line for the one above: tex.web, section 859.
inline double tex_neighbour_demerits(TexEnd above, TexEnd line, bool last,
                                     const BreakCosts& costs) {
  double demerits = 0;
  if (above.kind == ItemKind::Hyphen) {
    if (last) demerits += costs.final_hyphen_demerits;
    if (line.kind == ItemKind::Hyphen) demerits += costs.double_hyphen_demerits;
  }
  const int step =
      static_cast<int>(line.fitness) - static_cast<int>(above.fitness);
  return step > 1 || step < -1 ? demerits + costs.adj_demerits : demerits;
}

}  // namespace broadsheet
