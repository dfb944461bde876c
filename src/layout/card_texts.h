// The texts of cards cut into pieces, and measured: what a list of cards is
// laid out from, however often its width changes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layout/card_style.h"
#include "typeset/pieces.h"

namespace broadsheet {

class CardTexts {
 public:
  /// Of each card in `shapes`: the lengths of its parts in code units, 0 where
  /// it has none, then 1 when it has a picture. `text` holds the parts one
  /// after the other; what it lacks reads as absent.
  CardTexts(std::u16string text, std::span<const std::uint32_t> shapes,
            std::string_view language);

  /// Whether a headline has a word that a narrow column may have to divide.
  [[nodiscard]] bool has_long_words() const;
  /// Lets lines end within such words.
  void divide_words(const Hyphenator& hyphenator);

  /// What is to be measured: part of the card, begin and end in the text, of
  /// one piece after the other.
  [[nodiscard]] std::vector<std::uint32_t> pieces() const;

  /// Makes the contents. `widths`: em of the part's font, one for each piece;
  /// then that of "…" in the excerpt's and of "-" in the headline's. False when
  /// they are not as many.
  bool measure(std::span<const float> widths) {
    return measure(widths, contents_);
  }
  /// The same in the fonts of the card that leads: hinted widths do not grow
  /// with the font.
  bool measure_lead(std::span<const float> widths);

  [[nodiscard]] std::span<const CardContent> contents() const {
    return contents_;
  }
  /// Empty unless they were measured.
  [[nodiscard]] std::span<const CardContent> lead_contents() const {
    return lead_contents_;
  }

 private:
  struct PartText {
    std::size_t card = 0;
    CardPart part = CardPart::Title;
    std::uint32_t begin = 0;  // in text_
    std::uint32_t size = 0;
    std::vector<Piece> pieces;  // offsets from `begin`
  };

  bool measure(std::span<const float> widths,
               std::vector<CardContent>& contents) const;

  [[nodiscard]] std::u16string_view text_of(const PartText& part) const;
  [[nodiscard]] PieceOptions title_options() const;

  std::u16string text_;
  std::string language_;
  std::vector<PartText> parts_;
  std::vector<CardContent> contents_;
  std::vector<CardContent> lead_contents_;
};

}  // namespace broadsheet
