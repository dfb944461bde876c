#include "typeset/rivers.h"

#include <random>

#include "plain_paragraph.h"
#include "support/catch.h"
#include "typeset/breakpoints.h"
#include "typeset/quality.h"

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

/// Three lines of "aa bb", one below the other at natural width.
struct ThreeLines {
  Breakpoints found = find_breakpoints(plain_paragraph("aa bb/aa bb/aa bb"));

  [[nodiscard]] GapLine line(std::size_t index) const {
    const Breakpoint& start = found.points[2 * index];
    const Breakpoint& end = found.points[2 * index + 2];
    return {start.start.gaps, end.end.gaps, &start.start, 0, 0, 0};
  }
};

RiverCount follow(const ThreeLines& paragraph, const GapLine& above,
                  GapLine& line) {
  GapRow row;
  row.paint(paragraph.found.gaps, above);
  return row.follow(paragraph.found.gaps, line);
}

std::string random_words(std::mt19937& random, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    if (i > 0) text += ' ';
    text += std::string(1 + random() % 9, 'a');
  }
  return text;
}

double rivers_of(const std::vector<Item>& items, const Setting& setting) {
  const std::vector<Em> measure = {40_em};
  const Lines lines = break_optimal(items, measure, setting);
  QualityTally tally(1_em, 16_px);
  tally.add({items, lines, measure, u""});
  return tally.report().rivers_per_100;
}

}  // namespace

TEST_CASE("rivers: a gap below a gap is a link, below two a river",
          "[typeset]") {
  const ThreeLines paragraph;
  GapLine second = paragraph.line(1);
  const RiverCount one = follow(paragraph, paragraph.line(0), second);
  CHECK(one.links == 1);
  CHECK(one.rivers == 0);
  GapLine third = paragraph.line(2);
  const RiverCount two = follow(paragraph, second, third);
  CHECK(two.links == 1);
  CHECK(two.rivers == 1);
}

TEST_CASE("rivers: gaps that overlap by less than half are none", "[typeset]") {
  const ThreeLines paragraph;
  GapLine second = paragraph.line(1);
  second.letter_fit = 0.2;  // Two letters: .4 em to the right.
  CHECK(follow(paragraph, paragraph.line(0), second).links == 1);
  second.letter_fit = 0.3;
  CHECK(follow(paragraph, paragraph.line(0), second).links == 0);
}

TEST_CASE("optimal: rivers are fewer where they cost", "[typeset]") {
  std::mt19937 random(9);
  double without = 0;
  double with = 0;
  for (int round = 0; round < 50; ++round) {
    const std::vector<Item> items = plain_paragraph(random_words(random, 300));
    Setting setting = plain_setting();
    without += rivers_of(items, setting);
    setting.costs.river = 2;
    with += rivers_of(items, setting);
  }
  CAPTURE(with / 50, without / 50);
  CHECK(with < 0.8 * without);
}
