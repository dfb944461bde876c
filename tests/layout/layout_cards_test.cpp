#include "layout/layout_cards.h"

#include <map>
#include <sstream>

#include "layout/cards.h"
#include "layout/columns.h"
#include "support/catch.h"

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

std::vector<PlainCard> plain_cards(std::size_t count) {
  std::vector<PlainCard> cards;
  for (std::size_t i = 0; i < count; ++i) {
    std::u16string title = u"Some headline of news";
    std::u16string excerpt = u"A sentence with what it is about.";
    for (std::size_t k = 0; k < i % 4; ++k) {
      title += u" and more";
      excerpt += u" Another sentence that follows the one before it.";
    }
    cards.push_back({title, excerpt, i % 5 != 3, {}});
  }
  return cards;
}

// Columns of every row, a leading card's in brackets: "[2]1 | 111".
std::string rows_of(const CardLayout& layout) {
  std::ostringstream out;
  for (std::size_t r = 0; r < layout.rows.size(); ++r) {
    const PlacedRow& row = layout.rows[r];
    if (r > 0) out << '|';
    if (row.count == 0) out << "slot";
    for (std::size_t i = 0; i < row.count; ++i) {
      if (i == 0 && row.lead_span > 1) {
        out << '[' << row.lead_span << ']';
      } else {
        out << 1;
      }
    }
  }
  return out.str();
}

CardLayout grid(std::size_t count, double width) {
  const auto contents = contents_of(plain_cards(count));
  return layout_cards(request_for(Arrangement::Grid, width, count), contents);
}

}  // namespace

TEST_CASE("layout: every row of a grid is full", "[layout]") {
  CHECK(rows_of(grid(6, 580)) == "111|111");
  CHECK(rows_of(grid(5, 580)) == "[2]1|111");
  CHECK(rows_of(grid(7, 580)) == "[3]|111|111");
  CHECK(rows_of(grid(6, 200)) == "1|1|1|1|1|1");
  for (std::size_t count = 1; count < 30; ++count) {
    for (double width = 200; width < 2600; width += 170) {
      const CardLayout layout = grid(count, width);
      for (const PlacedRow& row : layout.rows) {
        CHECK(row.count + row.lead_span - 1 == layout.columns.count);
      }
      REQUIRE(layout.cards.size() == count);
    }
  }
}

TEST_CASE("layout: cards of a row are of one height and do not meet",
          "[layout]") {
  for (const auto arrangement :
       {Arrangement::Grid, Arrangement::List, Arrangement::Lead}) {
    for (double width = 180; width < 2600; width += 97) {
      const auto contents = contents_of(plain_cards(9));
      const CardLayout layout =
          layout_cards(request_for(arrangement, width, 9), contents);
      REQUIRE(layout.cards.size() == 9);
      for (const PlacedCard& a : layout.cards) {
        CHECK(a.x + a.width <= width);
        CHECK(a.y + a.height <= layout.height);
        CHECK(a.text.height <=
              (a.side ? a.height : a.height - a.picture_height) + 0.01);
        for (const PlacedCard& b : layout.cards) {
          const bool apart = &a == &b || a.x + a.width <= b.x ||
                             b.x + b.width <= a.x || a.y + a.height <= b.y ||
                             b.y + b.height <= a.y;
          CHECK(apart);
        }
      }
    }
  }
}

TEST_CASE("layout: nothing is cut that the row has room for", "[layout]") {
  const CardLayout layout = grid(6, 580);
  const auto contents = contents_of(plain_cards(6));
  const CardStyle style = plain_style().card;
  for (std::size_t i = 0; i < 6; ++i) {
    const PlacedCard& card = layout.cards[i];
    if (card.text.excerpt_end == kWhole) continue;
    const CardFitter text(contents[i], style, card.width);
    const double room = card.height - card.picture_height - 8;
    CHECK(text.height(100) > room);
    // A sentence kept whole may leave two lines.
    CHECK(room - card.text.height < 36);
  }
}

TEST_CASE("layout: details stand at a card's foot unless a hole parts them",
          "[layout]") {
  const std::u16string lines = u"aaaaaaaaaaaaa aaaaaaaaaaaaa aaaaaaaaaaaaa";
  auto cards = std::vector<PlainCard>(3, {u"Short", lines});
  const auto follow = [&](std::size_t card) {
    return layout_cards(request_for(Arrangement::Grid, 580, 3),
                        contents_of(cards))
        .cards.at(card)
        .text.details_follow;
  };
  CHECK_FALSE(follow(1));
  cards[1].excerpt.resize(13);  // Two lines less.
  CHECK_FALSE(follow(1));
  cards[1].excerpt.clear();
  CHECK(follow(1));
  cards[1] = {u"Short", lines, false};
  CHECK(follow(1));
  CHECK_FALSE(follow(0));
}

