#include "layout/cells.h"

namespace broadsheet {
namespace {

constexpr std::uint32_t kFewestExcerptLines = 2;
constexpr std::uint32_t kMostExcerptLines = 8;
constexpr std::uint32_t kAllLines = 1000;
// The tallest that the picture of a card that leads may be, of its width.
constexpr double kTallestPicture = 0.75;
// Editors put first what matters: a card from further down never leads.
constexpr std::size_t kMostCandidates = 3;

}  // namespace

CardCellFitter::CardCellFitter(const CardCell& cell, const CardContent& content,
                               const CardListStyle& style)
    : cell_(cell),
      style_(cell.lead ? style.lead : style.card),
      picture_width_(content.picture ? cell.picture_width : 0),
      picture_height_(picture_height(picture_width_)),
      gap_(content.picture ? (cell.side ? style.column_gap : style.picture_gap)
                           : 0),
      text_width_(cell.side ? cell.width - picture_width_ - gap_ : cell.width),
      text_(content, style_, text_width_) {}

double CardCellFitter::with_picture(double text) const {
  return cell_.side ? std::max(text, picture_height_)
                    : picture_height_ + gap_ + text;
}

double CardCellFitter::natural() const {
  const double em = text_width_ / style_of(style_, CardPart::Excerpt).font_size;
  const auto lines = static_cast<std::uint32_t>(
      std::lround(cell_.excerpt / std::max(1.0, em)));
  return with_picture(
      text_.height(std::clamp(lines, kFewestExcerptLines, kMostExcerptLines)));
}

double CardCellFitter::most() const {
  return with_picture(text_.height(kAllLines));
}

double CardCellFitter::tallest_lead() const {
  const double picture = std::round(picture_width_ * kTallestPicture);
  return most() + (cell_.side ? 0 : picture - picture_height_);
}

PlacedCard CardCellFitter::place(double height) const {
  PlacedCard out;
  out.x = cell_.x;
  out.y = cell_.y;
  out.width = cell_.width;
  out.height = height;
  out.picture_width = picture_width_;
  // A height that was given may be less than a wide picture's.
  out.picture_height =
      cell_.side ? std::min(picture_height_, height) : picture_height_;
  out.side = cell_.side;
  out.lead = cell_.lead;
  out.text = text_.fit(cell_.side ? height : height - picture_height_ - gap_);
  if (cell_.lead && !cell_.side && out.text.excerpt_end == kWhole) {
    // What room the texts leave, the picture takes.
    const double room = height - picture_height_ - gap_ - out.text.height;
    out.picture_height =
        std::min(picture_height_ + std::floor(std::max(0.0, room)),
                 std::round(picture_width_ * kTallestPicture));
  }
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
