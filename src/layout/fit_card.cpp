#include "layout/fit_card.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "layout/fit_text.h"

namespace broadsheet {
namespace {

// Heights add up from fractions: a line is not lost for a rounding error.
constexpr double kTolerance = 0.01;  // CSS px
// A single line of many is not worth reading.
constexpr std::uint32_t kFewestLines = 2;
// Details line up at the foot of a row, unless that tears the card apart: so
// many lines of an excerpt.
constexpr double kWidestHole = 2;
// A sentence cut keeps its full stop, so the ellipsis stands off from it.
constexpr double kEllipsisSpace = 0.3;  // em

Em measure_of(const PartStyle& style, double width) {
  return to_em(Px(std::max(1.0, width - style.sides)), Px(style.font_size));
}

}  // namespace

CardFitter::CardFitter(const CardContent& content, const CardStyle& style,
                       double width)
    : content_(content), style_(style), width_(width) {
  const auto& title = content.items(CardPart::Title);
  if (has_divisions(title)) {
    divided_title_ =
        whole_words(title, measure_of(style_of(style, CardPart::Title), width));
  }
  bool first = true;
  for (std::size_t i = 0; i < kCardParts; ++i) {
    const auto part = static_cast<CardPart>(i);
    const std::uint32_t lines = lines_of(part);
    if (lines == 0) continue;
    if (part == CardPart::Title) title_lines_ = lines;
    if (part == CardPart::Excerpt) {
      excerpt_lines_ = lines;
      continue;
    }
    const PartStyle& set = style_[i];
    without_excerpt_ +=
        (first ? 0 : set.before) + set.frame + lines * set.line_height;
    first = false;
  }
}

std::uint32_t CardFitter::lines_of(CardPart part) const {
  return count_lines(
      part == CardPart::Title ? title_items() : content_.items(part),
      measure_of(style_of(style_, part), width_));
}

std::span<const Item> CardFitter::title_items() const {
  return divided_title_.empty() ? content_.items(CardPart::Title)
                                : divided_title_;
}

double CardFitter::excerpt_height(std::uint32_t lines) const {
  if (lines == 0) return 0;
  const PartStyle& set = style_of(style_, CardPart::Excerpt);
  return set.before + set.frame + lines * set.line_height;
}

double CardFitter::height(std::uint32_t excerpt_lines) const {
  const std::uint32_t most =
      excerpt_lines == 0 || excerpt_lines_ > excerpt_lines + 1 ? excerpt_lines
                                                               : excerpt_lines_;
  return without_excerpt_ + excerpt_height(std::min(excerpt_lines_, most));
}

double CardFitter::least_height() const {
  return without_excerpt_ +
         excerpt_height(std::min(excerpt_lines_, kFewestLines));
}

void CardFitter::fit_excerpt(double room, CardFit& out) const {
  if (excerpt_lines_ == 0) return;
  const PartStyle& set = style_of(style_, CardPart::Excerpt);
  const double lines = std::floor((room - set.before - set.frame + kTolerance) /
                                  set.line_height);
  if (lines >= excerpt_lines_) {
    out.excerpt_lines = excerpt_lines_;
    return;
  }
  out.excerpt_end = 0;
  if (lines < kFewestLines) return;
  const auto shown = static_cast<std::uint32_t>(lines);
  const Cut cut = cut_text(content_.excerpt, content_.items(CardPart::Excerpt),
                           measure_of(set, width_), shown,
                           content_.ellipsis + Em(kEllipsisSpace));
  out.excerpt_end = cut.end;
  out.excerpt_lines = cut.lines;
}

CardFit CardFitter::fit(double height) const {
  CardFit out;
  const PartStyle& title = style_of(style_, CardPart::Title);
  const Em measure = measure_of(title, width_);
  Headline headline = balance(title_items(), measure);
  out.title_width = std::min(
      to_px(std::min(headline.width * kTitleRoom, measure), Px(title.font_size))
              .value() +
          title.sides + 1,
      width_);
  out.title_lines = title_lines_;
  const double missing = without_excerpt_ - height - kTolerance;
  if (missing > 0 && title_lines_ > 1) {
    const auto lines =
        static_cast<std::uint32_t>(std::ceil(missing / title.line_height));
    out.title_lines -= std::min(lines, title_lines_ - 1);
    out.title_cut = true;
  } else {
    out.title_breaks = std::move(headline.breaks);
  }
  fit_excerpt(height - without_excerpt_, out);
  out.height = without_excerpt_ -
               (title_lines_ - out.title_lines) * title.line_height +
               excerpt_height(out.excerpt_lines);
  out.details_follow =
      height - out.height >
      kWidestHole * style_of(style_, CardPart::Excerpt).line_height;
  return out;
}

}  // namespace broadsheet
