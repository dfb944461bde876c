#include "unicode/graphemes.h"

#include "base/utf16.h"
#include "support/catch.h"

using namespace broadsheet;

namespace {

std::string clusters(std::string_view text) {
  const std::u16string wide = to_utf16(text);
  std::string out;
  std::size_t begin = 0;
  for (const std::size_t end : grapheme_ends(wide)) {
    if (begin != 0) out += '|';
    out += to_utf8(std::u16string_view(wide).substr(begin, end - begin));
    begin = end;
  }
  return out;
}

}  // namespace

TEST_CASE("graphemes: an accent stays with its letter", "[unicode]") {
  CHECK(clusters("e\u0301te\u0301") == "e\u0301|t|e\u0301");
}

TEST_CASE("graphemes: families, skin tones and flags are one character",
          "[unicode]") {
  CHECK(clusters("👩‍👩‍👧👍🏽🇫🇷🇧🇪") ==
        "👩‍👩‍👧|👍🏽|🇫🇷|🇧🇪");
}

TEST_CASE("graphemes: a lone surrogate is a character like others",
          "[unicode]") {
  const std::u16string text = {u'a', 0xD83D, 0x0301, u'b'};
  CHECK(grapheme_ends(text) == std::vector<std::size_t>{1, 3, 4});
}

TEST_CASE("graphemes: an empty text has none", "[unicode]") {
  CHECK(grapheme_ends(u"").empty());
}
