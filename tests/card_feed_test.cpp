#include "card_feed.h"

#include "render/write_html.h"
#include "support/catch.h"

using namespace broadsheet;

namespace {

std::string ids_of(const CardPage& page) {
  std::string out;
  std::size_t slot = 0;
  const CardList& cards = *page.cards;
  for (std::size_t i = 0; i <= cards.items.size(); ++i) {
    while (slot < cards.slots.size() && cards.slots[slot].before == i) {
      out += "[" + cards.slots[slot++].slot.name + "]";
    }
    if (i < cards.items.size()) out += cards.items[i].id;
  }
  return out;
}

std::string html_of(const CardPage& page) {
  return write_html(render_card_commands(page, 0, page.cards->items.size(), {},
                                         RenderOptions{}));
}

constexpr std::string_view kMixed = R"({"title":"More","items":[
  {"id":"a","url":"/a","title":"A"},
  {"type":"slot","name":"top","sizes":[[300,250]]},
  {"id":"b","url":"/b","title":"B"},
  {"id":"a","url":"/other","title":"A again"},
  {"id":"c","url":"/b","title":"B again"},
  {"type":"slot","name":"end"}]})";

}  // namespace

TEST_CASE("cards: neither id nor URL comes twice", "[cards]") {
  CardFeed feed({});
  CHECK(ids_of(feed.add(kMixed, {})) == "a[top]b[end]");
}

TEST_CASE("cards: a further page repeats nothing of the first", "[cards]") {
  CardFeed feed({});
  feed.add(kMixed, {});
  CHECK(ids_of(feed.add(R"({"items":[{"id":"b","title":"B"},
      {"id":"d","title":"D"},{"title":"no id"},{"title":"nor here"}]})",
                        {})) == "d");
  CHECK(feed.page(1).cards->items.size() == 3);
}

TEST_CASE("cards: the current article is left out by id or URL", "[cards]") {
  CardFeed feed("b\n/a");
  CHECK(ids_of(feed.add(kMixed, {})) == "[top]ac[end]");
  const Article article = parse_article(
      R"({"title":"T","url":"/here","recommended":{"items":[
          {"title":"Here","url":"/here"},{"title":"There","url":"/there"}]}})",
      {});
  REQUIRE(article.document->recommended.items.size() == 1);
  CHECK(article.document->recommended.items[0].url == "/there");
}

TEST_CASE("cards: what is no list ends in one finding", "[cards]") {
  CardFeed feed({});
  const auto code_of = [&](std::string_view json) {
    const CardPage& page = feed.add(json, {});
    return page.cards ? "read" : name_of(page.diagnostics.at(0).code);
  };
  CHECK(code_of("[]") == "not-an-object");
  CHECK(code_of("{") == "json-syntax");
  CHECK(code_of("{}") == "read");
  CHECK(code_of(R"({"items":[{"type":"slot"},{"kicker":"k"},7]})") == "read");
}

TEST_CASE("cards: html says where further cards are", "[cards]") {
  CardFeed feed({});
  const std::string html = html_of(feed.add(
      R"({"next":"/2.json?a&b","items":[{"url":"/a","title":"A"}]})", {}));
  CHECK(html.find("role=\"list\" data-next=\"/2.json?a&amp;b\">") != html.npos);
}

TEST_CASE("cards: html is a list under a heading, one link a card", "[cards]") {
  CardFeed feed({});
  CHECK(html_of(feed.add(R"({"title":"More","lang":"en","items":[
    {"id":"a","url":"/a","title":"A <b>","sponsored":"Paid for"}]})",
                         {})) ==
        "<div class=\"broadsheet-card-section\" lang=\"en\" dir=\"ltr\">"
        "<section class=\"broadsheet-recommended\" "
        "aria-labelledby=\"broadsheet-08m9j71-recommended-title\">"
        "<h2 class=\"broadsheet-section-title\" "
        "id=\"broadsheet-08m9j71-recommended-title\">More</h2>"
        "<ul class=\"broadsheet-cards\" role=\"list\">"
        "<li class=\"broadsheet-card broadsheet-card-sponsored\" "
        "data-card=\"a\"><div class=\"broadsheet-card-text\">"
        "<p class=\"broadsheet-sponsored\">Paid for</p>"
        "<h3 class=\"broadsheet-card-title\"><a href=\"/a\" rel=\"sponsored\">"
        "A &lt;b&gt;</a></h3></div></li></ul></section></div>");
}
