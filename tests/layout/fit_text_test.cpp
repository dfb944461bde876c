#include "layout/fit_text.h"

#include <algorithm>

#include "base/utf16.h"
#include "layout/cards.h"
#include "layout/fit_card.h"
#include "support/catch.h"
#include "support/packs.h"
#include "typeset/break_lines.h"

using namespace broadsheet;
using broadsheet::test::contents_of;

namespace {

std::string narrow(std::u16string_view text) {
  return {text.begin(), text.end()};
}

// What is left of an excerpt in `lines` lines of `width` characters.
std::string cut(const std::u16string& text, double width, unsigned lines,
                std::string_view language = "en") {
  const auto cards = contents_of({{u"T", text}}, language);
  const auto& items = cards[0].items(CardPart::Excerpt);
  return narrow(
      text.substr(0, cut_text(text, items, Em(width), lines, 1_em).end));
}

unsigned lines(const std::u16string& text, double width) {
  const auto cards = contents_of({{text, {}}});
  return count_lines(cards[0].items(CardPart::Title), Em(width));
}

// The lines of a headline, as they are balanced, in a box as wide as the
// page's.
std::string headline(std::u16string text, double width,
                     std::string_view language = "fr") {
  const auto cards = contents_of({{text, {}}}, language);
  const auto& items = cards[0].items(CardPart::Title);
  const Headline set = balance(items, Em(width));
  std::vector<std::uint32_t> begins = set.breaks;
  if (begins.empty()) {
    const auto natural = break_first_fit(items, {&set.width, 1}).lines;
    for (std::size_t l = 1; l < natural.size(); ++l) {
      begins.push_back(items[natural[l].begin].offset);
    }
  }
  std::string out;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    const bool ends = std::count(begins.begin(), begins.end(), i + 1) > 0;
    out += ends ? "|" : to_utf8(text.substr(i, 1));
  }
  return out;
}

}  // namespace

TEST_CASE("fit text: a sentence that fills most of the room is kept whole",
          "[layout]") {
  CHECK(cut(u"The king is dead today. Nobody knows what is to come of it", 20,
            2) == "The king is dead today.");
}

TEST_CASE("fit text: an initial and an abbreviation end no sentence",
          "[layout]") {
  CHECK(cut(u"The talk with M. Macron went on for hours and hours", 20, 1) ==
        "The talk with");
  CHECK(cut(u"The army of the U.S. marched on and on and on", 22, 1) ==
        "The army of the U.S");
}

TEST_CASE("fit text: a clause loses its comma, a word what hangs on it",
          "[layout]") {
  CHECK(cut(u"When all had gone home, the cat", 26, 1) ==
        "When all had gone home");
  CHECK(cut(u"Nobody believed in the house of cards", 23, 1) ==
        "Nobody believed");
}

TEST_CASE("fit text: the ellipsis has room on the last line", "[layout]") {
  CHECK(cut(u"aaaaa bbbb cccc", 10, 1) == "aaaaa");
  CHECK(cut(u"aaaaa bbbb cccc", 11, 1) == "aaaaa bbbb");
  CHECK(cut(u"aaaaaaaaaaaa bbbb", 10, 1).empty());
}

TEST_CASE("fit text: no word sends its ellipsis to a line of its own",
          "[layout]") {
  // A word as wide as its line, and one of more lines than there are.
  CHECK(cut(u"aaaa bbbbbbbbb ccccccccc dddd", 9.5, 3) == "aaaa");
  CHECK(cut(u"aaaaaaaaaaaaaaaaaaaaaaaaa bbbb cccc", 10, 2).empty());
  CHECK(cut(u"aaaaaaaaaaaaaaaaaaaaaaaaa bbbb cccc ddddddddd", 10, 4) ==
        "aaaaaaaaaaaaaaaaaaaaaaaaa bbbb cccc");
}

TEST_CASE("fit text: a quotation is cut after its mark", "[layout]") {
  const std::u16string quoted = u"Il a dit «\u00A0oui à tout.\u00A0»";
  CHECK(cut(quoted + u" Puis il est parti", 26, 1, "fr") == narrow(quoted));
}

TEST_CASE("fit text: a word wider than the measure counts its lines",
          "[layout]") {
  CHECK(lines(u"aaaaaaaaaaaaaaaaaaaaaaaaa", 10) == 3);
  CHECK(lines(u"aaa bbb", 7.1) == 1);
  CHECK(lines(u"aaa bbb", 6) == 2);
}

TEST_CASE("fit text: no line of a headline ends in an article or a preposition",
          "[layout]") {
  CHECK(headline(u"Macron va à Alger demain", 16) ==
        "Macron va|à Alger demain");
  CHECK(headline(u"Le prix du pain et du lait augmente", 20) ==
        "Le prix du pain|et du lait augmente");
  CHECK(headline(u"Nobody lives in a lighthouse", 16, "en") ==
        "Nobody lives|in a lighthouse");
  // There is no other end.
  CHECK(headline(u"de la Gaulleaaaaaaa", 12) == "de la|Gaulleaaaaaaa");
  // Languages that do not mind.
  CHECK(headline(u"Macron va à Alger demain", 16, "fi") ==
        "Macron va à|Alger demain");
}

TEST_CASE("fit text: a headline's line does not end in half a compound",
          "[layout]") {
  const std::u16string text = u"aaaaaaa bb-c dddddd";
  const auto items = contents_of({{text, {}}})[0].items(CardPart::Title);
  CHECK(balance(items, 12.1_em).width.value() == 11);
  CHECK(balance(items, 12.1_em).breaks == std::vector<std::uint32_t>{8});
}

TEST_CASE("fit text: a balanced headline is as narrow as its lines allow",
          "[layout]") {
  const auto cards = contents_of({{u"aaaa bbbb cccc dddd", {}}});
  const auto& items = cards[0].items(CardPart::Title);
  CHECK(balance(items, 15_em).width.value() == 9);
  CHECK(balance(items, 15_em).breaks.empty());
  CHECK(count_lines(items, 9.1_em) == count_lines(items, 15_em));
  CHECK(widest_word(items).value() == 4);
}

TEST_CASE("fit text: a word of a headline is divided if it is too wide",
          "[layout]") {
  const auto french = test::load_hyphenator("fr");
  if (!french) return;
  const auto cards =
      contents_of({{u"Gouvernement démissionnaire", {}}}, "fr", &*french);
  const CardStyle style = test::plain_style().card;
  const auto divided = [&](double width) {
    const CardFit fit = CardFitter(cards[0], style, width).fit(1000);
    CHECK((fit.title_breaks.empty() ||
           fit.title_breaks.size() + 1 == fit.title_lines));
    std::vector<std::uint32_t> hyphens;
    for (const std::uint32_t begin : fit.title_breaks) {
      if (begin >= kAfterHyphen) hyphens.push_back(begin - kAfterHyphen);
    }
    return hyphens;
  };
  CHECK(widest_word(cards[0].items(CardPart::Title)).value() == 14);
  CHECK(divided(150).empty());
  // The one word alone.
  REQUIRE(divided(130).size() == 1);
  CHECK(divided(130)[0] > 13);
  CHECK(divided(90).size() >= 2);
}
