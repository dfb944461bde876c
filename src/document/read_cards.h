// Recommendation cards: `{title, items, next}`.
#pragma once

#include "document/fields.h"

namespace broadsheet {

/// Reads a list of cards; `value` is an object. A card without title is left
/// out, with a finding.
[[gnu::noinline]] CardList read_cards(const JsonValue& value,
                                      const Place& place, ReadContext& context);

struct CardReading {
  /// Nothing when the JSON cannot be parsed, its root is no object, or a limit
  /// is passed.
  std::optional<CardList> cards;
  /// As the list says it: `lang` and `dir`.
  Language language;
  /// All findings, in the order of the text.
  std::vector<Diagnostic> diagnostics;
};

/// Reads a list of cards that stands on its own. `json` is untrusted.
CardReading read_card_document(std::string_view json, const Limits& limits);

}  // namespace broadsheet
