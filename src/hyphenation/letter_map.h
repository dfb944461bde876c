// From code units to the letters of a pack's patterns, whatever the case.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "hyphenation/pattern_reader.h"

namespace broadsheet {

class LetterMap {
 public:
  LetterMap() = default;

  /// Maps each letter, its capital (by Unicode's simple mapping; Turkish I and
  /// İ where the pack says so) and, where the patterns know one apostrophe, the
  /// other one too.
  explicit LetterMap(const HyphenationPatterns& patterns);

  /// kUnknownLetter where no pattern has the letter.
  [[nodiscard]] LetterId id_of(char16_t unit) const {
    return pages_[page_of_[unit >> 8U]][unit & 0xFFU];
  }

  /// kUnknownLetter where the patterns have no apostrophe.
  [[nodiscard]] LetterId apostrophe() const { return apostrophe_; }

 private:
  using Page = std::array<LetterId, 256>;

  void set(char16_t unit, LetterId id);
  void add_capitals(bool turkish);

  std::array<std::uint8_t, 256> page_of_{};
  std::vector<Page> pages_{Page{}};  // The first is of no letters.
  LetterId apostrophe_ = kUnknownLetter;
};

}  // namespace broadsheet
