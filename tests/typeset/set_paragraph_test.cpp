#include "typeset/set_paragraph.h"

#include <array>
#include <string>

#include "base/utf16.h"
#include "support/catch.h"

using namespace broadsheet;

namespace {

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
  for (const SetLine& line : paragraph.set(measures, {}).lines) {
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
  CHECK(lines_of(u"aaa bb\u00ADbbbb cccc", 7) == "aaa bb\u00AD-|bbbb |cccc");
}

TEST_CASE("set paragraph: a text without letters has one line", "[typeset]") {
  CHECK(lines_of(u"   ", 7) == "   ");
  CHECK(lines_of(u"", 7).empty());
}
