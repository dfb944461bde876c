#include "hyphenation/hyphenator.h"

#include "base/utf16.h"
#include "support/packs.h"

using namespace broadsheet;
using test::load_hyphenator;

namespace {

std::string with_hyphens(const std::u16string& text,
                         const std::vector<std::size_t>& points) {
  std::string out;
  std::size_t begin = 0;
  for (const std::size_t point : points) {
    out += to_utf8(text.substr(begin, point - begin)) + "=";
    begin = point;
  }
  return out + to_utf8(text.substr(begin));
}

std::string hyphenated(const Hyphenator& hyphenator, std::string_view text) {
  const std::u16string wide = to_utf16(text);
  std::vector<std::size_t> points;
  hyphenator.hyphenate(wide, hyphenator.minima(), points);
  return with_hyphens(wide, points);
}

}  // namespace

TEST_CASE("hyphenation: French words part where TeX parts them",
          "[hyphenation]") {
  const auto french = load_hyphenator("fr");
  if (!french) return;
  CHECK(french->minima().left == 2);
  CHECK(french->minima().right == 3);
  CHECK(hyphenated(*french, "algorithme") == "al=go=rithme");
  CHECK(hyphenated(*french, "typographie française") ==
        "ty=po=gra=phie fran=çaise");
  CHECK(hyphenated(*french, "constitutionnellement") ==
        "consti=tu=tion=nel=le=ment");
}

TEST_CASE("hyphenation: punctuation is no part of a word", "[hyphenation]") {
  const auto french = load_hyphenator("fr");
  if (!french) return;
  CHECK(hyphenated(*french, "«algorithme»,") == "«al=go=rithme»,");
  CHECK(hyphenated(*french, "(«algorithme…»)") == "(«al=go=rithme…»)");
  CHECK(hyphenated(*french, "“ami.”") == "“ami.”");
}

TEST_CASE("hyphenation: capitals are folded, or kept whole on request",
          "[hyphenation]") {
  const auto french = load_hyphenator("fr");
  if (!french) return;
  CHECK(hyphenated(*french, "ALGORITHME Élévation ŒSOPHAGE") ==
        "AL=GO=RITHME Élé=va=tion ŒSO=PHAGE");
  std::vector<std::size_t> points;
  const std::u16string text = u"Algorithme algorithme Élévation";
  french->hyphenate(text, french->minima(), points, CapitalisedWords::Keep);
  CHECK(with_hyphens(text, points) == "Algorithme al=go=rithme Élévation");
}

TEST_CASE("hyphenation: never within two letters of an apostrophe",
          "[hyphenation]") {
  const auto french = load_hyphenator("fr");
  const auto english = load_hyphenator("en");
  if (!french || !english) return;
  CHECK(hyphenated(*french, "l’algorithme l'algorithme") ==
        "l’al=go=rithme l'al=go=rithme");
  CHECK(hyphenated(*french, "aujourd’hui") == "au=jourd’hui");
  CHECK(hyphenated(*french, "d’Alembert quelqu’un") ==
        "d’Alem=bert quel=qu’un");
  CHECK(hyphenated(*english, "children’s shouldn't") ==
        "chil=dren’s shouldn't");
}

TEST_CASE("hyphenation: parts of a compound are words of their own",
          "[hyphenation]") {
  const auto french = load_hyphenator("fr");
  if (!french) return;
  CHECK(hyphenated(*french, "franco-allemande arc-en-ciel") ==
        "franco-al=le=mande arc-en-ciel");
}

TEST_CASE("hyphenation: soft hyphens of the author leave nothing to add",
          "[hyphenation]") {
  const auto french = load_hyphenator("fr");
  if (!french) return;
  CHECK(hyphenated(*french, "algo\u00ADrithme") == "algo\u00ADrithme");
}

TEST_CASE("hyphenation: codes, tags and names with digits stay whole",
          "[hyphenation]") {
  const auto french = load_hyphenator("fr");
  if (!french) return;
  CHECK(hyphenated(*french, "covidologie19 #algorithme algo_rithme") ==
        "covidologie19 #algorithme algo_rithme");
}

TEST_CASE("hyphenation: decomposed letters count as composed ones",
          "[hyphenation]") {
  const auto french = load_hyphenator("fr");
  if (!french) return;
  CHECK(hyphenated(*french, "e\u0301le\u0301vation") ==
        "e\u0301le\u0301=va=tion");
  CHECK(hyphenated(*french, "algo\u0323rithme") == "al=go\u0323=rithme");
}

TEST_CASE("hyphenation: addresses in a text stay whole", "[hyphenation]") {
  const auto french = load_hyphenator("fr");
  if (!french) return;
  const std::u16string text =
      u"algorithme https://algorithme.fr/algorithme algorithme";
  std::vector<std::size_t> points;
  hyphenate_text(text, *french, french->minima(), points);
  CHECK(with_hyphens(text, points) ==
        "al=go=rithme https://algorithme.fr/algorithme al=go=rithme");
}

TEST_CASE("hyphenation: exceptions of the language win over its patterns",
          "[hyphenation]") {
  const auto english = load_hyphenator("en");
  if (!english) return;
  CHECK(hyphenated(*english, "table associate projects hyphenation") ==
        "ta=ble as=so=ciate projects hy=phen=ation");
}

TEST_CASE("hyphenation: German ß, its capital, and Turkish dotless i",
          "[hyphenation]") {
  const auto german = load_hyphenator("de");
  const auto turkish = load_hyphenator("tr");
  if (!german || !turkish) return;
  CHECK(hyphenated(*german, "Fußballweltmeisterschaft") ==
        "Fuß=ball=welt=meis=ter=schaft");
  CHECK(hyphenated(*german, "FUẞBALL") == "FUẞ=BALL");
  CHECK(hyphenated(*turkish, "ISPARTA ısparta İSTANBUL istanbul") ==
        "IS=PAR=TA ıs=par=ta İS=TAN=BUL is=tan=bul");
}

TEST_CASE("hyphenation: other scripts have their capitals", "[hyphenation]") {
  const auto russian = load_hyphenator("ru");
  const auto greek = load_hyphenator("el");
  if (!russian || !greek) return;
  CHECK(hyphenated(*russian, "Переводчик ПЕРЕВОДЧИК") ==
        "Пе=ре=вод=чик ПЕ=РЕ=ВОД=ЧИК");
  CHECK(hyphenated(*greek, "Δημοκρατία") == "Δη=μο=κρα=τί=α");
}

TEST_CASE("hyphenation: minima are the caller's to raise", "[hyphenation]") {
  const auto french = load_hyphenator("fr");
  if (!french) return;
  std::vector<std::size_t> points;
  french->hyphenate(u"typographie", {3, 5}, points);
  CHECK(points == std::vector<std::size_t>{4});
  french->hyphenate(u"typographie", {200, 200}, points);
  CHECK(points.empty());
}

TEST_CASE("hyphenation: a word of any length is read", "[hyphenation]") {
  const auto french = load_hyphenator("fr");
  if (!french) return;
  std::u16string word(100000, u'a');
  word += u" algorithme";
  std::vector<std::size_t> points;
  french->hyphenate(word, french->minima(), points);
  CHECK(points.size() == 2);
}
