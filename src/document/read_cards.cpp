#include "document/read_cards.h"

#include <utility>

#include "document/read_blocks.h"

namespace broadsheet {
namespace {

using Kind = JsonValue::Kind;

constexpr int kMaximumMinutes = 10'000;

Card read_card(const JsonValue& value, const Place& place,
               ReadContext& context) {
  Fields fields(value, place, context);
  Card card;
  card.id = fields.string("id");
  card.url = fields.url("url", UrlUse::Link);
  card.title = fields.required_text("title");
  card.kicker = fields.text("kicker");
  card.excerpt = fields.text("excerpt");
  if (const JsonValue* image = fields.find("image")) {
    card.image = read_image(*image, fields.at("image"), context);
  }
  card.published = fields.date("published");
  card.reading_minutes = fields.integer("readingTime", 1, kMaximumMinutes, 0);
  card.sponsored = fields.string("sponsored");
  fields.report_unknown();
  return card;
}

}  // namespace

CardList read_cards(const JsonValue& value, const Place& place,
                    ReadContext& context) {
  Fields fields(value, place, context);
  CardList out;
  out.title = fields.text("title");
  out.next = fields.url("next", UrlUse::Link);
  if (const JsonValue* items = fields.find("items", Kind::Array)) {
    const Place items_place = fields.at("items");
    if (items->elements.size() > context.limits.cards) {
      fields.report(Code::LimitCards, "items",
                    "at most " + std::to_string(context.limits.cards) +
                        " cards are shown in one list");
      return out;
    }
    for (std::size_t i = 0; i < items->elements.size(); ++i) {
      const JsonValue& item = items->elements[i];
      const Place item_place = items_place.index(i);
      if (item.kind != Kind::Object) {
        context.diagnostics.add(Code::WrongType, item_place,
                                expected("an object, a card", item));
        continue;
      }
      Card card = read_card(item, item_place, context);
      if (!card.title.empty()) out.items.push_back(std::move(card));
    }
  }
  fields.report_unknown();
  return out;
}

}  // namespace broadsheet
