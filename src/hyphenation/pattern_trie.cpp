#include "hyphenation/pattern_trie.h"

#include <algorithm>
#include <cassert>

namespace broadsheet {

// Gives each node a base where its children's slots are free.
class PatternTrie::Builder {
 public:
  Builder(std::span<const PatternNode> nodes, std::vector<Slot>& slots)
      : nodes_(nodes), slots_(slots) {
    list_children();
    grow(nodes.size() + kMaxLetterId);
  }

  std::uint32_t place_all() {
    const std::uint32_t root_base = place_children(0);
    for (std::uint32_t node = 1; node < nodes_.size(); ++node) {
      slots_[slot_of_[node]].base = place_children(node);
    }
    slots_.resize(high_base_ + kMaxLetterId + 1);
    slots_.shrink_to_fit();
    return root_base;
  }

 private:
  // How many slots are tried before a node goes to the end: enough to fill
  // nine slots of ten, and a bound on what a hostile pack can cost.
  static constexpr std::uint32_t kProbes = 64;

  // Children by parent: those of `node` are at first_child_[node] and on.
  void list_children() {
    first_child_.assign(nodes_.size() + 1, 0);
    slot_of_.assign(nodes_.size(), 0);
    children_.resize(nodes_.size() - 1);
    for (const PatternNode& node : nodes_.subspan(1)) {
      ++first_child_[node.parent + 1];
    }
    for (std::size_t i = 1; i < first_child_.size(); ++i) {
      first_child_[i] += first_child_[i - 1];
    }
    std::vector<std::uint32_t> next(first_child_.begin(),
                                    first_child_.end() - 1);
    for (std::uint32_t i = 1; i < nodes_.size(); ++i) {
      children_[next[nodes_[i].parent]++] = i;
    }
  }

  std::uint32_t place_children(std::uint32_t node) {
    const auto children = std::span<const std::uint32_t>(children_).subspan(
        first_child_[node], first_child_[node + 1] - first_child_[node]);
    if (children.empty()) return 0;
    const std::uint32_t base = find_base(children);
    base_used_[base] = true;
    high_base_ = std::max(high_base_, base);
    for (const std::uint32_t child : children) {
      const PatternNode& read = nodes_[child];
      slot_of_[child] = base + read.letter;
      slots_[slot_of_[child]] = {0, read.value, read.letter};
    }
    return base;
  }

  std::uint32_t find_base(std::span<const std::uint32_t> children) {
    const LetterId first = nodes_[children.front()].letter;
    while (!is_free(first_free_)) ++first_free_;
    std::uint32_t slot = std::max<std::uint32_t>(first_free_, first + 1U);
    for (std::uint32_t probe = 0; probe < kProbes; ++probe, ++slot) {
      if (fits(slot - first, children)) return slot - first;
    }
    first_free_ += kProbes / 16;  // Crowded: leave some slots unused.
    const std::uint32_t base = high_base_ + kMaxLetterId + 1;
    grow(base + 2U * kMaxLetterId);
    return base;
  }

  bool fits(std::uint32_t base, std::span<const std::uint32_t> children) {
    grow(base + kMaxLetterId + 1U);
    if (base_used_[base]) return false;
    return std::all_of(children.begin(), children.end(),
                       [&](std::uint32_t child) {
                         return is_free(base + nodes_[child].letter);
                       });
  }

  bool is_free(std::uint32_t slot) {
    grow(slot + 1U);
    return slots_[slot].letter == kFree;
  }

  void grow(std::size_t size) {
    if (size <= slots_.size()) return;
    slots_.resize(size + size / 2);
    base_used_.resize(slots_.size());
  }

  std::span<const PatternNode> nodes_;
  std::vector<Slot>& slots_;
  std::vector<std::uint32_t> first_child_;
  std::vector<std::uint32_t> children_;
  std::vector<std::uint32_t> slot_of_;
  std::vector<bool> base_used_;
  std::uint32_t first_free_ = 1;
  std::uint32_t high_base_ = 0;
};

PatternTrie::PatternTrie(std::span<const PatternNode> nodes,
                         std::vector<PatternLevels> values,
                         std::vector<std::uint8_t> levels)
    : values_(std::move(values)), levels_(std::move(levels)) {
  assert(!nodes.empty());
  values_.insert(values_.begin(), PatternLevels{});
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
        const PatternLevels& value = values_[slot.value];
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
