// The boxes that cards are put in, before their heights are known. Internal to
// layout/.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "layout/layout_cards.h"

namespace broadsheet {

inline constexpr double kPictureRatio = 2.0 / 3;

struct CardCell {
  double x = 0;
  double y = 0;  // within the row
  double width = 0;
  double picture_width = 0;  // where the card has one
  bool side = false;
  bool lead = false;
  double excerpt = 60;  // em of running text that are worth showing
};

inline double picture_height(double width) {
  return std::round(width * kPictureRatio);
}

/// A card in a cell: heights it may have, and what it shows at one of them.
class CardCellFitter {
 public:
  CardCellFitter(const CardCell& cell, const CardContent& content,
                 const CardListStyle& style);

  /// With two lines of the excerpt, and with all of it.
  [[nodiscard]] double least() const {
    return with_picture(text_.least_height());
  }
  [[nodiscard]] double most() const;
  /// Without the excerpt.
  [[nodiscard]] double bare() const { return with_picture(text_.height(0)); }
  [[nodiscard]] double natural() const;
  /// All of the texts, under a picture as tall as that of a lead may be.
  [[nodiscard]] double tallest_lead() const;
  [[nodiscard]] PlacedCard place(double height) const;

 private:
  [[nodiscard]] double with_picture(double text) const;

  const CardCell& cell_;
  const CardStyle& style_;
  double picture_width_;
  double picture_height_;
  double gap_;
  double text_width_;
  CardFitter text_;
};

/// Which card is to lead: the first of few that has a picture and is not paid
/// for; the first of all where there is none.
std::size_t choose_lead(std::span<const CardContent> contents);

}  // namespace broadsheet
