// Simple lower-case mapping, one code point to one.
#pragma once

#include <cstddef>
#include <cstdint>

namespace broadsheet {

/// first, first + step … last map to themselves + delta. Sorted by first.
struct CaseRun {
  char32_t first;
  char32_t last;
  std::uint32_t step;
  std::int32_t delta;
};

extern const CaseRun kCaseRuns[];
extern const std::size_t kCaseRunCount;

/// Simple_Lowercase_Mapping of Unicode: no locale, no context. A character
/// without one is returned as it is.
/// https://www.unicode.org/reports/tr44/#Simple_Lowercase_Mapping
char32_t to_lower(char32_t code_point);

}  // namespace broadsheet
