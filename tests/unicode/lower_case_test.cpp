#include "unicode/lower_case.h"

#include <string>

#include "base/utf16.h"
#include "support/catch.h"

using namespace broadsheet;

namespace {

std::string lower(std::string_view text) {
  const std::u16string wide = to_utf16(text);
  std::u16string out;
  for (const char16_t unit : wide) out += to_lower(unit);
  return to_utf8(out);
}

}  // namespace

TEST_CASE("lower case: every cased script of the packs is mapped",
          "[unicode]") {
  CHECK(lower("ÉTÉ ŒUVRE ŁÓDŹ ĲSSEL ŽĎÁR ẞ Ș") ==
        "été œuvre łódź ĳssel žďár ß ș");
  CHECK(lower("ΑΘΉΝΑ ΣΊΣΥΦΟΣ Ἀθῆναι") == "αθήνα σίσυφοσ ἀθῆναι");
  CHECK(lower("ЇЖАК ЁЛКА Ћирилица Ѣ") == "їжак ёлка ћирилица ѣ");
  CHECK(lower("ՀԱՅԱՍՏԱՆ") == "հայաստան");
  CHECK(lower("ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ") == "საქართველო");
}

TEST_CASE("lower case: what has no lower case is returned as it is",
          "[unicode]") {
  CHECK(lower("été 123 «» 中文 हिन्दी") == "été 123 «» 中文 हिन्दी");
  CHECK(to_lower(0xD800) == 0xD800);
}
