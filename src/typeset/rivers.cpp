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
constexpr std::size_t kWords = 32;
constexpr double kLastCell = (kWords - 1) * 64 - 1;  // A run may pass the end.

constexpr std::uint32_t kFollowed = 64;

/// The cells that the middles of a line's gaps are painted in. Justification is
/// shared out by width, which is exact where all spaces are alike.
class Middles {
 public:
  Middles(const Gaps& gaps, const GapLine& line)
      : count(line.last - line.first) {
    const double fit = line.letter_fit * kCellsPerEm;
    const double ratio = line.ratio * kCellsPerEm;
    const double origin = line.origin->width * kCellsPerEm +
                          line.origin->letters * fit +
                          line.origin->space * ratio;
    width = gaps.width[line.first] * kCellsPerEm * (1 + line.ratio);
    const double* const before = gaps.before.data() + line.first;
    const double* const letters = gaps.letters.data() + line.first;
    const double* const space = gaps.space.data() + line.first;
    const std::uint32_t gap_count = count;  // `cells` might alias the member.
    for (std::uint32_t i = 0; i < gap_count; ++i) {
      const double cell = before[i] * kCellsPerEm + letters[i] * fit +
                          space[i] * ratio + (width / 2 - origin);
      cells[i] =
          static_cast<std::int32_t>(cell > 0 ? std::min(cell, kLastCell) : 0);
    }
    while (count > 0 && cells[count - 1] >= kLastCell) --count;
  }

  std::uint32_t count;
  double width;                               // Of the first gap, in cells.
  std::array<std::int32_t, kFollowed> cells;  // `count` of them are set.
};

/// Cells below gaps of the line above, and below those that continue a gap
/// further up.
struct Shadow {
  std::uint64_t all;
  std::uint64_t linked;
};

class Shadows {
 public:
  /// `reach`: cells on either side of a middle that count as below it.
  Shadows(const Middles& above, std::uint64_t linked, unsigned reach) {
    for (std::uint32_t i = 0; i < above.count; ++i) {
      used_ = std::max(used_, static_cast<std::uint32_t>(above.cells[i]) / 64);
    }
    used_ += 2;  // A run may pass the end of its word.
    std::fill_n(words_.begin(), used_, Shadow{});
    const std::uint64_t run = (std::uint64_t{2} << 2 * reach) - 1;
    for (std::uint32_t i = 0; i < above.count; ++i, linked >>= 1U) {
      const auto cell = static_cast<std::uint32_t>(above.cells[i]);
      const unsigned bit = cell % 64;
      const std::uint64_t low = run << bit;
      const std::uint64_t high = run >> 1U >> (63 - bit);
      const std::uint64_t chained = 0 - (linked & 1U);
      Shadow* const word = &words_[cell / 64];
      word[0].all |= low;
      word[1].all |= high;
      word[0].linked |= low & chained;
      word[1].linked |= high & chained;
    }
  }

  [[nodiscard]] Shadow operator[](std::uint32_t cell) const {
    if (cell / 64 >= used_) return {};
    const Shadow& word = words_[cell / 64];
    return {word.all >> cell % 64 & 1U, word.linked >> cell % 64 & 1U};
  }

 private:
  std::uint32_t used_ = 0;
  std::array<Shadow, kWords> words_;  // `used_` of them are set.
};

}  // namespace

RiverCount follow_rivers(const Gaps& gaps, const GapLine& above,
                         GapLine& line) {
  line.linked = 0;
  const auto is_followed = [](const GapLine& each) {
    return each.first < each.last && each.last - each.first <= kFollowed;
  };
  if (!is_followed(above) || !is_followed(line)) return {};
  const Middles upper(gaps, above);
  const Middles lower(gaps, line);

  // Two gaps overlap by half of the narrower one where their middles are no
  // further apart than half of the wider one.
  const double wider = std::max(upper.width, lower.width);
  const auto reach =
      static_cast<unsigned>(wider > 0 ? std::min(wider / 2, 31.0) : 0);
  const Shadows shadows(upper, above.linked, reach);
  std::uint64_t links = 0;
  std::uint64_t rivers = 0;
  for (std::uint32_t i = 0; i < lower.count; ++i) {
    const Shadow shadow =
        shadows[static_cast<std::uint32_t>(lower.cells[i]) + reach];
    links |= shadow.all << i;
    rivers |= shadow.linked << i;
  }
  line.linked = links;
  return {static_cast<unsigned>(std::popcount(links)),
          static_cast<unsigned>(std::popcount(rivers))};
}

}  // namespace broadsheet
