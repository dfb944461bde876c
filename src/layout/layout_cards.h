// A list of cards laid out without a DOM: where each card stands, how large it
// is, and what of its texts is shown. Lengths are CSS px.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "layout/card_style.h"
#include "layout/columns.h"
#include "layout/fit_card.h"

namespace broadsheet {

struct CardListStyle {
  CardStyle card;
  CardStyle lead;         // the card that is given more room
  double font_size = 16;  // of the list
  double column_gap = 20;
  double row_gap = 30;
  double picture_gap = 10;  // between a picture and the text below it
};

/// Room for a slot, label and all.
struct SlotSpace {
  std::size_t before = 0;  // the card that follows it
  double width = 0;
  double height = 0;
};

struct CardListRequest {
  Arrangement arrangement = Arrangement::Grid;
  double width = 0;
  CardListStyle style;
  std::size_t total = 0;  // cards in the list
  std::span<const SlotSpace> slots;

  /// Height of every row; 0: as the cards need, which then must all be given.
  double row_height = 0;
  /// The columns that were chosen for the whole list, when these cards are a
  /// part of it; 0: they are to be chosen.
  Columns columns = {0, 0};
  /// The height that was kept for the list while it was on its way: rows
  /// stretch and shrink to it as far as their texts allow. 0: none was.
  double reserved = 0;
};

struct PlacedCard {
  double x = 0;  // from the side where lines start
  double y = 0;
  double width = 0;
  double height = 0;
  double picture_width = 0;
  double picture_height = 0;
  bool side = false;  // the picture stands beside the text
  bool lead = false;
  CardFit text;
};

struct PlacedSlot {
  double x = 0;
  double y = 0;
};

/// Cards [first, first + count), or one slot where there are none.
struct PlacedRow {
  std::size_t first = 0;
  std::size_t count = 0;
  std::size_t lead_span = 1;
  double y = 0;
  double height = 0;
};

struct CardLayout {
  Columns columns;
  /// The card that is shown first; those before it follow it.
  std::size_t lead = 0;
  double width = 0;  // of a rail: wider than the room it has
  double height = 0;
  std::vector<PlacedRow> rows;
  std::vector<PlacedSlot> slots;
  /// Those given, in the order they are shown.
  std::vector<PlacedCard> cards;
};

/// Deterministic and total. Every row is full, cards of a row are of one
/// height, and a text is cut only where the row's height ends.
CardLayout layout_cards(const CardListRequest& request,
                        std::span<const CardContent> contents);

}  // namespace broadsheet
