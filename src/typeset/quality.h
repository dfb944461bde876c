// How well paragraphs are set, in the figures of the browser measurement
// (tests' painted-quality): same keys, same definitions, from arithmetic alone.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "base/units.h"
#include "typeset/break_lines.h"
#include "typeset/item.h"

namespace broadsheet {

/// Ratios are painted space / natural space; percentages are of all lines
/// unless said otherwise.
struct QualityReport {
  std::size_t paragraphs = 0;
  std::size_t lines = 0;
  std::size_t justified = 0;  // Lines before the last that have a space.
  double msd = 0;             // Mean of (mean ratio - 1)² over those.
  double worst = 0;           // Largest ratio,
  double tightest = 9;        // and smallest; 9 where no line has a space.
  double loose_pct = 0;       // Ratios over 1.5, % of justified lines.
  double hyphenated_pct = 0;  // Lines that end in a Hyphen.
  std::size_t longest_ladder = 0;
  std::size_t runts = 0;       // Last lines of one word, of two lines or more.
  std::size_t short_last = 0;  // Last lines under 10 % of the measure.
  double rivers_per_100 = 0;   // Chains of 3 gaps or more that overlap by half.
  std::size_t bad_edges = 0;   // Starting with » : ; ? ! or ending with «.
  std::size_t overfull = 0;    // Over 1.5 px wider than the measure, hung marks
                               // included.
  Px edge_error;  // Furthest end of an unhyphenated justified line from the
                  // edge, hung marks included.
};

/// One paragraph as a breaker has set it.
struct SetParagraph {
  std::span<const Item> items;
  const Lines& lines;
  std::span<const Em> measure;

  /// The source that the items' offsets count in; empty where it is not at
  /// hand: bad edges are then not found.
  std::u16string_view text;
};

/// Adds paragraphs up to one report.
class QualityTally {
 public:
  /// `natural_space`: of the paragraphs' own font.
  QualityTally(Em natural_space, Px font_size)
      : natural_space_(natural_space), font_size_(font_size) {}

  void add(const SetParagraph& paragraph);
  [[nodiscard]] QualityReport report() const;

 private:
  Em natural_space_;
  Px font_size_;
  QualityReport sums_;
  double squares_ = 0;
  std::size_t loose_ = 0;
  std::size_t hyphenated_ = 0;
  std::size_t rivers_ = 0;
};

}  // namespace broadsheet
