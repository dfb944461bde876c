// Punctuation and spacing as each language writes them, when an article is
// shown: its source is never changed. The emitters ask for it, of titles,
// texts, captions, credits, labels, cards, notes; of names they ask initials
// alone. Ids, URLs, providers, the publisher, tags, alternative texts and code
// stay as they are.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"
#include "typography/polish_rules.h"

namespace broadsheet {

/// One text whose runs are read as one: a quotation may open in one run and
/// close in another. Every character keeps its marks; ordinals gain a Sup mark.
/// `language` is BCP 47; a run may say its own. Idempotent. O(n).
Text polish(const Text& text, std::string_view language,
            const PolishRules& rules);

/// One plain text. Total: ill-formed UTF-8 becomes U+FFFD; a language without
/// rules changes nothing else.
std::string polish_text(std::string_view utf8, std::string_view language,
                        const PolishRules& rules);

}  // namespace broadsheet
