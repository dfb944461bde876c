#include "render/emitter.h"
#include "typography/write_date.h"

namespace broadsheet {
namespace {

void emit_paragraph(Emitter& emitter, std::string_view class_name,
                    const Text& text) {
  if (text.empty()) return;
  emitter.out.open(Tag::P, class_name);
  emit_text(emitter, text, LinksInText::Dropped);
  emitter.out.close();
}

void emit_card_title(Emitter& emitter, const Card& card) {
  CommandWriter& out = emitter.out;
  out.open(emitter.heading(2), "broadsheet-card-title");
  if (!card.url.empty()) {
    out.open(Tag::A);
    out.attribute(Attribute::Href, card.url);
    if (!card.sponsored.empty()) out.attribute(Attribute::Rel, "sponsored");
  }
  emit_text(emitter, card.title, LinksInText::Dropped);
  if (!card.url.empty()) out.close();
  out.close();
}

void emit_card_details(Emitter& emitter, const Card& card) {
  if (!card.published && card.reading_minutes == 0) return;
  CommandWriter& out = emitter.out;
  out.open(Tag::P, "broadsheet-card-details");
  if (card.published) {
    out.open(Tag::Time);
    out.attribute(Attribute::Datetime, card.published->source);
    out.text(write_date(*card.published, emitter.strings));
    out.close();
  }
  if (card.reading_minutes > 0) {
    if (card.published) {
      // In the text, since what CSS adds is not measured.
      out.text(" ");
      out.open(Tag::Span);
      out.attribute(Attribute::AriaHidden, "true");
      out.text("·");
      out.close();
      out.text(" ");
    }
    out.open(Tag::Span, "broadsheet-card-reading-time");
    out.text(
        emitter.strings.count(StringKey::ReadingTime, card.reading_minutes));
    out.close();
  }
  out.close();
}

void emit_card(Emitter& emitter, const Card& card) {
  CommandWriter& out = emitter.out;
  out.open(Tag::Li, card.sponsored.empty()
                        ? "broadsheet-card"
                        : "broadsheet-card broadsheet-card-sponsored");
  out.optional_attribute(Attribute::DataCard, card.id);
  if (card.image) emit_img(emitter, *card.image, ImageLoading::Lazy);
  out.open(Tag::Div, "broadsheet-card-text");
  if (!card.sponsored.empty()) {
    out.open(Tag::P, "broadsheet-sponsored");
    out.text(emitter.shown(card.sponsored));
    out.close();
  }
  emit_paragraph(emitter, "broadsheet-kicker", card.kicker);
  emit_card_title(emitter, card);
  emit_paragraph(emitter, "broadsheet-card-excerpt", card.excerpt);
  emit_card_details(emitter, card);
  out.close();
  out.close();
}

void emit_card_slot(Emitter& emitter, const Slot& slot) {
  emitter.out.open(Tag::Li, "broadsheet-card-slot");
  emit_slot(emitter, slot, {});
  emitter.out.close();
}

}  // namespace

void emit_cards(Emitter& emitter, const CardList& cards,
                std::string_view section_class) {
  CommandWriter& out = emitter.out;
  const std::string title_id = emitter.id_prefix + "recommended-title";
  out.open(Tag::Section, section_class);
  out.attribute(Attribute::AriaLabelledby, title_id);
  out.open(emitter.heading(1), "broadsheet-section-title");
  out.attribute(Attribute::Id, title_id);
  if (cards.title.empty()) {
    out.text(emitter.strings.get(StringKey::Recommended));
  } else {
    emit_text(emitter, cards.title);
  }
  out.close();
  // The role keeps it a list where a style without markers would end that.
  out.open(Tag::Ul, "broadsheet-cards");
  out.attribute(Attribute::Role, "list");
  out.optional_attribute(Attribute::DataNext, cards.next);
  auto slot = cards.slots.begin();
  for (std::size_t i = 0; i <= cards.items.size(); ++i) {
    for (; slot != cards.slots.end() && slot->before == i; ++slot) {
      emit_card_slot(emitter, slot->slot);
    }
    if (i < cards.items.size()) emit_card(emitter, cards.items[i]);
  }
  out.close();
  out.close();
}

}  // namespace broadsheet
