#include "layout/card_codec.h"

#include <algorithm>
#include <cmath>

namespace broadsheet {
namespace {

constexpr std::size_t kHead = 11;
constexpr std::size_t kPartNumbers = 5;
constexpr std::size_t kStyleNumbers = kPartNumbers * kCardParts;
constexpr std::size_t kSlotNumbers = 3;
// No page is as wide or as long; more would not fit its numbers.
constexpr double kMostPixels = 1e9;

std::uint32_t whole(double value) {
  return static_cast<std::uint32_t>(
      std::lround(std::clamp(value, 0.0, kMostPixels)));
}

std::size_t count_of(double value) {
  return static_cast<std::size_t>(std::clamp(value, 0.0, kMostPixels));
}

CardStyle decode_style(std::span<const double> numbers) {
  CardStyle style;
  for (std::size_t i = 0; i < kCardParts; ++i) {
    const auto part = numbers.subspan(i * kPartNumbers, kPartNumbers);
    style[i] = {std::max(1.0, part[0]), std::max(1.0, part[1]), part[2],
                part[3], part[4]};
  }
  return style;
}

}  // namespace

std::optional<DecodedRequest> decode_request(std::span<const double> numbers) {
  constexpr std::size_t kFixed = kHead + 2 * kStyleNumbers;
  if (numbers.size() < kFixed) return std::nullopt;
  const auto valid = [](double value) {
    return value >= 0 && value <= kMostPixels;
  };
  if (!std::all_of(numbers.begin(), numbers.end(), valid)) return std::nullopt;
  if (numbers[0] > static_cast<double>(Arrangement::Lead)) return std::nullopt;
  DecodedRequest out;
  CardListRequest& request = out.request;
  request.arrangement = static_cast<Arrangement>(count_of(numbers[0]));
  request.width = numbers[1];
  request.total = count_of(numbers[2]);
  request.row_height = numbers[3];
  request.columns = {count_of(numbers[4]), numbers[5]};
  request.reserved = numbers[6];
  request.style.font_size = std::max(1.0, numbers[7]);
  request.style.column_gap = numbers[8];
  request.style.row_gap = numbers[9];
  request.style.picture_gap = numbers[10];
  request.style.card = decode_style(numbers.subspan(kHead, kStyleNumbers));
  request.style.lead =
      decode_style(numbers.subspan(kHead + kStyleNumbers, kStyleNumbers));
  std::size_t least = 0;
  for (auto rest = numbers.subspan(kFixed); rest.size() >= kSlotNumbers;
       rest = rest.subspan(kSlotNumbers)) {
    const std::size_t before = count_of(rest[0]);
    if (before < least || before > request.total) return std::nullopt;
    out.slots.push_back({least = before, rest[1], rest[2]});
  }
  return out;
}

std::vector<std::uint32_t> encode_layout(const CardLayout& layout) {
  std::vector<std::uint32_t> out = {
      whole(static_cast<double>(layout.columns.count)),
      whole(layout.columns.width),
      whole(static_cast<double>(layout.lead)),
      whole(layout.width),
      whole(layout.height),
      whole(static_cast<double>(layout.rows.size())),
      whole(static_cast<double>(layout.slots.size())),
      whole(static_cast<double>(layout.cards.size()))};
  for (const PlacedRow& row : layout.rows) {
    out.insert(out.end(),
               {whole(static_cast<double>(row.first)),
                whole(static_cast<double>(row.count)), whole(row.y),
                whole(row.height), whole(static_cast<double>(row.lead_span))});
  }
  for (const PlacedSlot& slot : layout.slots) {
    out.insert(out.end(), {whole(slot.x), whole(slot.y)});
  }
  for (const PlacedCard& card : layout.cards) {
    out.insert(
        out.end(),
        {whole(card.x), whole(card.y), whole(card.width), whole(card.height),
         whole(card.picture_width), whole(card.picture_height),
         (card.side ? 1U : 0U) + (card.lead ? 2U : 0U) +
             (card.text.title_cut ? 4U : 0U),
         card.text.title_lines, whole(std::ceil(card.text.title_width)),
         card.text.excerpt_lines, card.text.excerpt_end});
  }
  return out;
}

}  // namespace broadsheet
