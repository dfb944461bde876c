#include "typeset/quality.h"

#include "plain_paragraph.h"
#include "support/catch.h"

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

/// The report on `text` broken by first fit, each character 10 px.
QualityReport report_on(std::string_view text, Em measure) {
  const std::vector<Em> widths = {measure};
  const std::vector<Item> items = plain_paragraph(text);
  Lines lines = break_first_fit(items, widths);
  // First fit leaves lines at their natural width: justify them here.
  for (std::size_t i = 0; i + 1 < lines.lines.size(); ++i) {
    Line& line = lines.lines[i];
    double spaces = 0;
    for (std::size_t k = line.begin; k < line.end; ++k) {
      if (items[k].kind == ItemKind::Glue) spaces += items[k].width.value();
    }
    const Em room = measure - line.natural_width;
    if (spaces > 0) line.ratio = room.value() / spaces;
  }
  std::u16string source;
  for (const char c : text) {
    if (c != '~' && c != '^') source += static_cast<char16_t>(c);
  }
  QualityTally tally(1_em, 10_px);
  tally.add({items, lines, widths, source});
  return tally.report();
}

}  // namespace

TEST_CASE("quality: ratios are taken over justified lines alone", "[typeset]") {
  const QualityReport report = report_on("aa bb cc dd ee ff gg", 6_em);
  // aa bb|cc dd|ee ff|gg: three lines whose space is 2 em.
  CHECK(report.paragraphs == 1);
  CHECK(report.lines == 4);
  CHECK(report.justified == 3);
  CHECK(report.msd == Approx(1));
  CHECK(report.worst == Approx(2));
  CHECK(report.tightest == Approx(2));
  CHECK(report.loose_pct == Approx(100));
  CHECK(report.edge_error.value() == Approx(0).margin(1e-9));
}

TEST_CASE("quality: hyphens are counted in per cent of all lines, and ladders",
          "[typeset]") {
  const QualityReport report = report_on("aa b~bbb~c~cc dd", 4_em);
  CHECK(report.longest_ladder == 2);
  CHECK(report.hyphenated_pct == Approx(100.0 * 2 / 5));
}

TEST_CASE("quality: a last line of one word is a runt", "[typeset]") {
  CHECK(report_on("aa bb cc", 6_em).runts == 1);
  CHECK(report_on("aa bb c c", 6_em).runts == 0);
  CHECK(report_on("aa", 6_em).runts == 0);
  CHECK(report_on("aaaaa bbbbb c", 11_em).short_last == 1);
}

TEST_CASE("quality: three gaps above one another are a river", "[typeset]") {
  CHECK(report_on("aa bb cc dd ee ff", 5_em).rivers_per_100 ==
        Approx(100.0 / 3));
  CHECK(report_on("aa bb cc dd", 5_em).rivers_per_100 == 0);
  CHECK(report_on("aa bb c ddd ee ff", 5_em).rivers_per_100 == 0);
}

TEST_CASE("quality: a line that starts with closing punctuation is seen",
          "[typeset]") {
  CHECK(report_on("aaaa ; bb", 4_em).bad_edges == 1);
  CHECK(report_on("aaaa; bb", 5_em).bad_edges == 0);
}

TEST_CASE("quality: an overfull line is seen, and its end off the edge",
          "[typeset]") {
  const QualityReport report = report_on("aaaaa bb", 4_em);
  CHECK(report.overfull == 1);
  CHECK(report_on("aaaa bb", 4_em).overfull == 0);
}
