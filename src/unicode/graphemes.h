// Grapheme clusters: what a reader takes for one character.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace broadsheet {

/// Offset of the end of the extended grapheme cluster that starts at `begin`,
/// a boundary below `text.size()`. Total on any UTF-16.
/// https://www.unicode.org/reports/tr29/#Grapheme_Cluster_Boundary_Rules
std::size_t grapheme_end(std::u16string_view text, std::size_t begin);

/// Ends of all clusters in order; the last one is `text.size()`. O(n).
std::vector<std::size_t> grapheme_ends(std::u16string_view text);

}  // namespace broadsheet
