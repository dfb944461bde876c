// Cards of fixed-width characters: every character is 1 em wide, and 1 em is
// 10 px everywhere; a line is 12 px high.
#pragma once

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "layout/card_texts.h"
#include "layout/layout_cards.h"

namespace broadsheet::test {

struct PlainCard {
  std::u16string title;
  std::u16string excerpt;
  bool picture = true;
  std::u16string sponsored;
};

inline std::vector<CardContent> contents_of(
    const std::vector<PlainCard>& cards, std::string_view language = "en",
    const Hyphenator* patterns = nullptr) {
  std::u16string text;
  std::vector<std::uint32_t> shapes;
  for (const PlainCard& card : cards) {
    text += card.sponsored + card.title + card.excerpt;
    const auto size = [](const std::u16string& part) {
      return static_cast<std::uint32_t>(part.size());
    };
    shapes.insert(shapes.end(), {size(card.sponsored), 0, size(card.title),
                                 size(card.excerpt), 0, card.picture});
  }
  CardTexts texts(text, shapes, language);
  if (patterns != nullptr) texts.divide_words(*patterns);
  const std::vector<std::uint32_t> pieces = texts.pieces();
  std::vector<float> widths;
  for (std::size_t i = 0; i < pieces.size(); i += 3) {
    widths.push_back(static_cast<float>(pieces[i + 2] - pieces[i + 1]));
  }
  widths.insert(widths.end(), {1, 1});  // "…" and "-"
  texts.measure(widths);
  return {texts.contents().begin(), texts.contents().end()};
}

inline CardListStyle plain_style() {
  CardListStyle style;
  for (PartStyle& part : style.card) part = {10, 12, 4, 0, 0};
  style.lead = style.card;
  style.font_size = 10;
  style.column_gap = 20;
  style.row_gap = 30;
  style.picture_gap = 8;
  return style;
}

inline CardListRequest request_for(Arrangement arrangement, double width,
                                   std::size_t total) {
  CardListRequest request;
  request.arrangement = arrangement;
  request.width = width;
  request.style = plain_style();
  request.total = total;
  return request;
}

}  // namespace broadsheet::test
