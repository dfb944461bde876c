// Where words may be hyphenated: Liang's algorithm on TeX's patterns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "hyphenation/letter_map.h"
#include "hyphenation/pattern_reader.h"

namespace broadsheet {

/// Fewest letters of a word before and after a hyphen. Punctuation round the
/// word does not count.
struct Minima {
  std::uint8_t left = 2;
  std::uint8_t right = 3;
};

/// What to do with words that start in a capital: in most languages they may
/// be names, which are divided only when nothing else helps.
enum class CapitalisedWords : std::uint8_t { Hyphenate, Keep };

/// One language's patterns, ready. Cheap to move; immutable.
class Hyphenator {
 public:
  /// Reads the "hyph" section of a language pack; nothing when it is damaged.
  /// Total on any bytes, and what it loads is safe whatever they were.
  static std::optional<Hyphenator> load(std::span<const std::byte> section);

  /// TeX's minima for the language.
  [[nodiscard]] Minima minima() const { return minima_; }

  /// Sets `points` to the offsets in `word`, ascending, where a hyphen may be
  /// put. They are TeX's, less these:
  /// - within two letters of an apostrophe;
  /// - in a part that has a soft hyphen of its own: its author has decided;
  /// - in a part with digits, or one that starts with # or @.
  /// Hyphens of the word's own part it into words. `word` may be any text, in
  /// any state of normalization; addresses need hyphenate_text. O(n).
  void hyphenate(std::u16string_view word, Minima minima,
                 std::vector<std::size_t>& points,
                 CapitalisedWords capitals = CapitalisedWords::Hyphenate) const;

 private:
  class Scanner;

  explicit Hyphenator(HyphenationPatterns patterns);

  [[nodiscard]] LetterId composed(LetterId base, char32_t mark) const;

  Minima minima_;
  LetterMap map_;
  std::vector<LetterComposition> compositions_;
  PatternTrie trie_;
};

/// The same for a whole text, leaving URLs and e-mail addresses alone.
void hyphenate_text(std::u16string_view text, const Hyphenator& hyphenator,
                    Minima minima, std::vector<std::size_t>& points,
                    CapitalisedWords capitals = CapitalisedWords::Hyphenate);

}  // namespace broadsheet
