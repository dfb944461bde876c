// Rivers: gaps that stand above one another in neighbouring lines. Internal to
// typeset/.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "typeset/breakpoints.h"

namespace broadsheet {

/// A line as the search for rivers needs it.
struct GapLine {
  std::uint32_t first = 0;  // Gaps [first, last).
  std::uint32_t last = 0;
  const Totals* origin = nullptr;  // Breakpoint::start of the line.
  double ratio = 0;
  double letter_fit = 0;

  /// Bit i: gap i stands below a gap of the line above. Lines of more than 64
  /// gaps are not followed.
  std::uint64_t linked = 0;
};

struct RiverCount {
  unsigned links = 0;   // Gaps that overlap a gap of the line above by half,
  unsigned rivers = 0;  // and those whose gap above does so too.
};

/// Where the gaps of a line stand, for the lines below: painted once, however
/// many of them are tried.
///
/// Gaps are compared in cells of 1/32 em, about half a CSS px: a word of bits
/// then answers what else takes a search through both lines.
class GapRow {
 public:
  /// Forgets what it held. O(gaps).
  void paint(const Gaps& gaps, const GapLine& line);

  /// Counts what `line` continues of the painted one, and sets `line.linked`.
  /// O(gaps).
  RiverCount follow(const Gaps& gaps, GapLine& line) const;

 private:
  static constexpr std::size_t kWords = 32;

  struct Word {
    std::uint64_t all;
    std::uint64_t linked;  // Middles of gaps that continue one further up.
  };

  void extend(std::size_t words);

  std::size_t used_ = 0;  // Words that are set; one of zeros is the last.
  double width_ = 0;      // Of the first gap, in cells.
  std::array<Word, kWords> words_;
};

/// Keeps the rows last asked for.
class GapRows {
 public:
  /// The row of `line`, which no other line shares its `number` above 0 with.
  const GapRow& row_of(std::uint32_t number, const Gaps& gaps,
                       const GapLine& line);

 private:
  struct Row {
    std::uint32_t number = 0;
    GapRow gaps;
  };

  std::unique_ptr<Row[]> rows_;  // Each in the place of its number.
};

}  // namespace broadsheet
