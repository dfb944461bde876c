// The "hyph" section of a language pack: Liang patterns, packed.
//
// Little-endian; scripts/hyphenation-packs.mjs writes it.
//   u8 version (1), u8 left minimum, u8 right minimum, u8 flags (1: Turkish i)
//   u8 letters A, u8 drops D, u16 values, u8 compositions, u8 unused
//   u16 × (A − 1)      the letters with ids 2…A, ascending code units
//   compositions       u8 composed letter, u8 base letter, u16 combining mark
//   values             u8 skip, u8 count, u8 × count: levels of a pattern
//   tokens             to the end of the section
// The tokens tell the patterns in ascending order of their letters. A path of
// letters is kept from one to the next: token 1…A appends a letter, A + d (d up
// to D) drops d letters, A + D + v gives the path value v and token 0 gives it
// the value in the next u16.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "hyphenation/pattern_trie.h"

namespace broadsheet {

/// A letter that may also come as a base letter and a combining mark.
struct LetterComposition {
  LetterId composed = kUnknownLetter;
  LetterId base = kUnknownLetter;
  char16_t mark = 0;
};

struct HyphenationPatterns {
  std::uint8_t left = 0;
  std::uint8_t right = 0;
  bool turkish_case = false;
  /// By id; those of no letter and of the word's edge are 0.
  std::array<char16_t, kMaxLetterId + 1> letters{};
  std::vector<LetterComposition> compositions;
  PatternTrie trie;
};

/// Nothing when the section is damaged or of another version. Total; time and
/// memory are linear in its size.
std::optional<HyphenationPatterns> read_patterns(
    std::span<const std::byte> section);

}  // namespace broadsheet
