#include "base/utf8.h"

#include "support/catch.h"

using namespace broadsheet;

TEST_CASE("utf8: well-formed text is returned as it was", "[base]") {
  const std::string text = "Goïta «été» 中文 😀";
  CHECK(is_well_formed_utf8(text));
  CHECK(to_well_formed_utf8(text) == text);
}

TEST_CASE("utf8: each maximal ill-formed prefix becomes one U+FFFD", "[base]") {
  CHECK(to_well_formed_utf8("a\xFFz") == "a\uFFFDz");
  CHECK(to_well_formed_utf8("a\xE2\x82") == "a\uFFFD");
  CHECK(to_well_formed_utf8("\xC0\xAF") == "\uFFFD\uFFFD");
  CHECK(to_well_formed_utf8("\xF0\x9F\x98z") == "\uFFFDz");
}

TEST_CASE("utf8: encoded surrogates are ill-formed", "[base]") {
  CHECK_FALSE(is_well_formed_utf8("\xED\xA0\x80"));
  std::string out;
  append_utf8(out, 0xD800);
  CHECK(out == "\uFFFD");
}

TEST_CASE("utf8: length is counted as JavaScript counts", "[base]") {
  CHECK(utf16_length("aé中") == 3);
  CHECK(utf16_length("😀") == 2);
}