TEST_CASE("layout: the card that leads is one with a picture", "[layout]") {
  auto cards = plain_cards(5);
  cards[0].picture = false;
  cards[1].sponsored = u"Paid for";
  const CardLayout layout =
      layout_cards(request_for(Arrangement::Grid, 580, 5), contents_of(cards));
  CHECK(layout.lead == 2);
  CHECK(layout.cards[0].lead);
  CHECK(layout.cards[0].picture_width > 0);
}

TEST_CASE("layout: larger text has fewer columns", "[layout]") {
  const auto contents = contents_of(plain_cards(12));
  std::size_t before = 100;
  for (const double scale : {0.875, 1.0, 1.2, 1.5, 2.0}) {
    CardListRequest request = request_for(Arrangement::Grid, 900, 12);
    request.style.font_size *= scale;
    for (PartStyle& part : request.style.card) part.font_size *= scale;
    const std::size_t columns = layout_cards(request, contents).columns.count;
    CHECK(columns <= before);
    before = columns;
  }
  CHECK(before == 3);
}

TEST_CASE("layout: a column holds the widest word of the headlines",
          "[layout]") {
  auto cards = plain_cards(6);
  cards[4].title = u"Donaudampfschifffahrtsgesellschaft";
  const CardLayout layout =
      layout_cards(request_for(Arrangement::Grid, 700, 6), contents_of(cards));
  CHECK(layout.columns.count == 2);
  for (const PlacedCard& card : layout.cards) CHECK(card.width >= 340);
}

TEST_CASE("layout: slots end a row and get their exact room", "[layout]") {
  const auto contents = contents_of(plain_cards(7));
  const std::vector<SlotSpace> slots = {{3, 300, 270}, {7, 300, 120}};
  CardListRequest request = request_for(Arrangement::Grid, 580, 7);
  request.slots = slots;
  const CardLayout layout = layout_cards(request, contents);
  CHECK(rows_of(layout) == "111|slot|[3]|111|slot");
  CHECK(layout.rows[1].height == 270);
  CHECK(layout.slots.at(1).y == layout.rows[4].y);
  CHECK(layout.height == layout.rows[4].y + 120);
}

TEST_CASE("layout: rows fill the height that was reserved", "[layout]") {
  const auto contents = contents_of(plain_cards(6));
  CardListRequest request = request_for(Arrangement::Grid, 580, 6);
  const double natural = layout_cards(request, contents).height;
  for (const double reserved : {natural - 10, natural, natural + 300}) {
    request.reserved = reserved;
    const CardLayout layout = layout_cards(request, contents);
    CHECK(layout.height == reserved);
    CHECK(layout.rows.back().y + layout.rows.back().height <= reserved);
  }
  request.reserved = 100;  // Headlines and two lines of text stay.
  const CardLayout least = layout_cards(request, contents);
  CHECK(least.height < natural);
  for (const PlacedCard& card : least.cards) {
    CHECK(card.text.excerpt_lines >= 2);
    CHECK_FALSE(card.text.title_cut);
  }
}

TEST_CASE("layout: a rail is as tall as what was reserved", "[layout]") {
  const auto contents = contents_of(plain_cards(6));
  CardListRequest request = request_for(Arrangement::Rail, 580, 6);
  const double natural = layout_cards(request, contents).height;
  for (const double reserved : {natural - 10, natural + 50}) {
    request.reserved = reserved;
    CHECK(layout_cards(request, contents).height == reserved);
  }
}

