#include "typography/break_options.h"
#include "typography/direction.h"
#include "typography/languages.h"
#include "typography/plural.h"
#include "typography/reading_time.h"
#include "typography/write_date.h"

#include "broadsheet.h"
#include "language_packs.h"
#include "support/article.h"
#include "support/catch.h"
#include "support/packs.h"

using namespace broadsheet;

namespace {

// A pack with one section.
std::string make_pack(const std::string& id, std::string_view section) {
  const auto number = [](std::size_t value, int bytes) {
    std::string out;
    for (; bytes > 0; --bytes, value >>= 8U) out += static_cast<char>(value);
    return out;
  };
  return "BSLP" + number(1, 2) + number(1, 2) + id + number(20, 4) +
         number(section.size(), 4) + std::string(section);
}

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
  CHECK(minutes("en-GB", 238) == 1);
  CHECK(minutes("en-GB", 239) == 2);
  CHECK(minutes("ca", 184) == 1);
  CHECK(minutes("ca", 185) == 2);
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

namespace {

ReadingTime time_of_body(const std::string& body) {
  return parse_article(R"({"title":"x","lang":"en","body":[)" + body + "]}", {})
      .reading_time;
}

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("reading time: a part in another language takes that one's time",
          "[typography]") {
  const std::string text = repeated("word ", 235);
  CHECK(
      time_of_body(R"({"type":"paragraph","text":")" + text + "\"}").minutes ==
      1);
  CHECK(
      time_of_body(R"({"type":"paragraph","lang":"ar","text":")" + text + "\"}")
          .minutes == 2);
  CHECK(time_of_body(R"({"type":"group","lang":"ar","blocks":[
                        {"type":"paragraph","text":")" +
                     text + "\"}]}")
            .minutes == 2);
  CHECK(time_of_body(R"({"type":"paragraph","text":[{"text":")" + text +
                     R"(","marks":[{"type":"lang","lang":"ar"}]}]})")
            .minutes == 2);
}

TEST_CASE("reading time: unspaced scripts count by the character",
          "[typography]") {
  const auto time_of = [](const std::string& lang, const std::string& text) {
    return time_of_body(R"({"type":"paragraph","lang":")" + lang +
                        R"(","text":")" + text + "\"}");
  };
  // The title is one English word.
  CHECK(time_of("zh", repeated("字", 253)).minutes == 1);
  CHECK(time_of("zh", repeated("字", 255)).minutes == 2);
  CHECK(time_of("ja", repeated("字", 355)).minutes == 1);
  CHECK(time_of("ja", repeated("の", 357)).minutes == 2);
  CHECK(time_of("th", repeated("ก", 800)).minutes == 1);
  CHECK(time_of("th", repeated("ก", 805)).minutes == 2);
  CHECK(time_of("zh", "用 iPhone 写字").words == 5);
}

