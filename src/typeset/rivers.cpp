#include "typeset/rivers.h"

#include <algorithm>
#include <bit>

namespace broadsheet {
namespace {

constexpr double kCellsPerEm = 32;

// Gaps past the last cell are not followed.
constexpr double kLastCell = 31 * 64;

constexpr std::uint32_t kFollowed = 64;

// Few lines end at the right distance above another.
constexpr std::size_t kRows = 32;

// Half of the widest gap that is told from wider ones; cells are counted from
// so far outside the line, and one more.
constexpr double kMostReach = 31;
constexpr double kOutside = kMostReach + 1;

bool is_followed(const GapLine& line) {
  return line.first < line.last && line.last - line.first <= kFollowed;
}

/// Tells the cells that the middles of a line's gaps stand in. Justification is
/// shared out by width, which is exact where all spaces are alike.
class Middles {
 public:
  Middles(const Gaps& gaps, const GapLine& line)
      : width(gaps.width[line.first] * kCellsPerEm * (1 + line.ratio)),
        before_(gaps.before.data() + line.first),
        letters_(gaps.letters.data() + line.first),
        space_(gaps.space.data() + line.first),
        fit_(line.letter_fit * kCellsPerEm),
        ratio_(line.ratio * kCellsPerEm),
        shift_(width / 2 + kOutside -
               (line.origin->width * kCellsPerEm + line.origin->letters * fit_ +
                line.origin->space * ratio_)) {}

  [[nodiscard]] std::uint32_t operator[](std::uint32_t i) const {
    const double cell = before_[i] * kCellsPerEm + letters_[i] * fit_ +
                        space_[i] * ratio_ + shift_;
    return static_cast<std::uint32_t>(static_cast<std::int32_t>(
        cell > kOutside ? std::min(cell, kLastCell) : kOutside));
  }

  double width;  // Of the first gap, in cells.

 private:
  const double* before_;
  const double* letters_;
  const double* space_;
  double fit_;
  double ratio_;
  double shift_;
};

}  // namespace

void GapRow::extend(std::size_t words) {
  while (used_ < words) words_[used_++] = {};
}

void GapRow::paint(const Gaps& gaps, const GapLine& line) {
  used_ = 0;
  width_ = 0;
  if (!is_followed(line)) return;
  const Middles middles(gaps, line);
  width_ = middles.width;
  std::uint64_t linked = line.linked;
  for (std::uint32_t i = 0; i < line.last - line.first; ++i, linked >>= 1U) {
    const std::uint32_t cell = middles[i];
    if (cell >= kLastCell) break;
    extend(cell / 64 + 2);
    Word& word = words_[cell / 64];
    word.all |= std::uint64_t{1} << cell % 64;
    word.linked |= (linked & 1U) << cell % 64;
  }
}

RiverCount GapRow::follow(const Gaps& gaps, GapLine& line) const {
  line.linked = 0;
  if (used_ == 0 || !is_followed(line)) return {};
  const Middles middles(gaps, line);

  // Two gaps overlap by half of the narrower one where their middles are no
  // further apart than half of the wider one.
  const double wider = std::max(width_, middles.width);
  const auto reach =
      static_cast<unsigned>(wider > 0 ? std::min(wider / 2, kMostReach) : 0);
  const std::uint64_t near = (std::uint64_t{2} << 2 * reach) - 1;
  std::uint64_t links = 0;
  std::uint64_t rivers = 0;
  for (std::uint32_t i = 0; i < line.last - line.first; ++i) {
    const std::uint32_t cell = middles[i];
    const std::uint32_t begin = cell - reach;
    if (cell >= kLastCell || begin / 64 + 1 >= used_) break;
    const Word* const word = &words_[begin / 64];
    const unsigned low = begin % 64;
    const std::uint64_t low_run = near << low;
    const std::uint64_t high_run = near >> 1U >> (63 - low);
    const auto meets = [&](std::uint64_t first, std::uint64_t second) {
      return std::uint64_t{((first & low_run) | (second & high_run)) != 0};
    };
    links |= meets(word[0].all, word[1].all) << i;
    rivers |= meets(word[0].linked, word[1].linked) << i;
  }
  line.linked = links;
  return {static_cast<unsigned>(std::popcount(links)),
          static_cast<unsigned>(std::popcount(rivers))};
}

const GapRow& GapRows::row_of(std::uint32_t number, const Gaps& gaps,
                              const GapLine& line) {
  if (rows_ == nullptr) rows_.reset(new Row[kRows]);  // Not made zero.
  Row& row = rows_[number % kRows];
  if (row.number != number) {
    row.number = number;
    row.gaps.paint(gaps, line);
  }
  return row.gaps;
}

}  // namespace broadsheet
