#include "base/language_tag.h"

#include <array>

#include "support/catch.h"

using namespace broadsheet;

namespace {

std::string_view found(std::string_view tag) {
  static constexpr std::array<std::string_view, 5> kAvailable = {
      "en", "en-GB", "sr", "sr-Latn", "zh-Hant"};
  return lookup(tag, kAvailable).value_or("none");
}

}  // namespace

TEST_CASE("language tags: the longest available prefix wins", "[base]") {
  CHECK(found("en") == "en");
  CHECK(found("en-AU") == "en");
  CHECK(found("en-GB-oed") == "en-GB");
  CHECK(found("sr-Latn-RS") == "sr-Latn");
  CHECK(found("zh-Hant-CN-x-private1") == "zh-Hant");
}

TEST_CASE("language tags: case and underscores do not matter", "[base]") {
  CHECK(found("EN-gb") == "en-GB");
  CHECK(found("sr_LATN") == "sr-Latn");
}

TEST_CASE("language tags: nothing else is taken for the language", "[base]") {
  for (const char* tag : {"", "-", "e", "eng", "fr", "zh", "x-en", "-en"}) {
    CHECK(found(tag) == "none");
  }
}