TEST_CASE("reading time: pictures take 12 s, then less, and tables their words",
          "[typography]") {
  const std::string image = R"({"type":"image","src":"a.jpg","alt":""})";
  // 12 + 11 + 10 + 9 + 8 s, and the title's word.
  CHECK(time_of_body(repeated(image + ",", 4) + image).minutes == 1);
  CHECK(time_of_body(repeated(image + ",", 6) + image).minutes == 2);
  CHECK(time_of_body(R"({"type":"table","head":["a b"],"rows":[["c","d"]]})")
            .words == 5);
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

TEST_CASE("languages: the host's words win over a pack that comes later",
          "[typography]") {
  using namespace std::string_view_literals;
  const std::string bytes = make_pack("strs", "textSize\0Taille\0by\0De\0"sv);
  const auto pack = Pack::read(std::as_bytes(std::span(bytes)));
  REQUIRE(pack);
  Languages languages;
  languages.set("fr-CA", StringKey::And, " & ");
  languages.set("fr", StringKey::And, " + ");
  languages.set("fr", StringKey::TextSize, "Corps");
  languages.add("fr", *pack);
  const Strings french = languages.strings_for("fr");
  CHECK(french.get(StringKey::TextSize) == "Corps");
  CHECK(french.get(StringKey::By) == "De");
  CHECK(french.get(StringKey::And) == " + ");
  const Strings canadian = languages.strings_for("fr-CA");
  CHECK(canadian.get(StringKey::By) == "De");
  CHECK(canadian.get(StringKey::TextSize) == "Corps");
  CHECK(canadian.get(StringKey::And) == " & ");
}

TEST_CASE("language packs: hyphenation by look-up, words or not",
          "[typography]") {
  LanguagePacks packs;
  const std::string junk = "BSLP and then nothing";
  CHECK_FALSE(packs.add("fr", std::as_bytes(std::span(junk))));
  CHECK(packs.hyphenator_for("fr") == nullptr);
  const std::string damaged = make_pack("hyph", "not patterns");
  CHECK(packs.add("de", std::as_bytes(std::span(damaged))));
  CHECK(packs.hyphenator_for("de") == nullptr);
  CHECK(packs.languages().strings_for("de").get(StringKey::By) == "By {names}");

  const std::string french = test::read_pack("fr");
  if (french.empty()) return;
  CHECK(packs.add("fr", std::as_bytes(std::span(french))));
  const Hyphenator* hyphenator = packs.hyphenator_for("FR-ca");
  REQUIRE(hyphenator != nullptr);
  CHECK(hyphenator->minima().right == 3);
  CHECK(packs.hyphenator_for("frr") == nullptr);
}

TEST_CASE("break options: what languages add to UAX #14", "[typography]") {
  CHECK(break_options_for("").writing_system == WritingSystem::Other);
  CHECK(break_options_for("fr_CA").punctuation == PunctuationSpacing::French);
  CHECK(break_options_for("en").punctuation == PunctuationSpacing::Unicode);
  CHECK(break_options_for("JA").strictness == Strictness::Normal);
  CHECK(break_options_for("zh-Hant").writing_system ==
        WritingSystem::ChineseOrJapanese);
}

TEST_CASE("plurals: a language's forms in CLDR's order", "[typography]") {
  CHECK(plural_form("minute|minutes", "en", 1) == "minute");
  CHECK(plural_form("minute|minutes", "en", 0) == "minutes");
  CHECK(plural_form("minute|minutes", "fr-CA", 0) == "minute");
  CHECK(plural_form("минута|минуты|минут", "ru", 22) == "минуты");
  CHECK(plural_form("минута|минуты|минут", "ru", 12) == "минут");
  CHECK(plural_form("min", "ar", 11) == "min");
  CHECK(plural_form("a|b", "ar", 100) == "b");
  CHECK(plural_form("", "en", 3).empty());
}

TEST_CASE("strings: numbers in the language's forms and digits",
          "[typography]") {
  Languages languages;
  languages.set("en", StringKey::ReadingTime, "{n} minute|{n} minutes");
  languages.set("pl", StringKey::ReadingTime,
                "{n} minuta|{n} minuty|{n} minut");
  languages.set("fa", StringKey::Digits, "۰۱۲۳۴۵۶۷۸۹");
  const auto time = [&](std::string_view tag, int minutes) {
    return languages.strings_for(tag).count(StringKey::ReadingTime, minutes);
  };
  CHECK(time("en", 1) == "1 minute");
  CHECK(time("en", 21) == "21 minutes");
  CHECK(time("pl", 22) == "22 minuty");
  CHECK(time("pl", 25) == "25 minut");
  CHECK(languages.strings_for("fa").digits(1405) == "۱۴۰۵");
  languages.set("fa", StringKey::Digits, "۰۱۲");
  CHECK(languages.strings_for("fa").digits(105) == "105");
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
        "June\u00A023, 2025, 11:05\u00A0p.m.");
  CHECK(write_date(*parse_date("2025-06-23T00:30:00Z"), strings) ==
        "June\u00A023, 2025, 12:30\u00A0a.m.");
  CHECK(write_date(*parse_date("2025-06-23T12:00:00Z"), strings) ==
        "June\u00A023, 2025, 12:00\u00A0p.m.");
  strings.set(StringKey::Date, "{day} {month}|1er {month}");
  CHECK(write_date(*parse_date("2025-01-01"), strings) == "1er January");
  CHECK(write_date(*parse_date("2025-12-02"), strings) == "2 December");
  strings.set(StringKey::Date, "{day} {month} {buddhistYear}");
  strings.set(StringKey::DateTime, "{date} {hour2}.{minute}");
  CHECK(write_date(*parse_date("2025-12-02T09:05:00Z"), strings) ==
        "2 December 2568 09.05");
}
