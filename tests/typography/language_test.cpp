#include "typography/direction.h"
#include "typography/languages.h"
#include "typography/reading_time.h"
#include "typography/write_date.h"

#include "broadsheet.h"
#include "support/article.h"
#include "support/catch.h"

using namespace broadsheet;

namespace {

int minutes(std::string_view language, int words) {
  std::string text;
  for (int i = 0; i < words; ++i) text += "mot ";
  Document document;
  document.body.push_back(
      {{}, {}, Paragraph{{{Inline::Kind::Text, text, {}}}}});
  return reading_time(document, language).minutes;
}

}  // namespace

TEST_CASE("reading time: each language at its own speed, rounded up",
          "[typography]") {
  CHECK(minutes("fr", 195) == 1);
  CHECK(minutes("fr", 196) == 2);
  CHECK(minutes("en-GB", 228) == 1);
  CHECK(minutes("ar", 276) == 2);
  CHECK(minutes("fr", 0) == 1);
}

TEST_CASE("reading time: the publisher's own figure wins", "[typography]") {
  const Article article = parse_article(R"({"title":"x","readingTime":7})", {});
  CHECK(article.reading_time.minutes == 7);
}

TEST_CASE("reading time: apostrophes and hyphens join words", "[typography]") {
  const Article article =
      parse_article(R"({"title":"L’eau vis-à-vis d'elle : 23 juin"})", {});
  CHECK(article.reading_time.words == 5);
}

TEST_CASE("reading time: the seed article takes two minutes", "[typography]") {
  const Article article =
      parse_article(test::read_file("examples/articles/mali-russie.json"), {});
  CHECK(article.reading_time.minutes == 2);
}

TEST_CASE("languages: a tag is shortened from the right", "[typography]") {
  Languages languages;
  languages.set("fr", StringKey::TextSize, "Taille");
  CHECK(languages.strings_for("fr-CA").get(StringKey::TextSize) == "Taille");
  CHECK(languages.strings_for("FR-x-test").get(StringKey::TextSize) ==
        "Taille");
  CHECK(languages.strings_for("frr").get(StringKey::TextSize) == "Text size");
  CHECK(languages.strings_for("").get(StringKey::TextSize) == "Text size");
}

TEST_CASE("languages: what is no pack changes nothing", "[typography]") {
  Languages languages;
  const std::string junk = "BSLP and then nothing";
  CHECK_FALSE(languages.add("fr", std::as_bytes(std::span(junk))));
}

TEST_CASE("strings: unknown names and what is cut short are left aside",
          "[typography]") {
  using namespace std::string_view_literals;
  Strings strings;
  strings.read_section("textSize\0Taille\0unknown\0x\0by\0cut"sv);
  CHECK(strings.get(StringKey::TextSize) == "Taille");
  CHECK(strings.get(StringKey::By) == "By {names}");
}

TEST_CASE("strings: names without a value stay as written", "[typography]") {
  CHECK(fill("a {n} b {m} {", {"n", "1"}) == "a 1 b {m} {");
}

TEST_CASE("direction: by script, else by language", "[typography]") {
  CHECK(direction_of("ar") == Direction::RightToLeft);
  CHECK(direction_of("fa-IR") == Direction::RightToLeft);
  CHECK(direction_of("az-Arab") == Direction::RightToLeft);
  CHECK(direction_of("ur-Latn") == Direction::LeftToRight);
  CHECK(direction_of("fr") == Direction::LeftToRight);
}

TEST_CASE("dates: written in the offset they carry", "[typography]") {
  Strings strings;
  CHECK(write_date(*parse_date("2025-06-23T23:05:00-08:00"), strings) ==
        "June\u00A023, 2025, 23:05");
  strings.set(StringKey::Date, "{day} {month}|1er {month}");
  CHECK(write_date(*parse_date("2025-01-01"), strings) == "1er January");
  CHECK(write_date(*parse_date("2025-12-02"), strings) == "2 December");
}
