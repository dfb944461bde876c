#include "plain_paragraph.h"
#include "support/catch.h"

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

std::string lines_of(std::string_view text, std::vector<Em> measure) {
  return show_lines(text, break_first_fit(plain_paragraph(text), measure));
}

}  // namespace

TEST_CASE("first fit: trailing space takes no room", "[typeset]") {
  CHECK(lines_of("aaa bb", {3_em}) == "aaa|bb");
  CHECK(lines_of("aaa /bb", {3_em}) == "aaa|bb");
}

TEST_CASE("first fit: a word wider than the line overflows alone",
          "[typeset]") {
  CHECK(lines_of("a wideword b", {3_em}) == "a|wideword|b");
}

TEST_CASE("first fit: a hyphen must fit to be chosen", "[typeset]") {
  CHECK(lines_of("ab cd~ef", {6_em}) == "ab cd-|ef");
  CHECK(lines_of("ab cd~ef", {5_em}) == "ab|cdef");
}

TEST_CASE("first fit: a word may fit whole where its hyphen does not",
          "[typeset]") {
  CHECK(lines_of("abc~d e", {4_em}) == "abcd|e");
}

TEST_CASE("first fit: no line ends at a no-break space", "[typeset]") {
  CHECK(lines_of("aa b_c", {4_em}) == "aa|b_c");
}

TEST_CASE("first fit: forced breaks end a line, empty ones too", "[typeset]") {
  CHECK(lines_of("a b//c", {9_em}) == "a b||c");
}

TEST_CASE("first fit: each line has its own measure, the last one repeated",
          "[typeset]") {
  CHECK(lines_of("a b c d e f g h", {1_em, 3_em, 5_em}) == "a|b c|d e f|g h");
}

TEST_CASE("first fit: hung marks take no room", "[typeset]") {
  CHECK(lines_of("aa bb, c", {5.5_em}) == "aa bb,|c");
  CHECK(lines_of("aa \"bb, c", {5_em}) == "aa|\"bb,|c");
}

TEST_CASE("first fit: an empty paragraph has no line", "[typeset]") {
  CHECK(break_first_fit({}, std::vector{3_em}).lines.empty());
}
