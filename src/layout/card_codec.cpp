#include "layout/card_codec.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace broadsheet {
namespace {

constexpr std::size_t kHead = 11;
constexpr std::size_t kPartNumbers = 5;
constexpr std::size_t kStyleNumbers = kPartNumbers * kCardParts;
constexpr std::size_t kSlotNumbers = 3;
// No page is as wide or as long; more would not fit its numbers.
constexpr double kMostPixels = 1e9;

// What is beyond all pages stands for all of a text.
std::uint32_t whole(double value) {
  return value > kMostPixels ? kWhole
                             : static_cast<std::uint32_t>(
                                   std::floor(std::max(0.0, value) + 0.5));
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
  std::vector<std::uint32_t> out;
  const auto put = [&out](std::initializer_list<double> values) {
    for (const double value : values) out.push_back(whole(value));
  };
  put({static_cast<double>(layout.columns.count), layout.columns.width,
       static_cast<double>(layout.lead), layout.width, layout.height,
       static_cast<double>(layout.rows.size()),
       static_cast<double>(layout.slots.size()),
       static_cast<double>(layout.cards.size())});
  for (const PlacedRow& row : layout.rows) {
    put({static_cast<double>(row.first), static_cast<double>(row.count), row.y,
         row.height, static_cast<double>(row.lead_span)});
  }
  for (const PlacedSlot& slot : layout.slots) put({slot.x, slot.y});
  for (const PlacedCard& card : layout.cards) {
    const double flags = (card.side ? 1 : 0) + (card.lead ? 2 : 0) +
                         (card.text.title_cut ? 4 : 0) +
                         (card.text.details_follow ? 8 : 0);
    put({card.x, card.y, card.width, card.height, card.picture_width,
         card.picture_height, flags, static_cast<double>(card.text.title_lines),
         std::ceil(card.text.title_width),
         static_cast<double>(card.text.excerpt_lines),
         static_cast<double>(card.text.excerpt_end)});
  }
  for (std::size_t i = 0; i < layout.cards.size(); ++i) {
    const std::vector<std::uint32_t>& breaks =
        layout.cards[i].text.title_breaks;
    if (breaks.empty()) continue;
    put({static_cast<double>(i), static_cast<double>(breaks.size())});
    out.insert(out.end(), breaks.begin(), breaks.end());
  }
  return out;
}

}  // namespace broadsheet
