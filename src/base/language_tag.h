// Which of the languages we have serves the one that is asked for.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace broadsheet {

/// RFC 4647 look-up: drops subtags from the end of `tag` until one of
/// `available` is equal, whatever the case; that one is returned. A single
/// letter or digit goes with the subtag it introduces ("x", "u").
/// https://www.rfc-editor.org/rfc/rfc4647#section-3.4
std::optional<std::string_view> lookup(
    std::string_view tag, std::span<const std::string_view> available);

/// The first subtag, in lower case: "fr" of "FR-CA".
std::string primary_language(std::string_view tag);

}  // namespace broadsheet
