// URLs and e-mail addresses in running text: they break where their parts
// meet and are never hyphenated.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "unicode/line_breaks.h"

namespace broadsheet {

/// Code units [begin, end) of a text.
struct TextSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Finds https://host/path, www.host, host.tld/path, mailto:, and
/// name@host.tld, without the punctuation of the sentence round them.
/// Ascending, apart. O(n).
std::vector<TextSpan> find_url_spans(std::u16string_view text);

/// Takes every opportunity inside `spans` out of `breaks`, mandatory ones
/// excepted, and puts in BreakKind::Url: after `/` and before . ? & # = where
/// no two separators are parted.
void replace_url_breaks(std::u16string_view text,
                        const std::vector<TextSpan>& spans,
                        std::vector<BreakOpportunity>& breaks);

}  // namespace broadsheet
