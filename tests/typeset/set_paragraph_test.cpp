#include "typeset/set_paragraph.h"

#include <array>
#include <string>

#include "base/utf16.h"
#include "support/catch.h"

using namespace broadsheet;

namespace {

constexpr SetOptions kPlain = {LineMode::Justify, false, false, 0};

// Every character one em wide; lines of `measure` em, parted by '|'.
std::string lines_of(std::u16string_view text, double measure) {
  PreparedParagraph paragraph(text, {}, {});
  std::vector<float> widths;
  for (const Piece& piece : paragraph.pieces()) {
    widths.push_back(static_cast<float>(piece.end - piece.begin));
  }
  paragraph.measure(widths, 1_em);
  std::string out;
  std::size_t begin = 0;
  const std::array<Em, 1> measures = {Em(measure)};
  for (const SetLine& line : paragraph.set(measures, kPlain).lines) {
    if (!out.empty()) out += '|';
    out += to_utf8(text.substr(begin, line.end - begin));
    if (line.hyphen) out += '-';
    begin = line.end;
  }
  return out;
}

}  // namespace

TEST_CASE("set paragraph: each line ends after its spaces", "[typeset]") {
  CHECK(lines_of(u"aaa bbb ccc ddd", 7) == "aaa bbb |ccc ddd");
}

TEST_CASE("set paragraph: nothing of the text is left out", "[typeset]") {
  CHECK(lines_of(u"  aaa bbb  ", 3) == "  aaa |bbb  ");
}

TEST_CASE("set paragraph: a soft hyphen shows where a line ends", "[typeset]") {
  CHECK(lines_of(u"aaa bb\u00ADbbbb cccc", 8) == "aaa bb\u00AD-|bbbb |cccc");
}

TEST_CASE("set paragraph: marks hang as far as their kind does", "[typeset]") {
  PreparedParagraph paragraph(u"aaa, \u00ABbbb\u00BB ccc", {}, {});
  paragraph.measure(std::vector<float>{4, 1, 5, 1, 3}, 1_em);
  const std::array<Em, 1> measures = {3.84_em};
  const SetLines set = paragraph.set(measures, {LineMode::Ragged});
  REQUIRE(set.lines.size() == 3);
  CHECK(set.lines[0].hang_end == HangLevel::Most);
  CHECK(set.lines[0].hang_start == HangLevel::None);
  CHECK(set.lines[1].hang_start == HangLevel::Quote);
  CHECK(set.lines[1].hang_end == HangLevel::Quote);
  CHECK(set.overfull);
}

TEST_CASE("set paragraph: a headline keeps articles with their nouns",
          "[typeset]") {
  PieceOptions options;
  options.clinging_language = "fr";
  options.clinging = static_cast<float>(BreakCosts().clinging);
  const std::u16string text = u"aaaa bbbb le cccc dddd";
  PreparedParagraph paragraph(text, {}, options);
  std::vector<float> widths;
  for (const Piece& piece : paragraph.pieces()) {
    widths.push_back(static_cast<float>(piece.end - piece.begin));
  }
  paragraph.measure(widths, 1_em);
  const std::array<Em, 1> measures = {12_em};
  const SetLines set = paragraph.set(measures, {LineMode::Balanced});
  REQUIRE(set.lines.size() == 2);
  CHECK(text.substr(0, set.lines[0].end) == u"aaaa bbbb ");
}

TEST_CASE("set paragraph: one word too long is said", "[typeset]") {
  PreparedParagraph paragraph(u"aaaaaaaaaa b", {}, {});
  paragraph.measure(std::vector<float>{10, 1, 1}, 1_em);
  const std::array<Em, 2> measures = {9_em, 9_em};
  CHECK(paragraph.set(measures, {}).overfull);
  const std::array<Em, 1> wide = {12_em};
  CHECK_FALSE(paragraph.set(wide, {}).overfull);
}

TEST_CASE("set paragraph: a text without letters has one line", "[typeset]") {
  CHECK(lines_of(u"   ", 7) == "   ");
  CHECK(lines_of(u"", 7).empty());
}
