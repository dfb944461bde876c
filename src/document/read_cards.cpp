#include "document/read_cards.h"

#include <utility>

#include "document/read_blocks.h"
#include "document/read_media.h"

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

bool is_slot(const JsonValue& item) {
  const JsonValue* type = item.find("type");
  return type != nullptr && type->kind == Kind::String &&
         type->string == "slot";
}

void read_card_slot(const JsonValue& value, const Place& place,
                    ReadContext& context, CardList& out) {
  Fields fields(value, place, context);
  fields.find("type");
  auto slot = read_slot(fields);
  fields.report_unknown();
  if (!slot) return;
  out.slots.push_back({out.items.size(), std::get<Slot>(*std::move(slot))});
}

void read_item(const JsonValue& item, const Place& place, ReadContext& context,
               CardList& out) {
  if (item.kind != Kind::Object) {
    context.diagnostics.add(Code::WrongType, place,
                            expected("an object, a card", item));
    return;
  }
  if (is_slot(item)) {
    read_card_slot(item, place, context, out);
    return;
  }
  Card card = read_card(item, place, context);
  if (!card.title.empty()) out.items.push_back(std::move(card));
}

CardList read_list(Fields& fields) {
  CardList out;
  out.title = fields.text("title");
  out.next = fields.url("next", UrlUse::Link);
  const JsonValue* items = fields.find("items", Kind::Array);
  if (items == nullptr) return out;
  const std::size_t limit = fields.context().limits.cards;
  if (items->elements.size() > limit) {
    fields.report(
        Code::LimitCards, "items",
        "at most " + std::to_string(limit) + " cards are shown in one list");
    return out;
  }
  const Place place = fields.at("items");
  for (std::size_t i = 0; i < items->elements.size(); ++i) {
    read_item(items->elements[i], place.index(i), fields.context(), out);
  }
  return out;
}

}  // namespace

CardList read_cards(const JsonValue& value, const Place& place,
                    ReadContext& context) {
  Fields fields(value, place, context);
  CardList out = read_list(fields);
  fields.report_unknown();
  return out;
}

CardReading read_card_document(std::string_view json, const Limits& limits) {
  Diagnostics diagnostics;
  CardReading out;
  const auto root = read_json(json, limits, diagnostics);
  if (root && root->kind != Kind::Object) {
    diagnostics.add(Code::NotAnObject, Place(),
                    expected("an object, a list of cards", *root));
  } else if (root) {
    ReadContext context(limits, diagnostics);
    const Place place;
    Fields fields(*root, place, context);
    out.language = fields.language();
    CardList cards = read_list(fields);
    fields.report_unknown();
    if (!diagnostics.fatal()) out.cards = std::move(cards);
  }
  out.diagnostics = diagnostics.list();
  return out;
}

}  // namespace broadsheet
