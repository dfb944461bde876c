#include "layout/fit_text.h"

#include "layout/cards.h"
#include "support/catch.h"

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
  return narrow(text.substr(0, cut_text(text, items, Em(width), lines, 1_em)));
}

unsigned lines(const std::u16string& text, double width) {
  const auto cards = contents_of({{text, {}}});
  return count_lines(cards[0].items(CardPart::Title), Em(width));
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

TEST_CASE("fit text: a quotation is cut after its mark", "[layout]") {
  const std::u16string quoted = u"Il a dit «\u00A0oui à tout.\u00A0»";
  CHECK(cut(quoted + u" Puis il est parti", 26, 1, "fr") == narrow(quoted));
}

TEST_CASE("fit text: a word wider than the measure counts its lines",
          "[layout]") {
  CHECK(lines(u"aaaaaaaaaaaaaaaaaaaaaaaaa", 10) == 3);
  CHECK(lines(u"aaa bbb", 7) == 1);
  CHECK(lines(u"aaa bbb", 6) == 2);
}

TEST_CASE("fit text: a balanced headline is as narrow as its lines allow",
          "[layout]") {
  const auto cards = contents_of({{u"aaaa bbbb cccc dddd", {}}});
  const auto& items = cards[0].items(CardPart::Title);
  CHECK(balanced_width(items, 15_em).value() == 9);
  CHECK(count_lines(items, 9_em) == count_lines(items, 15_em));
  CHECK(widest_word(items).value() == 4);
}
