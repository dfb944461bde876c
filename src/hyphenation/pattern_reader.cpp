#include "hyphenation/pattern_reader.h"

#include <algorithm>
#include <utility>

#include "base/byte_reader.h"

namespace broadsheet {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::uint8_t kTurkishCase = 1;
// Longer patterns than any word is; keeps levels within a byte's count.
constexpr std::size_t kMaxPatternLength = 100;
// Hungarian, the largest, has 103,000. Bounds what a hostile pack can cost.
constexpr std::size_t kMaxNodes = std::size_t{1} << 18U;

struct Counts {
  unsigned letters = 0;
  unsigned drops = 0;
  unsigned values = 0;
  unsigned compositions = 0;
};

struct ValueTable {
  std::vector<PatternLevels> values;
  std::vector<std::uint8_t> levels;
};

ValueTable read_values(ByteReader& reader, unsigned count) {
  ValueTable table;
  for (unsigned i = 0; i < count && !reader.overran(); ++i) {
    PatternLevels value;
    value.begin = static_cast<std::uint32_t>(table.levels.size());
    value.skip = reader.u8();
    value.count = reader.u8();
    for (unsigned k = 0; k < value.count; ++k) {
      table.levels.push_back(reader.u8());
    }
    table.values.push_back(value);
  }
  return table;
}

// Rebuilds the trie from the tokens; refuses what the format does not allow.
class TokenReader {
 public:
  TokenReader(const Counts& counts, const ValueTable& table)
      : counts_(counts), table_(table), nodes_(1) {}

  bool read(ByteReader& reader) {
    while (!reader.at_end()) {
      const unsigned token = reader.u8();
      bool understood = false;
      if (token == 0) {
        understood = set_value(reader.u16());
      } else if (token <= counts_.letters) {
        understood = append(static_cast<LetterId>(token));
      } else if (token <= counts_.letters + counts_.drops) {
        understood = drop(token - counts_.letters);
      } else {
        understood = set_value(token - counts_.letters - counts_.drops);
      }
      if (!understood) return false;
    }
    return !reader.overran();
  }

  std::vector<PatternNode> take_nodes() { return std::move(nodes_); }

 private:
  // A node on the path and the last child it has been given.
  struct Step {
    std::uint32_t node = 0;
    std::uint32_t last_child = 0;
  };

  bool append(LetterId letter) {
    if (length_ == kMaxPatternLength || nodes_.size() == kMaxNodes) {
      return false;
    }
    const auto node = static_cast<std::uint32_t>(nodes_.size());
    Step& parent = path_[length_];
    if (parent.last_child == 0) {
      nodes_[parent.node].first_child = node;
    } else {
      PatternNode& elder = nodes_[parent.last_child];
      if (letter <= elder.letter) return false;  // Not ascending.
      elder.next_sibling = node;
    }
    parent.last_child = node;
    nodes_.emplace_back().letter = letter;
    path_[++length_] = {node, 0};
    return true;
  }

  bool drop(std::size_t count) {
    if (count > length_) return false;
    length_ -= count;
    return true;
  }

  bool set_value(unsigned value) {
    if (value == 0 || value > table_.values.size() || length_ == 0) {
      return false;
    }
    const PatternLevels& levels = table_.values[value - 1];
    const std::size_t reach = std::size_t{levels.skip} + levels.count;
    if (reach > length_ + 1) return false;
    nodes_[path_[length_].node].value = static_cast<std::uint16_t>(value);
    return true;
  }

  Counts counts_;
  const ValueTable& table_;
  std::vector<PatternNode> nodes_;
  std::array<Step, kMaxPatternLength + 1> path_;  // From the root, at 0.
  std::size_t length_ = 0;
};

bool read_letters(ByteReader& reader, const Counts& counts,
                  HyphenationPatterns& patterns) {
  for (unsigned id = kWordEdge + 1; id <= counts.letters; ++id) {
    patterns.letters[id] = reader.u16();
  }
  for (unsigned i = 0; i < counts.compositions; ++i) {
    LetterComposition composition;
    composition.composed = reader.u8();
    composition.base = reader.u8();
    composition.mark = reader.u16();
    if (composition.composed > counts.letters) return false;
    patterns.compositions.push_back(composition);
  }
  return !reader.overran();
}

}  // namespace

std::optional<HyphenationPatterns> read_patterns(
    std::span<const std::byte> section) {
  ByteReader reader(section);
  HyphenationPatterns patterns;
  if (reader.u8() != kVersion) return std::nullopt;
  patterns.left = std::max<std::uint8_t>(reader.u8(), 1);
  patterns.right = std::max<std::uint8_t>(reader.u8(), 1);
  patterns.turkish_case = (reader.u8() & kTurkishCase) != 0;
  Counts counts;
  counts.letters = reader.u8();
  counts.drops = reader.u8();
  counts.values = reader.u16();
  counts.compositions = reader.u8();
  reader.u8();
  if (counts.letters == 0 || counts.letters + counts.drops > kMaxLetterId) {
    return std::nullopt;
  }
  if (!read_letters(reader, counts, patterns)) return std::nullopt;
  ValueTable table = read_values(reader, counts.values);
  if (reader.overran()) return std::nullopt;
  TokenReader tokens(counts, table);
  if (!tokens.read(reader)) return std::nullopt;
  patterns.trie = PatternTrie(tokens.take_nodes(), std::move(table.values),
                              std::move(table.levels));
  return patterns;
}

}  // namespace broadsheet
