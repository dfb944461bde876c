// One card in a box of given width: how tall it is, or what fits in its height.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "layout/card_style.h"

namespace broadsheet {

/// Of an offset or a number of lines: the whole text is shown.
inline constexpr std::uint32_t kWhole =
    std::numeric_limits<std::uint32_t>::max();

/// How the texts of a card are set.
struct CardFit {
  double height = 0;  // of all texts
  double title_width = 0;
  std::uint32_t title_lines = 0;
  /// Where its lines begin, as Headline::breaks.
  std::vector<std::uint32_t> title_breaks;
  bool title_cut = false;  // it would take more lines than the height has
  std::uint32_t excerpt_lines = 0;
  std::uint32_t excerpt_end = kWhole;  // code units shown; 0: hidden
  /// The card is so much taller than its texts that its details stand below
  /// the others, and not at its foot.
  bool details_follow = false;
};

/// A card's texts at one width.
class CardFitter {
 public:
  CardFitter(const CardContent& content, const CardStyle& style, double width);
  CardFitter(const CardFitter&) = delete;
  CardFitter& operator=(const CardFitter&) = delete;

  /// With up to `excerpt_lines` of the excerpt, and one more where that shows
  /// it whole.
  [[nodiscard]] double height(std::uint32_t excerpt_lines) const;
  /// With two lines of the excerpt and no more, where room is short.
  [[nodiscard]] double least_height() const;

  /// The headline whole, then as much of the excerpt as `height` has room for.
  [[nodiscard]] CardFit fit(double height) const;

 private:
  [[nodiscard]] double excerpt_height(std::uint32_t lines) const;
  [[nodiscard]] std::uint32_t lines_of(CardPart part) const;
  /// Of the headline, whose words are divided where they do not fit.
  [[nodiscard]] std::span<const Item> title_items() const;
  void fit_excerpt(double room, CardFit& out) const;

  const CardContent& content_;
  const CardStyle& style_;
  double width_;
  std::vector<Item> divided_title_;  // empty where it is not
  double without_excerpt_ = 0;
  std::uint32_t title_lines_ = 0;
  std::uint32_t excerpt_lines_ = 0;
};

}  // namespace broadsheet
