// Character references of HTML: &eacute; &#233; &#xE9;
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

enum class ReferencePlace { Content, Attribute };

/// `text` with its character references resolved. Known names are those of
/// HTML 4 and `apos`; those of them that HTML lets do without a semicolon may.
/// Every numeric reference is resolved as the standard says, the C1 controls
/// as windows-1252. What is no reference stays as it is.
/// https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state
std::string resolve_references(std::string_view text, ReferencePlace place);

}  // namespace broadsheet
