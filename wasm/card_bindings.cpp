// Lists of cards: their pages as commands and HTML, and their layout.
#include <emscripten/bind.h>

#include <limits>

#include "card_feed.h"
#include "crossing.h"
#include "layout/card_codec.h"
#include "layout/card_texts.h"
#include "render/summary.h"
#include "render/write_html.h"

namespace crossing {
namespace {

using broadsheet::CardFeed;
using broadsheet::CardTexts;

// Pages of cards live until dispose_cards().
Address new_cards(Address excluded, std::uint32_t size) {
  return address_of(new CardFeed(view_of(excluded, size)));
}

void dispose_cards(Address feed) { delete &object_at<CardFeed>(feed); }

// Reads a further page; gives what write_card_summary says of it.
Address add_cards(Address feed, Address json, std::uint32_t size) {
  return give(broadsheet::write_card_summary(
      object_at<CardFeed>(feed).add(view_of(json, size), parse_options())));
}

broadsheet::Commands commands_of_cards(Address feed, std::uint32_t page,
                                       std::uint32_t begin, std::uint32_t end,
                                       std::uint32_t heading_level) {
  return broadsheet::render_card_commands(object_at<CardFeed>(feed).page(page),
                                          begin, end, packs().languages(),
                                          render_options(heading_level));
}

Address card_commands(Address feed, std::uint32_t page, std::uint32_t begin,
                      std::uint32_t end, std::uint32_t heading_level) {
  return give(commands_of_cards(feed, page, begin, end, heading_level));
}

Address card_html(Address feed, std::uint32_t heading_level) {
  return give(broadsheet::write_html(commands_of_cards(
      feed, 0, 0, std::numeric_limits<std::uint32_t>::max(), heading_level)));
}

// The texts of cards live until dispose_card_texts(). Said: their language.
Address new_card_texts(Address text, std::uint32_t units, Address shapes,
                       std::uint32_t count) {
  const std::string_view lang = word_said(0);
  auto* texts = new CardTexts(std::u16string(utf16_of(text, units)),
                              numbers_at<std::uint32_t>(shapes, count), lang);
  // Patterns are unpacked when they are asked for: not for words that all fit.
  if (texts->has_long_words()) {
    if (const auto* hyphenator = packs().hyphenator_for(lang)) {
      texts->divide_words(*hyphenator);
    }
  }
  return address_of(texts);
}

void dispose_card_texts(Address texts) { delete &object_at<CardTexts>(texts); }

Address card_pieces(Address texts) {
  return give({}, object_at<CardTexts>(texts).pieces());
}

// 0 where there are not as many widths as pieces, and one.
std::uint32_t measure_cards(Address texts, Address widths, std::uint32_t count,
                            std::uint32_t lead) {
  const auto given = numbers_at<float>(widths, count);
  CardTexts& cards = object_at<CardTexts>(texts);
  const bool measured =
      lead != 0 ? cards.measure_lead(given) : cards.measure(given);
  return measured ? 1 : 0;
}

// Null when the numbers are no request.
Address layout_cards(Address texts, Address numbers, std::uint32_t count) {
  auto decoded = broadsheet::decode_request(numbers_at<double>(numbers, count));
  if (!decoded) return 0;
  decoded->request.slots = decoded->slots;
  decoded->request.lead_contents = object_at<CardTexts>(texts).lead_contents();
  return give({},
              broadsheet::encode_layout(broadsheet::layout_cards(
                  decoded->request, object_at<CardTexts>(texts).contents())));
}

}  // namespace
}  // namespace crossing

EMSCRIPTEN_BINDINGS(card) {
  using emscripten::function;
  function("newCards", &crossing::new_cards);
  function("disposeCards", &crossing::dispose_cards);
  function("addCards", &crossing::add_cards);
  function("cardCommands", &crossing::card_commands);
  function("cardHtml", &crossing::card_html);
  function("newCardTexts", &crossing::new_card_texts);
  function("disposeCardTexts", &crossing::dispose_card_texts);
  function("cardPieces", &crossing::card_pieces);
  function("measureCards", &crossing::measure_cards);
  function("layoutCards", &crossing::layout_cards);
}
