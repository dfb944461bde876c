#include "hyphenation/pattern_trie.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace broadsheet {

// Gives each node a base where its children's slots are free.
class PatternTrie::Builder {
 public:
  Builder(std::vector<PatternNode>& nodes, std::vector<Slot>& slots)
      : nodes_(nodes), slots_(slots) {
    grow(nodes.size() + kMaxLetterId);
  }

  std::uint32_t place_all() {
    const std::uint32_t root_base = place_children(nodes_.front());
    for (std::size_t i = 1; i < nodes_.size(); ++i) {
      const std::uint32_t base = place_children(nodes_[i]);
      slots_[nodes_[i].slot].base = base;
    }
    slots_.resize(high_slot_ + kMaxLetterId + 1);
    return root_base;
  }

 private:
  // How many slots are tried before a node goes to the end: enough to fill
  // nine slots of ten, and a bound on what a hostile pack can cost.
  static constexpr std::uint32_t kProbes = 64;

  std::uint32_t place_children(const PatternNode& parent) {
    if (parent.first_child == 0) return 0;
    const std::uint32_t base = find_base(parent);
    slots_[base].base_taken = true;
    for (auto i = parent.first_child; i != 0; i = nodes_[i].next_sibling) {
      PatternNode& child = nodes_[i];
      child.slot = base + child.letter;
      slots_[child.slot].value = child.value;
      slots_[child.slot].letter = child.letter;
      high_slot_ = std::max(high_slot_, child.slot);
    }
    return base;
  }

  std::uint32_t find_base(const PatternNode& parent) {
    const std::uint32_t first = nodes_[parent.first_child].letter;
    while (slots_[first_free_].letter != kFree) ++first_free_;
    const std::uint32_t lowest = std::max(first_free_, first + 1);
    grow(lowest + kProbes + kMaxLetterId + 1);
    for (std::uint32_t probe = 0; probe < kProbes; ++probe) {
      const std::uint32_t base = lowest + probe - first;
      if (fits(base, parent)) return base;
    }
    first_free_ += kProbes / 16;  // Crowded: leave some slots unused.
    std::uint32_t base = high_slot_ + 1 - std::min(first, high_slot_);
    while (slots_[base].base_taken) ++base;
    grow(base + kMaxLetterId);
    return base;
  }

  [[nodiscard]] bool fits(std::uint32_t base, const PatternNode& parent) const {
    if (slots_[base].base_taken) return false;
    for (auto i = parent.first_child; i != 0; i = nodes_[i].next_sibling) {
      if (slots_[base + nodes_[i].letter].letter != kFree) return false;
    }
    return true;
  }

  // Keeps free slots at the end, so that the search for one stops there.
  void grow(std::size_t size) {
    if (size >= slots_.size()) slots_.resize(size + size / 2 + 1);
  }

  std::vector<PatternNode>& nodes_;
  std::vector<Slot>& slots_;
  std::uint32_t first_free_ = 1;
  std::uint32_t high_slot_ = 0;  // The highest that is not free.
};

PatternTrie::PatternTrie(std::vector<PatternNode> nodes,
                         std::vector<PatternLevels> values,
                         std::vector<std::uint8_t> levels)
    : values_(std::move(values)), levels_(std::move(levels)) {
  assert(!nodes.empty());
  root_base_ = Builder(nodes, slots_).place_all();
}

void PatternTrie::apply(std::span<const LetterId> letters,
                        std::span<std::uint8_t> out) const {
  assert(out.size() == letters.size() + 1);
  for (std::size_t start = 0; start < letters.size(); ++start) {
    std::uint32_t base = root_base_;
    for (std::size_t i = start; i < letters.size(); ++i) {
      const Slot& slot = slots_[base + letters[i]];
      if (slot.letter != letters[i]) break;
      if (slot.value != 0) {
        const PatternLevels& value = values_[slot.value - 1U];
        const std::uint8_t* level = levels_.data() + value.begin;
        std::uint8_t* raised = out.data() + start + value.skip;
        for (unsigned k = 0; k < value.count; ++k) {
          raised[k] = std::max(raised[k], level[k]);
        }
      }
      base = slot.base;
    }
  }
}

}  // namespace broadsheet
