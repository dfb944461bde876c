#include "typeset/hanging.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace broadsheet {
namespace {

constexpr std::array<Em, 6> kHangs = {0_em,    0.06_em, 0.12_em,
                                      0.16_em, 0.2_em,  0.5_em};

HangLevel level_at_end(char16_t mark) {
  constexpr std::u16string_view kSlight = u":;!?\u2013\u2014\u061B\u061F";
  constexpr std::u16string_view kMost = u".,\u060C\u06D4'\u2019";
  constexpr std::u16string_view kQuotes = u"»«\"\u201C\u201D›‹\u201E";
  constexpr std::u16string_view kFullWidth = u"\u3001\u3002\uFF0C\uFF0E";
  if (kMost.find(mark) != kMost.npos) return HangLevel::Most;
  if (mark == u'-' || mark == u'\u2010') return HangLevel::Half;
  if (kSlight.find(mark) != kSlight.npos) return HangLevel::Slight;
  if (kQuotes.find(mark) != kQuotes.npos) return HangLevel::Quote;
  if (kFullWidth.find(mark) != kFullWidth.npos) return HangLevel::FullWidth;
  return HangLevel::None;
}

HangLevel level_at_start(char16_t mark) {
  constexpr std::u16string_view kQuotes =
      u"«»\"\u201C\u201D\u201E\u2018'\u2019‹›";
  if (kQuotes.find(mark) != kQuotes.npos) return HangLevel::Quote;
  return mark == u'\u2013' || mark == u'\u2014' ? HangLevel::Slight
                                                : HangLevel::None;
}

// A mark that fills its item, as one in a font of its own, hangs no further
// than it is wide.
Em hang_within(HangLevel level, Em width) {
  const Em hang = hang_of(level);
  return hang <= width ? hang : 0_em;
}

}  // namespace

Em hang_of(HangLevel level) {
  return kHangs.at(static_cast<std::size_t>(level));
}

HangLevel hang_level_of(Em width) {
  const auto* const found =
      std::find_if(kHangs.begin(), kHangs.end(), [width](Em hang) {
        return std::abs(hang.value() - width.value()) < 1e-3;
      });
  return found == kHangs.end() ? HangLevel::None
                               : static_cast<HangLevel>(found - kHangs.begin());
}

void hang_marks(std::u16string_view text, std::span<const Piece> pieces,
                std::span<Item> items) {
  std::size_t at = 0;
  for (const Piece& piece : pieces) {
    Item& item = items[at++];
    if (item.kind != ItemKind::Box) continue;
    item.hang_left = hang_within(level_at_start(text[piece.begin]), item.width);
    item.hang_right =
        hang_within(level_at_end(text[piece.end - 1]), item.width);
    if (piece.after == LineEnd::None) continue;
    Item& line_end = items[at++];
    if (line_end.kind == ItemKind::Hyphen) {
      line_end.hang_right = hang_within(HangLevel::Half, line_end.width);
    }
  }
}

}  // namespace broadsheet
