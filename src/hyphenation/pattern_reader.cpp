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
      : counts_(counts), table_(table) {
    nodes_.emplace_back();
    path_.push_back({0, kUnknownLetter});
  }

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

  [[nodiscard]] std::span<const PatternNode> nodes() const { return nodes_; }

 private:
  struct Step {
    std::uint32_t node;
    LetterId last_child;  // Children come in ascending order.
  };

  bool append(LetterId letter) {
    if (path_.size() > kMaxPatternLength) return false;
    if (letter <= path_.back().last_child) return false;
    path_.back().last_child = letter;
    const auto node = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back({path_.back().node, 0, letter});
    path_.push_back({node, kUnknownLetter});
    return true;
  }

  bool drop(std::size_t count) {
    if (count >= path_.size()) return false;
    path_.resize(path_.size() - count);
    return true;
  }

  bool set_value(unsigned value) {
    if (value == 0 || value > table_.values.size()) return false;
    const PatternLevels& levels = table_.values[value - 1];
    const std::size_t length = path_.size() - 1;
    const std::size_t reach = std::size_t{levels.skip} + levels.count;
    if (length == 0 || reach > length + 1) return false;
    nodes_[path_.back().node].value = static_cast<std::uint16_t>(value);
    return true;
  }

  Counts counts_;
  const ValueTable& table_;
  std::vector<PatternNode> nodes_;
  std::vector<Step> path_;
};

bool read_letters(ByteReader& reader, const Counts& counts,
                  HyphenationPatterns& patterns) {
  for (unsigned id = kWordEdge + 1; id <= counts.letters; ++id) {
    patterns.letters.push_back(reader.u16());
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
  patterns.trie = PatternTrie(tokens.nodes(), std::move(table.values),
                              std::move(table.levels));
  return patterns;
}

}  // namespace broadsheet
