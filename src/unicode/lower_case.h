// Simple lower-case mapping, one code unit to one.
#pragma once

#include <cstddef>
#include <cstdint>

namespace broadsheet {

/// `count` capitals from `first` on, each `step` after the one before, with
/// their lower-case letters at the same distance, modulo 2^16.
struct CaseRun {
  char16_t first;
  std::uint16_t distance;
  std::uint8_t count;
  std::uint8_t step;

  [[nodiscard]] constexpr char16_t capital(unsigned index) const {
    return static_cast<char16_t>(first + index * step);
  }
  [[nodiscard]] constexpr char16_t lower(unsigned index) const {
    return static_cast<char16_t>(capital(index) + distance);
  }
};

/// Every pair of Unicode's Basic Multilingual Plane, ascending by `first`.
extern const CaseRun kCaseRuns[];
extern const std::size_t kCaseRunCount;

/// Simple_Lowercase_Mapping of Unicode: no locale, no context. What has none
/// is returned as it is, surrogates included.
/// https://www.unicode.org/reports/tr44/#Simple_Lowercase_Mapping
char16_t to_lower(char16_t unit);

}  // namespace broadsheet
