#include "typeset/breakpoints.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace broadsheet {
namespace {

bool is_soft(ItemKind kind) {
  return kind == ItemKind::Glue || kind == ItemKind::Penalty ||
         kind == ItemKind::Hyphen;
}

class Finder {
 public:
  explicit Finder(std::span<const Item> items) : items_(items) {}

  Breakpoints find() && {
    found_.points.reserve(items_.size() / 2 + 2);
    found_.points.emplace_back();
    begin_line(skip_soft(0));
    for (std::size_t i = at_; i < items_.size(); i = at_) {
      if (items_[i].kind == ItemKind::ForcedBreak) {
        end_line_by_force(i);
      } else if (is_soft(items_[i].kind)) {
        offer_break(i);
      } else {
        add(i);
        ++at_;
      }
    }
    for (const double width : found_.gaps.width) {
      if (!(width > 0)) continue;
      found_.common_space = width;
      break;
    }
    return std::move(found_);
  }

 private:
  /// Adds a run of soft items to the totals; returns the first item after it.
  std::size_t skip_soft(std::size_t i) {
    while (i < items_.size() && is_soft(items_[i].kind)) add(i++);
    return at_ = i;
  }

  void add(std::size_t i) {
    const Item& item = items_[i];
    if (is_gap(item.kind)) {
      end_word();
      found_.gaps.before.push_back(total_.width);
      found_.gaps.letters.push_back(total_.letters);
      found_.gaps.space.push_back(total_.space);
      found_.gaps.width.push_back(item.width.value());
      total_.space += item.width.value();
      ++total_.gaps;
    } else if (item.kind == ItemKind::Penalty) {
      end_word();
    }
    if (is_gap(item.kind) || item.kind == ItemKind::Box) {
      total_.width += item.width.value();
      total_.letters += item.letters;
      word_letters_ += item.letters;
    }
  }

  /// Hyphens learn how much of their word follows only at its end.
  void end_word() {
    for (; word_begin_ < found_.points.size(); ++word_begin_) {
      Breakpoint& point = found_.points[word_begin_];
      point.letters_after = clamped(word_letters_ - point.letters_before);
    }
    word_letters_ = 0;
  }

  static std::uint16_t clamped(std::uint64_t count) {
    return static_cast<std::uint16_t>(std::min<std::uint64_t>(count, 1000));
  }

  void offer_break(std::size_t i) {
    const Totals before = total_;
    const std::uint64_t letters = word_letters_;
    const std::size_t after = skip_soft(i);
    if (after == items_.size()) return;
    if (items_[after].kind == ItemKind::ForcedBreak) {
      end_line_by_force(after, i, before);
      return;
    }
    const auto* const chosen =
        std::find_if(&items_[i], &items_[i] + (after - i),
                     [](const Item& each) { return is_gap(each.kind); });
    const bool has_gap = chosen != &items_[i] + (after - i);
    push_point(has_gap ? *chosen : items_[i], i, before);
    found_.points.back().letters_before = clamped(letters);
    begin_line(after);
  }

  void end_line_by_force(std::size_t forced) {
    end_line_by_force(forced, forced, total_);
  }

  /// `text_end`: where the spaces before the forced break begin.
  void end_line_by_force(std::size_t forced, std::size_t text_end,
                         const Totals& before) {
    push_point(items_[forced], text_end, before);
    found_.points.back().item = static_cast<std::uint32_t>(forced);
    end_word();
    begin_line(skip_soft(forced + 1));
  }

  void push_point(const Item& breaker, std::size_t text_end,
                  const Totals& before) {
    Breakpoint point;
    point.kind = breaker.kind;
    point.penalty = breaker.penalty;
    point.item = static_cast<std::uint32_t>(&breaker - items_.data());
    point.end = before;
    double hang = 0;
    if (text_end > found_.points.back().next) {
      hang = items_[text_end - 1].hang_right.value();
    }
    if (!is_gap(breaker.kind) && breaker.kind != ItemKind::ForcedBreak) {
      point.mark = static_cast<float>(breaker.width.value());
      if (point.mark > 0) hang = breaker.hang_right.value();
      point.end.width += breaker.width.value();
    }
    point.end.width -= hang;
    point.hang_right = static_cast<float>(hang);
    found_.largest_hang_right = std::max(found_.largest_hang_right, hang);
    found_.points.push_back(point);
  }

  void begin_line(std::size_t i) {
    Breakpoint& point = found_.points.back();
    point.next = static_cast<std::uint32_t>(i);
    point.start = total_;
    if (i >= items_.size() || items_[i].kind != ItemKind::Box) return;
    const double hang = items_[i].hang_left.value();
    point.start.width += hang;
    point.hang_left = static_cast<float>(hang);
    found_.largest_hang_left = std::max(found_.largest_hang_left, hang);
  }

  std::span<const Item> items_;
  Breakpoints found_;
  Totals total_;
  std::size_t at_ = 0;
  std::uint64_t word_letters_ = 0;
  std::size_t word_begin_ = 0;  // First breakpoint of the current word.
};

}  // namespace

Breakpoints find_breakpoints(std::span<const Item> items) {
  if (items.empty()) return {};
  assert(items.back().kind == ItemKind::ForcedBreak);
  return Finder(items).find();
}

Lines break_optimal(std::span<const Item> items, std::span<const Em> measure,
                    const Setting& setting) {
  return break_optimal(find_breakpoints(items), measure, setting);
}

Line line_between(const Breakpoint& from, const Breakpoint& to) {
  Line line;
  line.begin = from.next;
  line.end = to.item;
  line.natural_width = Em(natural_width(from, to));
  line.hang_left = Em(static_cast<double>(from.hang_left));
  line.hang_right = Em(static_cast<double>(to.hang_right));
  return line;
}

}  // namespace broadsheet
