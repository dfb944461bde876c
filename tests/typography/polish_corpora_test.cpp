// Text of others: what must hold, and exactly how much does.
#include <nlohmann/json.hpp>
#include <random>

#include "base/utf8.h"
#include "support/catch.h"
#include "support/corpora.h"
#include "typography/polish.h"
#include "typography/polish_languages.h"

using namespace broadsheet;

namespace {

using Json = nlohmann::json;

struct Sample {
  std::string_view word;
  std::string_view language;
};

// The pairs do not say their language: their greetings do.
constexpr Sample kGreetings[] = {{"Привет", "ru"},
                                 {"Hola", "es"},
                                 {"Ciao", "it"},
                                 {"Γεια", "el"},
                                 {"Olá", "pt-PT"},
                                 {"Привіт", "uk"},
                                 {"Hei", "nb"},
                                 {"\"Hallo", "de-CH"},
                                 {"Hallo", "de"},
                                 {"Cześć", "pl"},
                                 {"Ahoj", "cs"},
                                 {"Bună", "ro"},
                                 {"Szia", "hu"},
                                 {"Здравей", "bg"},
                                 {"Hello", "en"},
                                 {"Merhaba", "tr"},
                                 {"Hej", "sv"},
                                 {"Hi", "fi"},
                                 {"Bonjour : test", "fr"},
                                 {"Bonjour", "fr-CA"},
                                 {"«", "fr"},
                                 {":", "fr"}};

std::string_view language_of(const std::string& rule, const std::string& in) {
  if (rule == "SmartQuotes" || rule == "SpaceBeforePunctuation") {
    for (const Sample& each : kGreetings) {
      if (in.find(each.word) != std::string::npos) return each.language;
    }
  }
  if (rule == "GermanQuotes") return "de";
  const bool french = rule == "fr" || rule == "Unit" || rule == "Hyphen" ||
                      rule.rfind("French", 0) == 0;
  return french ? "fr" : "en";
}

// Before : and inside « » either no-break space will do.
std::string either_space(std::string text) {
  for (std::size_t i = 0; (i = text.find("\u202F", i)) != std::string::npos;
       ++i) {
    const bool inside = (i >= 2 && text.compare(i - 2, 2, "«") == 0) ||
                        text.compare(i + 3, 1, ":") == 0 ||
                        text.compare(i + 3, 2, "»") == 0;
    if (inside) text.replace(i, 3, "\u00A0");
  }
  return text;
}

std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> kParts = {
      " ",  " ",   "\"",  "\"", "'",           "'",      "-",      "--",
      ".",  "...", "!",   "?",  ";",           ":",      ",",      "«",
      "»",  "“",   "”",   "‘",  "’",           "„",      "(",      ")",
      "[",  "]",   "%",   "1",  "12",          "345",    "a",      "Bo",
      "le", "M.",  "J.",  "km", "juin",        "\u00A0", "\u202F", "\u2009",
      "—",  "–",   "XXe", "/",  "http://x.fr", "a@b.fr", "א",      "ב",
      "م",  "в",   "w",   "\n", "€",           "n°",     "h",      "de",
      "😀",  "\xFF"};
  std::string out;
  for (auto size = 1 + random() % 16; size > 0; --size) {
    out += kParts[random() % kParts.size()];
  }
  return out;
}

// The text in runs of a few characters, some in another language, some code.
Text in_runs(std::string_view text, std::mt19937& random) {
  const std::string whole = to_well_formed_utf8(text);
  Text runs;
  for (std::size_t begin = 0; begin < whole.size();) {
    const std::size_t size = 1 + random() % 8;
    std::size_t end = begin;
    while (end < whole.size() && end - begin < size) {
      end += decode_utf8(whole, end).size;
    }
    Inline run{Inline::Kind::Text, whole.substr(begin, end - begin), {}};
    const auto kind = random() % 8;
    if (kind == 0) run.marks.push_back({MarkKind::Em, {}, {}, {}});
    if (kind == 1) run.marks.push_back({MarkKind::Code, {}, {}, {}});
    if (kind == 2) {
      run.marks.push_back({MarkKind::Lang, {}, {}, {"fr", Direction::Unset}});
    }
    runs.push_back(std::move(run));
    begin = end;
  }
  return runs;
}

// Each run between bars, a mark of its own shown by its number.
std::string written(const Text& text) {
  std::string out = "|";
  for (const Inline& run : text) {
    out += run.text;
    for (const Mark& mark : run.marks) {
      out += '^' + std::to_string(static_cast<int>(mark.kind));
    }
    out += '|';
  }
  return out;
}

}  // namespace

TEST_CASE("polish: 128 of the 198 pairs of JoliTypo and typography-fixer hold",
          "[polish]") {
  const auto file = test::read_corpus("french/pairs.jsonl");
  if (!file) return;
  int pairs = 0;
  int held = 0;
  std::istringstream lines(*file);
  for (std::string line; std::getline(lines, line); ++pairs) {
    const Json pair = Json::parse(line, nullptr, false);
    const auto in = pair["in"].get<std::string>();
    const auto language = language_of(pair["rule"].get<std::string>(), in);
    const std::string out = polish_text(in, language, {});
    held += either_space(out) == either_space(pair["out"].get<std::string>());
  }
  CHECK(pairs == 198);
  CHECK(held == 128);  // docs/typography.md says why the others do not.
}

TEST_CASE("polish: twice is once, on the Declaration of Human Rights",
          "[polish]") {
  for (const char* name :
       {"arb", "cmn_hans", "deu_1996", "eng", "fra", "heb", "hin", "ita", "jpn",
        "kor", "por_PT", "rus", "spa"}) {
    const auto file =
        test::read_corpus("lang/udhr_" + std::string(name) + ".json");
    if (!file) return;
    const Json text = Json::parse(*file, nullptr, false);
    const auto language = text["xml:lang"].get<std::string>();
    for (const Json& paragraph : text["paras"]) {
      const std::string once =
          polish_text(paragraph.get<std::string>(), language, {});
      CHECK(polish_text(once, language, {}) == once);
    }
  }
}

TEST_CASE("polish: twice is once, on any text of every language", "[polish]") {
  std::mt19937 random(20);
  for (std::size_t i = 0; i < 40000; ++i) {
    const auto language =
        static_cast<PolishLanguage>(i % polish_language_count());
    const std::string tag(language_rules(language).tag);
    const std::string text = random_text(random);
    const std::string once = polish_text(text, tag, {});
    if (polish_text(once, tag, {}) != once || !is_well_formed_utf8(once)) {
      FAIL(tag << ": " << text << " -> " << once);
    }
    const Text runs = polish(in_runs(text, random), tag, {});
    if (written(polish(runs, tag, {})) != written(runs)) {
      FAIL(tag << ": " << text << " -> " << written(runs));
    }
  }
}
