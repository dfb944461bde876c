// How many columns a list of cards has, and which card is given more of them so
// that no row is left ragged.
#pragma once

#include <cstddef>
#include <span>

namespace broadsheet {

enum class Arrangement : unsigned char { Grid, List, Rail, Lead };

struct Columns {
  std::size_t count = 1;
  double width = 0;  // of one, CSS px, whole
};

/// What bears on the choice of columns. Lengths in CSS px.
struct ColumnChoice {
  double width = 0;
  double gap = 0;
  double font_size = 16;
  /// Of one column, in em of `font_size`.
  double narrowest = 13;
  double ideal = 17;
  /// The widest word of a headline: no column is narrower, if it can be helped.
  double widest_word = 0;
};

/// The columns for `runs`, numbers of cards that stand between slots: as near
/// to the ideal width as can be had without many cards that lead.
Columns choose_columns(std::span<const std::size_t> runs,
                       const ColumnChoice& choice);

/// The columns that the first card of a run of `count` is given, so that every
/// row is full: 1 when they come out even.
std::size_t lead_span(std::size_t count, std::size_t columns);

}  // namespace broadsheet
