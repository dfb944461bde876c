#include "typeset/rivers.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>

namespace broadsheet {
namespace {

// Gaps are compared in cells of 1/32 em, about half a CSS px: two words of bits
// then answer what else takes a search through both lines, and that search was
// two thirds of the time of the whole breaker. Gaps past the last cell are not
// followed.
constexpr double kCellsPerEm = 32;
constexpr std::int64_t kWords = 32;
constexpr std::int64_t kCells = (kWords - 1) * 64;  // A run may pass the end.

constexpr std::uint32_t kFollowed = 64;

class Cells {
 public:
  /// Sets `run` from `cell` on.
  void set(std::int64_t cell, std::uint64_t run) {
    const auto word = static_cast<std::size_t>(cell / 64);
    const auto bit = static_cast<unsigned>(cell % 64);
    words_[word] |= run << bit;
    words_[word + 1] |= run >> 1U >> (63 - bit);
  }

  [[nodiscard]] std::uint64_t operator[](std::int64_t cell) const {
    return words_[static_cast<std::size_t>(cell / 64)] >> (cell % 64) & 1U;
  }

 private:
  std::array<std::uint64_t, kWords> words_{};
};

/// Where the gaps of one line are painted. Justification is shared out by
/// width, which is exact where all spaces are alike.
class Painter {
 public:
  Painter(std::span<const Gap> gaps, const GapLine& line)
      : gap_(gaps.data() + line.first),
        letter_fit_(line.letter_fit * kCellsPerEm),
        ratio_(line.ratio * kCellsPerEm),
        half_(kCellsPerEm * (1 + line.ratio) / 2),
        origin_(line.origin.width * kCellsPerEm +
                line.origin.letters * letter_fit_ +
                line.origin.space * ratio_) {}

  /// Cell of the middle of a gap.
  [[nodiscard]] std::int64_t operator()(std::uint32_t i) const {
    const Gap& gap = gap_[i];
    const double middle =
        gap.before.width * kCellsPerEm + gap.before.letters * letter_fit_ +
        gap.before.space * ratio_ + gap.width * half_ - origin_;
    const double last = static_cast<double>(kCells - 1);
    return static_cast<std::int64_t>(std::clamp(middle, 0.0, last));
  }

  /// Width of a gap in cells.
  [[nodiscard]] double width(std::uint32_t i) const {
    return gap_[i].width * half_ * 2;
  }

 private:
  const Gap* gap_;
  double letter_fit_;
  double ratio_;
  double half_;
  double origin_;
};

}  // namespace

RiverCount follow_rivers(std::span<const Gap> gaps, const GapLine& above,
                         GapLine& line) {
  line.linked = 0;
  if (above.first >= above.last || line.first >= line.last) return {};
  const std::uint32_t upper = std::min(above.last - above.first, kFollowed);
  const std::uint32_t lower = std::min(line.last - line.first, kFollowed);
  const Painter paint_upper(gaps, above);
  const Painter paint_lower(gaps, line);

  // Two gaps overlap by half of the narrower one where their middles are no
  // further apart than half of the wider one.
  const double wider = std::max(paint_upper.width(0), paint_lower.width(0));
  const auto reach =
      static_cast<std::int64_t>(std::clamp(wider / 2, 0.0, 31.0));
  const std::uint64_t run = (std::uint64_t{2} << 2 * reach) - 1;

  Cells all;
  Cells linked;
  for (std::uint32_t i = 0; i < upper; ++i) {
    const std::int64_t cell = paint_upper(i);  // `reach` past the run's start.
    all.set(cell, run);
    linked.set(cell, above.linked >> i & 1U ? run : 0);
  }
  std::uint64_t links = 0;
  std::uint64_t rivers = 0;
  for (std::uint32_t i = 0; i < lower; ++i) {
    const std::int64_t cell = paint_lower(i) + reach;
    links |= all[cell] << i;
    rivers |= linked[cell] << i;
  }
  line.linked = links;
  return {static_cast<unsigned>(std::popcount(links)),
          static_cast<unsigned>(std::popcount(rivers))};
}

}  // namespace broadsheet
