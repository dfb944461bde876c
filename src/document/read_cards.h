// Recommendation cards: `{title, items, next}`.
#pragma once

#include "document/fields.h"

namespace broadsheet {

/// Reads a list of cards; `value` is an object. A card without title is left
/// out, with a finding.
CardList read_cards(const JsonValue& value, const Place& place,
                    ReadContext& context);

}  // namespace broadsheet
