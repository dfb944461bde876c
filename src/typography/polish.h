// Punctuation and spacing as each language writes them, when an article is
// shown: its source is never changed.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"
#include "typography/polish_rules.h"

namespace broadsheet {

/// The same document, in the typography of its language and of the languages
/// of its parts: titles, texts, captions, credits, labels, cards, notes. Of
/// names only initials are kept with what follows them; ids, URLs, providers,
/// the publisher, tags, alternative texts and code stay as they are.
///
/// Idempotent. O(n) in characters.
Document polish(const Document& document, const PolishRules& rules);

/// The same for cards on their own. `language` is BCP 47.
CardList polish(const CardList& cards, std::string_view language,
                const PolishRules& rules);

/// One text whose runs are read as one: a quotation may open in one run and
/// close in another. Every character keeps its marks; ordinals gain a Sup mark.
Text polish(const Text& text, std::string_view language,
            const PolishRules& rules);

/// One plain text. Total: ill-formed UTF-8 becomes U+FFFD; a language without
/// rules changes nothing else.
std::string polish_text(std::string_view utf8, std::string_view language,
                        const PolishRules& rules);

}  // namespace broadsheet
