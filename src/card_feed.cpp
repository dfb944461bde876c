#include "card_feed.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "document/read_cards.h"
#include "render/summary.h"

namespace broadsheet {
namespace {

// True when `name` was there already. Nothing is known by an empty name.
bool meet(NameTable& seen, std::string_view name) {
  return !name.empty() && seen.count(name) != 0;
}

void remember(NameTable& seen, std::string_view name) {
  if (!name.empty()) seen.emplace(name, 0);
}

CardList slice(const CardList& cards, std::size_t begin, std::size_t end) {
  using Offset = std::ptrdiff_t;
  CardList out;
  out.title = cards.title;
  out.next = cards.next;
  out.items.assign(cards.items.begin() + static_cast<Offset>(begin),
                   cards.items.begin() + static_cast<Offset>(end));
  const bool last = end == cards.items.size();
  for (const CardSlot& slot : cards.slots) {
    if (slot.before < begin || slot.before > end) continue;
    if (slot.before == end && !last) continue;
    out.slots.push_back({slot.before - begin, slot.slot});
  }
  return out;
}

}  // namespace

void drop_repeated(CardList& cards, NameTable& seen) {
  std::vector<Card> all = std::exchange(cards.items, {});
  // Moving a short string moves its characters: the table views the new ones.
  cards.items.reserve(all.size());
  auto slot = cards.slots.begin();
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (; slot != cards.slots.end() && slot->before <= i; ++slot) {
      slot->before = cards.items.size();
    }
    if (meet(seen, all[i].id) || meet(seen, all[i].url)) continue;
    cards.items.push_back(std::move(all[i]));
    remember(seen, cards.items.back().id);
    remember(seen, cards.items.back().url);
  }
  for (; slot != cards.slots.end(); ++slot) slot->before = cards.items.size();
}

CardFeed::CardFeed(std::string_view excluded) : excluded_(excluded) {
  std::string_view rest = excluded_;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    remember(seen_, rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

const CardPage& CardFeed::add(std::string_view json,
                              const ParseOptions& options) {
  CardReading reading = read_card_document(json, options.limits);
  pages_.push_back(std::make_unique<CardPage>(
      CardPage{std::move(reading.cards), std::move(reading.language),
               std::move(reading.diagnostics)}));
  CardPage& page = *pages_.back();
  if (page.language == Language{}) page.language = options.language;
  if (page.cards) drop_repeated(*page.cards, seen_);
  return page;
}

Commands render_card_commands(const CardPage& page, std::size_t begin,
                              std::size_t end, const Languages& languages,
                              const RenderOptions& options) {
  assert(page.cards);
  end = std::min(end, page.cards->items.size());
  const CardList cards = slice(*page.cards, std::min(begin, end), end);
  return emit_card_section(cards, page.language,
                           languages.strings_for(page.language.tag), options);
}

std::string write_card_summary(const CardPage& page) {
  return write_summary(page.cards ? &*page.cards : nullptr, page.language,
                       page.diagnostics);
}

}  // namespace broadsheet
