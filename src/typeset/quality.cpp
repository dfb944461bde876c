#include "typeset/quality.h"

#include <algorithm>
#include <cmath>

namespace broadsheet {
namespace {

struct PaintedGap {
  double left = 0;
  double right = 0;
  std::size_t chain = 1;  // Gaps above one another down to this one.
  bool plain = false;     // A space, not U+00A0.
};

/// One line in em, from the left edge of its measure.
struct PaintedLine {
  std::vector<PaintedGap> gaps;
  double left = 0;
  double right = 0;
  double measure = 0;
  bool hyphenated = false;
};

bool is_space(ItemKind kind) {
  return kind == ItemKind::Glue || kind == ItemKind::NoBreakGlue;
}

PaintedLine paint(const SetParagraph& paragraph, std::size_t index) {
  const Line& line = paragraph.lines.lines[index];
  std::size_t end = line.end;
  while (end > line.begin && paragraph.items[end - 1].kind != ItemKind::Box &&
         paragraph.items[end - 1].kind != ItemKind::NoBreakGlue) {
    --end;
  }
  const auto items = paragraph.items.subspan(line.begin, end - line.begin);
  double spaces = 0;
  double gaps = 0;
  for (const Item& item : items) {
    if (!is_space(item.kind)) continue;
    spaces += item.width.value();
    ++gaps;
  }
  const double extra = gaps > 0 ? line.ratio * spaces / gaps : 0;

  PaintedLine painted;
  double x = painted.left = -line.hang_left.value();
  for (const Item& item : items) {
    const double width = item.width.value();
    if (is_space(item.kind)) {
      const double right = x + width + extra;
      painted.gaps.push_back({x, right, 1, item.kind == ItemKind::Glue});
      x = right;
    } else if (item.kind == ItemKind::Box) {
      x += width + line.letter_fit.value() * item.letters;
    }
  }
  const Item& breaker = paragraph.items[line.end];
  painted.hyphenated = breaker.kind == ItemKind::Hyphen;
  // The hyphen is no character of the text.
  painted.right = x;
  if (breaker.kind == ItemKind::Penalty) painted.right += breaker.width.value();
  const std::size_t last = paragraph.measure.size() - 1;
  painted.measure = paragraph.measure[std::min(index, last)].value();
  return painted;
}

/// Number of chains that reach three gaps in `line`.
std::size_t follow_chains(const PaintedLine& above, PaintedLine& line) {
  std::size_t rivers = 0;
  for (PaintedGap& gap : line.gaps) {
    for (const PaintedGap& upper : above.gaps) {
      const double overlap =
          std::min(gap.right, upper.right) - std::max(gap.left, upper.left);
      const double narrower =
          std::min(gap.right - gap.left, upper.right - upper.left);
      if (overlap >= narrower / 2)
        gap.chain = std::max(gap.chain, upper.chain + 1);
    }
    if (gap.chain == 3) ++rivers;
  }
  return rivers;
}

/// Mean width of the plain spaces, in em; 0 without any.
double mean_space(const PaintedLine& line) {
  double sum = 0;
  double count = 0;
  for (const PaintedGap& gap : line.gaps) {
    if (!gap.plain) continue;
    sum += gap.right - gap.left;
    ++count;
  }
  return count > 0 ? sum / count : 0;
}

std::size_t count_bad_edges(const SetParagraph& paragraph, std::size_t index) {
  constexpr std::u16string_view kNeverFirst = u"»:;?!";
  const Line& line = paragraph.lines.lines[index];
  const std::size_t begin = paragraph.items[line.begin].offset;
  const std::size_t end = paragraph.items[line.end].offset;
  if (begin >= end || end > paragraph.text.size()) return 0;
  std::u16string_view text = paragraph.text.substr(begin, end - begin);
  while (!text.empty() && (text.back() == u' ' || text.back() == u'\u00A0')) {
    text.remove_suffix(1);
  }
  if (text.empty()) return 0;
  const bool last = index + 1 == paragraph.lines.lines.size();
  const bool bad_start =
      index > 0 && kNeverFirst.find(text.front()) != kNeverFirst.npos;
  const bool bad_end = !last && text.back() == u'«';
  return (bad_start ? 1U : 0U) + (bad_end ? 1U : 0U);
}

}  // namespace

void QualityTally::add(const SetParagraph& paragraph) {
  const std::size_t count = paragraph.lines.lines.size();
  if (count == 0) return;
  ++sums_.paragraphs;
  sums_.lines += count;
  std::size_t ladder = 0;
  PaintedLine above;
  for (std::size_t i = 0; i < count; ++i) {
    PaintedLine line = paint(paragraph, i);
    rivers_ += follow_chains(above, line);
    sums_.bad_edges += count_bad_edges(paragraph, i);
    const Px excess =
        to_px(Em(line.right - line.left - line.measure), font_size_);
    if (excess > 1.5_px) ++sums_.overfull;
    ladder = line.hyphenated ? ladder + 1 : 0;
    if (line.hyphenated) ++hyphenated_;
    sums_.longest_ladder = std::max(sums_.longest_ladder, ladder);
    if (i + 1 == count) {
      if (count > 1 && line.gaps.empty()) ++sums_.runts;
      if (count > 1 && line.right - line.left < line.measure / 10) {
        ++sums_.short_last;
      }
    } else if (const double space = mean_space(line); space > 0) {
      const double ratio = space / natural_space_.value();
      ++sums_.justified;
      squares_ += (ratio - 1) * (ratio - 1);
      sums_.worst = std::max(sums_.worst, ratio);
      sums_.tightest = std::min(sums_.tightest, ratio);
      if (ratio > 1.5) ++loose_;
      if (!line.hyphenated) {
        const Em error(std::fabs(line.measure - line.right));
        sums_.edge_error = std::max(sums_.edge_error, to_px(error, font_size_));
      }
    }
    above = std::move(line);
  }
}

QualityReport QualityTally::report() const {
  const auto share = [](std::size_t part, std::size_t of) {
    return of == 0 ? 0
                   : 100 * static_cast<double>(part) / static_cast<double>(of);
  };
  QualityReport report = sums_;
  if (report.justified > 0) {
    report.msd = squares_ / static_cast<double>(report.justified);
  }
  report.loose_pct = share(loose_, report.justified);
  report.hyphenated_pct = share(hyphenated_, report.lines);
  report.rivers_per_100 = share(rivers_, report.lines);
  return report;
}

}  // namespace broadsheet