TEST_CASE("layout: 100,000 cards are planned from the few that are in sight",
          "[layout]") {
  CardListRequest request = request_for(Arrangement::Grid, 580, 99'999);
  request.row_height = 150;
  const CardLayout whole = layout_cards(request, {});
  CHECK(whole.columns.count == 3);
  CHECK(whole.rows.size() == 33'333);
  CHECK(whole.height == 33'333 * 180.0 - 30);
  request.total = 9;
  request.columns = whole.columns;
  const CardLayout part = layout_cards(request, contents_of(plain_cards(9)));
  CHECK(rows_of(part) == "111|111|111");
  for (const PlacedCard& card : part.cards) CHECK(card.height == 150);
}

TEST_CASE("layout: a rail shows that there is more, unless all fits",
          "[layout]") {
  const auto contents = contents_of(plain_cards(6));
  const CardLayout rail =
      layout_cards(request_for(Arrangement::Rail, 500, 6), contents);
  CHECK(rail.width > 500);
  const double shown = 500 / (rail.cards[0].width + 20);
  CHECK(shown - std::floor(shown) > 0.15);
  for (const PlacedCard& card : rail.cards) CHECK(card.height == rail.height);
  CHECK(layout_cards(request_for(Arrangement::Rail, 1200, 6), contents).width <=
        1200);
}

TEST_CASE("layout: a lead has others beside it, as tall as it is", "[layout]") {
  const auto contents = contents_of(plain_cards(5));
  const CardLayout layout =
      layout_cards(request_for(Arrangement::Lead, 600, 5), contents);
  REQUIRE(layout.cards.size() == 5);
  CHECK(layout.cards[0].lead);
  const PlacedCard& last = layout.cards[4];
  CHECK(last.x > layout.cards[0].width);
  CHECK(last.y + last.height == layout.cards[0].height);
}

TEST_CASE("layout: one or two cards beside a lead have large pictures",
          "[layout]") {
  const auto beside = [](double width, std::size_t count) {
    const auto contents = contents_of(
        std::vector<PlainCard>(count, {u"Six words of a headline here", {}}));
    return layout_cards(request_for(Arrangement::Lead, width, count), contents)
        .cards[1];
  };
  CHECK(!beside(700, 2).side);
  CHECK(beside(700, 2).picture_width == beside(700, 2).width);
  CHECK(beside(1500, 2).picture_width == 440);  // As the lead's.
  CHECK(beside(700, 3).picture_width == std::floor(beside(700, 3).width / 2));
  CHECK(beside(700, 4).picture_width < beside(700, 4).width * 0.4);
}

TEST_CASE("layout: beside a lead stand no more cards than it is tall for",
          "[layout]") {
  const auto contents = contents_of(std::vector<PlainCard>(
      6, {u"A headline of quite a few words that takes many lines here", {}}));
  const CardLayout layout = layout_cards(
      request_for(Arrangement::Lead, 500, contents.size()), contents);
  const PlacedCard& lead = layout.cards[0];
  CHECK(layout.rows.size() > 1);
  CHECK(layout.rows[0].count < contents.size());
  CHECK(lead.picture_height + lead.text.height > lead.height - 30);
}

TEST_CASE("layout: in a narrow list pictures stand above texts", "[layout]") {
  const auto contents = contents_of({{u"Short", {}}, {u"Short", {}}});
  const auto side = [&](double width) {
    return layout_cards(request_for(Arrangement::List, width, 2), contents)
        .cards[0]
        .side;
  };
  CHECK(side(150));
  CHECK(!side(140));
}

TEST_CASE("layout: a rail's card is as wide as the widest word", "[layout]") {
  const auto contents =
      contents_of(std::vector<PlainCard>(5, {u"Incomprehensibly", {}}));
  const CardLayout layout =
      layout_cards(request_for(Arrangement::Rail, 180, 5), contents);
  CHECK(layout.columns.width >= 160);
}

TEST_CASE("layout: the same request gives the same layout", "[layout]") {
  const CardLayout a = grid(11, 777);
  const CardLayout b = grid(11, 777);
  CHECK(a.height == b.height);
  for (std::size_t i = 0; i < 11; ++i) {
    CHECK(a.cards[i].text.excerpt_end == b.cards[i].text.excerpt_end);
  }
}

TEST_CASE("layout: no width, no cards and absurd numbers end well",
          "[layout]") {
  CHECK(layout_cards(request_for(Arrangement::Grid, 0, 3), {}).rows.empty());
  CHECK(layout_cards(request_for(Arrangement::Rail, 300, 0), {}).rows.empty());
  CHECK(grid(3, 1).cards.size() == 3);
  for (const auto arrangement : {Arrangement::Grid, Arrangement::List,
                                 Arrangement::Rail, Arrangement::Lead}) {
    const auto one = contents_of({{u"T", {}, false, {}}});
    CHECK(layout_cards(request_for(arrangement, 2560, 1), one).cards.size() ==
          1);
  }
}
