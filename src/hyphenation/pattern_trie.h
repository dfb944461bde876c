// Liang's patterns as a trie in one array, walked one load per letter.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace broadsheet {

/// A letter of a pattern, by its place in the pack's alphabet. 0 is any letter
/// that is in no pattern, 1 the edge of a word.
using LetterId = std::uint8_t;
inline constexpr LetterId kUnknownLetter = 0;
inline constexpr LetterId kWordEdge = 1;
inline constexpr LetterId kMaxLetterId = 250;

/// The levels of a pattern from its `skip`th letter on: `count` of them, at
/// `begin` of the table of levels.
struct PatternLevels {
  std::uint32_t begin = 0;
  std::uint8_t skip = 0;
  std::uint8_t count = 0;
};

/// A trie as read, before its nodes have slots. Node 0 is the root; children
/// come after their parent and have different letters, ascending. 0 is no node.
/// `value` is one of PatternLevels, from 1; 0 is none.
struct PatternNode {
  std::uint32_t first_child = 0;
  std::uint32_t next_sibling = 0;
  std::uint32_t slot = 0;  ///< For the trie's use.
  std::uint16_t value = 0;
  LetterId letter = kUnknownLetter;
};

class PatternTrie {
 public:
  PatternTrie() = default;

  /// `nodes` hold the root at least. Each value is at most `values.size()` and
  /// no pattern has more levels than its letters and one.
  PatternTrie(std::vector<PatternNode> nodes, std::vector<PatternLevels> values,
              std::vector<std::uint8_t> levels);

  /// Raises `out[i]`, which stands before `letters[i]`, to the highest level
  /// any pattern gives there. `out` has one element more than `letters`.
  void apply(std::span<const LetterId> letters,
             std::span<std::uint8_t> out) const;

 private:
  // The child of the node with `base` by `letter` is at base + letter, if the
  // slot there has that letter. No two nodes have the same base, so a letter
  // that fits belongs to the right parent.
  struct Slot {
    std::uint32_t base = 0;  // 0: a leaf.
    std::uint16_t value = 0;
    LetterId letter = kFree;
    bool base_taken = false;  // Some node has this slot's number as its base.
  };
  static constexpr LetterId kFree = 255;

  class Builder;

  std::vector<Slot> slots_;
  std::vector<PatternLevels> values_;
  std::vector<std::uint8_t> levels_;
  std::uint32_t root_base_ = 0;
};

}  // namespace broadsheet
