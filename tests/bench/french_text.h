// A French text as measured items: Liberation Serif's advance widths without
// kerning, hyphenation points as U+00AD.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "typeset/item.h"

namespace broadsheet::bench {

/// Advance widths in em by code point, as tests/bench/advances.mjs writes them.
using Advances = std::map<char32_t, double>;
Advances read_advances(const std::string& path);

struct Paragraph {
  std::u16string text;  // Without U+00AD.
  std::vector<Item> items;
};

/// One paragraph per line of the file.
std::vector<Paragraph> read_paragraphs(const std::string& path,
                                       const Advances& advances);

/// All as one paragraph.
Paragraph join(const std::vector<Paragraph>& paragraphs);

}  // namespace broadsheet::bench
