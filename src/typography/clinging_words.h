// Small words that belong to the next one: a headline's line does not end in an
// article or a preposition.
#pragma once

#include <string_view>

namespace broadsheet {

/// True when a line of a headline in the language of `tag` should not end in
/// `word`. False for languages that do not mind.
///
/// Sources: Lacroux, Orthotypographie, "coupures" (fr); The Chicago Manual of
/// Style, 17th ed., 2.112 (en); the same idea carried to de, es, it, pt, nl,
/// pl, cs, sk, ru and uk by their grammars' lists of articles and short
/// prepositions.
bool clings_to_next(std::u16string_view word, std::string_view tag);

}  // namespace broadsheet
