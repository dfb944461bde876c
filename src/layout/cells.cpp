#include "layout/cells.h"

namespace broadsheet {
namespace {

constexpr std::uint32_t kFewestExcerptLines = 2;
constexpr std::uint32_t kMostExcerptLines = 8;
// Editors put first what matters: a card from further down never leads.
constexpr std::size_t kMostCandidates = 3;

}  // namespace

CellFitter::CellFitter(const Cell& cell, const CardContent& content,
                       const CardListStyle& style)
    : cell_(cell),
      style_(cell.lead ? style.lead : style.card),
      picture_width_(content.picture ? cell.picture_width : 0),
      picture_height_(picture_height(picture_width_)),
      gap_(content.picture ? (cell.side ? style.column_gap : style.picture_gap)
                           : 0),
      text_width_(cell.side ? cell.width - picture_width_ - gap_ : cell.width),
      text_(content, style_, text_width_) {}

double CellFitter::with_picture(double text) const {
  return cell_.side ? std::max(text, picture_height_)
                    : picture_height_ + gap_ + text;
}

double CellFitter::natural() const {
  const double em = text_width_ / style_of(style_, CardPart::Excerpt).font_size;
  const auto lines = static_cast<std::uint32_t>(
      std::lround(cell_.excerpt / std::max(1.0, em)));
  return with_picture(
      text_.height(std::clamp(lines, kFewestExcerptLines, kMostExcerptLines)));
}

PlacedCard CellFitter::place(double height) const {
  PlacedCard out;
  out.x = cell_.x;
  out.y = cell_.y;
  out.width = cell_.width;
  out.height = height;
  out.picture_width = picture_width_;
  out.picture_height = picture_height_;
  out.side = cell_.side;
  out.lead = cell_.lead;
  out.text = text_.fit(cell_.side ? height : height - picture_height_ - gap_);
  return out;
}

std::size_t choose_lead(std::span<const CardContent> contents) {
  const std::size_t candidates = std::min(contents.size(), kMostCandidates);
  for (std::size_t i = 0; i < candidates; ++i) {
    if (contents[i].picture && !contents[i].sponsored) return i;
  }
  return 0;
}

}  // namespace broadsheet
