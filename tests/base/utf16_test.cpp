#include "base/utf16.h"

#include "support/catch.h"

using namespace broadsheet;

TEST_CASE("utf16: text survives the way to UTF-16 and back", "[base]") {
  const std::string text = "Goïta «été» 中文 😀";
  CHECK(to_utf8(to_utf16(text)) == text);
  CHECK(to_utf16("😀") == u"😀");
}

TEST_CASE("utf16: a lone surrogate is one code point of one unit", "[base]") {
  const std::u16string text = {0xD83D, u'a', 0xDE00, 0xD83D};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Utf16CodePoint decoded = decode_utf16(text, i);
    CHECK(decoded.code_point == text[i]);
    CHECK(decoded.size == 1);
  }
  CHECK(to_utf8(text) == "\uFFFDa\uFFFD\uFFFD");
}

TEST_CASE("utf16: a pair is one code point of two units", "[base]") {
  const Utf16CodePoint decoded = decode_utf16(u"😀", 0);
  CHECK(decoded.code_point == 0x1F600);
  CHECK(decoded.size == 2);
}
