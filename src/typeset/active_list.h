// The breaks from which later lines may start. Internal to break_optimal.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "typeset/tex_cost.h"

namespace broadsheet {

/// The best way to end a line at a breakpoint, for one state of what counts in
/// the lines that follow.
struct Node {
  double cost = 0;  // Of the whole paragraph up to here.
  double ratio = 0;
  double letter_fit = 0;
  std::uint64_t linked = 0;  // GapLine::linked of the line that ends here.
  std::uint32_t point = 0;
  std::uint32_t previous = 0;
  std::uint32_t line = 0;             // Lines up to here.
  Fitness fitness = Fitness::Decent;  // TeX's model only.
  std::uint8_t ladder = 0;  // Hyphenated lines in a row, 2 for more as well.
  bool dropped = false;
};

/// All nodes ever made, in order of their breakpoints; the active ones are
/// those from `head()` on that are not dropped.
class ActiveList {
 public:
  /// Lines below `numbered` are told apart by their number.
  explicit ActiveList(std::uint32_t numbered) : numbered_(numbered) {}

  [[nodiscard]] std::size_t head() const { return head_; }
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }
  [[nodiscard]] std::size_t active() const { return active_; }

  /// Active nodes whose line number matters.
  [[nodiscard]] std::size_t early() const { return early_; }

  [[nodiscard]] const Node& operator[](std::size_t i) const {
    return nodes_[i];
  }
  void reserve(std::size_t nodes) { nodes_.reserve(nodes); }

  void push(const Node& node) {
    while (!cheapest_.empty() && nodes_[cheapest_.back()].cost >= node.cost) {
      cheapest_.pop_back();
    }
    cheapest_.push_back(nodes_.size());
    nodes_.push_back(node);
    ++active_;
    if (node.line < numbered_) ++early_;
  }

  void drop(std::size_t i) {
    nodes_[i].dropped = true;
    --active_;
    if (nodes_[i].line < numbered_) --early_;
  }

  /// Forgets the dropped nodes at the front; call after a round of drops.
  void advance() {
    while (head_ < nodes_.size() && nodes_[head_].dropped) ++head_;
  }

  /// Drops every node made so far.
  void clear() {
    head_ = nodes_.size();
    active_ = 0;
    early_ = 0;
    cheapest_.clear();
  }

  /// Least cost of the nodes after `i`; exact as long as drops come front
  /// first.
  [[nodiscard]] double least_cost_after(std::size_t i) const {
    const auto found = std::upper_bound(cheapest_.begin(), cheapest_.end(), i);
    return found == cheapest_.end() ? std::numeric_limits<double>::infinity()
                                    : nodes_[*found].cost;
  }

 private:
  std::vector<Node> nodes_;

  /// Nodes that are cheaper than all after them; costs increase.
  std::vector<std::size_t> cheapest_;

  std::size_t head_ = 0;
  std::size_t active_ = 0;
  std::size_t early_ = 0;
  std::uint32_t numbered_;
};

}  // namespace broadsheet
