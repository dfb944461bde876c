#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "typeset/active_list.h"
#include "typeset/break_lines.h"
#include "typeset/breakpoints.h"
#include "typeset/line_cost.h"
#include "typeset/rivers.h"
#include "typeset/tex_cost.h"

namespace broadsheet {
namespace {

/// What becomes of a line from an active node to the breakpoint at hand.
struct Trial {
  double cost = 0;  // Of the paragraph up to here, rivers left out.
  double ratio = 0;
  double letter_fit = 0;
  Fitness fitness = Fitness::Decent;
  std::uint8_t ladder = 0;
  bool accepted = false;
  bool hopeless = false;  // No later line can start at that node either.
};

class OptimalBreaker {
 public:
  OptimalBreaker(std::span<const Item> items, std::span<const Em> measure,
                 const Setting& setting)
      : setting_(setting),
        costs_(setting.costs),
        tex_(costs_.model == CostModel::Tex),
        measure_(measure),
        found_(find_breakpoints(items)),
        // A line is known by its number only where the number matters.
        numbered_(setting.looseness != 0
                      ? std::numeric_limits<std::uint32_t>::max()
                      : static_cast<std::uint32_t>(measure.size() - 1)),
        rivers_(!tex_ && setting.alignment == Alignment::Justify &&
                (costs_.river > 0 || costs_.river_link > 0)),
        nodes_(numbered_) {}

  Lines run() {
    nodes_.reserve(found_.points.size() * 5 / 4);
    nodes_.push({});
    for (std::uint32_t b = 1; b < found_.points.size(); ++b) try_break(b);
    return trace(choose_end());
  }

 private:
  [[nodiscard]] const Breakpoint& point(std::size_t i) const {
    return found_.points[i];
  }
  [[nodiscard]] bool forced(std::uint32_t b) const {
    return point(b).kind == ItemKind::ForcedBreak;
  }
  [[nodiscard]] bool final(std::uint32_t b) const {
    return b + 1 == found_.points.size();
  }
  [[nodiscard]] double measure_of(std::uint32_t line) const {
    const std::size_t last = measure_.size() - 1;
    return measure_[std::min<std::size_t>(line, last)].value();
  }

  void try_break(std::uint32_t b) {
    candidates_.clear();
    break_cost_ = tex_ ? 0 : break_cost(point(b), costs_);
    for (std::size_t i = nodes_.head(); i < nodes_.size(); ++i) {
      if (nodes_[i].dropped) continue;
      const Trial trial = tex_ ? try_tex_line(i, b) : try_line(i, b);
      if (trial.hopeless) nodes_.drop(i);
      if (!trial.accepted || offer(i, b, trial)) continue;
      if (rest_is_dearer(i, b)) break;
    }
    if (forced(b)) nodes_.clear();
    keep_candidates();
    nodes_.advance();
  }

  Trial try_line(std::size_t i, std::uint32_t b) {
    const Node& from = nodes_[i];
    const Breakpoint& start = point(from.point);
    const double measure = measure_of(from.line);
    const Slack slack = slack_of(start, point(b), measure);
    const SetLine line =
        forced(b) ? set_last(slack, start, point(b), measure) : set(slack);
    Trial trial;
    trial.hopeless = (line.overfull && is_hopeless(slack, b, measure)) ||
                     b - from.point > kMostBreakpoints;
    trial.accepted = !line.overfull || from.point + 1 == b;
    if (!trial.accepted) return trial;

    trial.ratio = line.ratio;
    trial.letter_fit = line.letter_fit;
    trial.cost = from.cost + line.cost + break_cost_;
    if (point(b).kind == ItemKind::Hyphen) {
      const unsigned ladder = from.ladder + 1U;
      trial.cost += ladder_cost(ladder, costs_);
      trial.ladder = static_cast<std::uint8_t>(std::min(ladder, 2U));
    }
    return trial;
  }

  [[nodiscard]] SetLine set(const Slack& slack) const {
    return setting_.alignment == Alignment::Justify
               ? justify(slack, found_.common_space, costs_)
               : set_ragged(slack, costs_);
  }

  [[nodiscard]] SetLine set_last(const Slack& slack, const Breakpoint& from,
                                 const Breakpoint& to, double measure) const {
    SetLine line;
    if (slack.room < -kWidthTolerance) line = set(slack);
    // A lone word after a forced break was asked for.
    if (from.kind != ItemKind::ForcedBreak) {
      line.cost += last_line_cost(from, to, measure, costs_);
    }
    return line;
  }

  // Later lines from the same start are wider, but for the hyphen of this one
  // and for what hangs out of the later one.
  [[nodiscard]] bool is_hopeless(const Slack& slack, std::uint32_t b,
                                 double measure) const {
    const double least = slack.natural - static_cast<double>(point(b).mark) -
                         found_.largest_hang_right;
    const double given = costs_.space_shrink * slack.space +
                         costs_.letter_fit_limit * slack.natural;
    return least - given > measure + kWidthTolerance;
  }

  // tex.web, sections 851 and 854: a line is refused above the tolerance,
  // except that the last active node is never lost without a successor.
  Trial try_tex_line(std::size_t i, std::uint32_t b) {
    const Node& from = nodes_[i];
    const Breakpoint& start = point(from.point);
    const Slack slack = slack_of(start, point(b), measure_of(from.line));
    const TexLine line = judge_tex_line(slack, forced(b), costs_);
    Trial trial;
    trial.hopeless = line.overfull || forced(b);
    const bool rescue =
        trial.hopeless && candidates_.empty() && nodes_.active() == 1;
    trial.accepted = rescue || line.badness <= costs_.tolerance;
    if (!trial.accepted) return trial;

    if (slack.space > 0 && !(forced(b) && slack.room > 0)) {
      trial.ratio = std::max(slack.room / slack.space, -costs_.space_shrink);
    }
    trial.fitness = line.fitness;
    trial.cost = from.cost;
    if (rescue) return trial;
    trial.cost += tex_demerits(line.badness, point(b), costs_) +
                  tex_neighbour_demerits(from, b, line.fitness);
    trial.accepted = trial.cost <= kAwfulDemerits;
    return trial;
  }

  // tex.web, section 859.
  [[nodiscard]] double tex_neighbour_demerits(const Node& from, std::uint32_t b,
                                              Fitness fitness) const {
    double demerits = 0;
    if (point(from.point).kind == ItemKind::Hyphen) {
      if (final(b)) demerits += costs_.final_hyphen_demerits;
      if (point(b).kind == ItemKind::Hyphen) {
        demerits += costs_.double_hyphen_demerits;
      }
    }
    const int step = static_cast<int>(fitness) - static_cast<int>(from.fitness);
    return std::abs(step) > 1 ? demerits + costs_.adj_demerits : demerits;
  }

  /// True when the line becomes the best one to end here in its state.
  bool offer(std::size_t i, std::uint32_t b, const Trial& trial) {
    Node node;
    node.cost = trial.cost;
    node.line = nodes_[i].line + 1;
    node.fitness = trial.fitness;
    node.ladder = trial.ladder;
    Node* rival = nullptr;
    for (Node& each : candidates_) {
      if (same_state(each, node)) rival = &each;
      if (is_better_start(each, node)) return false;
    }
    // Among equals the Even model keeps the first, TeX the last.
    const auto loses = [&] {
      return rival != nullptr &&
             (tex_ ? node.cost > rival->cost : node.cost >= rival->cost);
    };
    if (loses()) return false;
    node.point = b;
    node.previous = static_cast<std::uint32_t>(i);
    node.ratio = trial.ratio;
    node.letter_fit = trial.letter_fit;
    if (rivers_ && !forced(b)) {
      add_rivers(node);
      if (loses()) return false;
    }
    if (rival != nullptr) {
      *rival = node;
    } else {
      insert_candidate(node);
    }
    return true;
  }

  /// TeX lists the nodes of a breakpoint by line and fitness.
  void insert_candidate(const Node& node) {
    const auto before = [&](const Node& a, const Node& b) {
      return line_class(a) != line_class(b) ? line_class(a) < line_class(b)
                                            : a.fitness < b.fitness;
    };
    candidates_.push_back(node);
    for (std::size_t i = candidates_.size() - 1;
         i > 0 && before(candidates_[i], candidates_[i - 1]); --i) {
      std::swap(candidates_[i], candidates_[i - 1]);
    }
  }

  [[nodiscard]] std::uint32_t line_class(const Node& node) const {
    return std::min(node.line, numbered_);
  }

  [[nodiscard]] bool same_state(const Node& a, const Node& b) const {
    return a.fitness == b.fitness && a.ladder == b.ladder &&
           line_class(a) == line_class(b);
  }

  /// A shorter ladder for no more: whatever follows costs no more either.
  [[nodiscard]] bool is_better_start(const Node& rival,
                                     const Node& node) const {
    return rival.ladder < node.ladder && rival.cost <= node.cost &&
           line_class(rival) == line_class(node);
  }

  [[nodiscard]] GapLine gap_line(const Node& node) const {
    const Breakpoint& start = point(nodes_[node.previous].point);
    return {start.start.gaps, point(node.point).end.gaps,
            &start.start,     node.ratio,
            node.letter_fit,  node.linked};
  }

  void add_rivers(Node& node) const {
    const Node& above = nodes_[node.previous];
    if (above.point == 0 || forced(above.point)) return;
    GapLine line = gap_line(node);
    const RiverCount count = follow_rivers(found_.gaps, gap_line(above), line);
    node.linked = line.linked;
    node.cost += costs_.river * count.rivers + costs_.river_link * count.links;
  }

  /// True when no line from a later node than `i` can win at `b`: such lines
  /// are looser, and looser lines are never cheaper.
  [[nodiscard]] bool rest_is_dearer(std::size_t i, std::uint32_t b) const {
    if (tex_ || forced(b) || nodes_.early() > 0) return false;
    Slack slack =
        slack_of(point(nodes_[i].point), point(b), measure_.back().value());
    slack.room -= found_.largest_hang_left;
    double least = break_cost_;
    if (setting_.alignment == Alignment::Start) {
      if (slack.room > 0) least += set_ragged(slack, costs_).cost;
    } else {
      const double room = slack.room - costs_.letter_fit_limit * slack.natural;
      const double base = space_base(slack, found_.common_space);
      if (room > 0) least += space_cost(room / base, costs_);
    }
    least += nodes_.least_cost();
    // A second hyphen in a row is no better a start than a first one.
    return std::any_of(candidates_.begin(), candidates_.end(),
                       [&](const Node& each) {
                         return each.ladder < 2 && each.cost <= least;
                       });
  }

  void keep_candidates() {
    for (const Node& each : candidates_) {
      if (is_worth_keeping(each)) nodes_.push(each);
    }
  }

  [[nodiscard]] bool is_worth_keeping(const Node& node) const {
    return std::none_of(
        candidates_.begin(), candidates_.end(), [&](const Node& rival) {
          const bool same_line = line_class(rival) == line_class(node);
          const bool too_dear = node.cost > rival.cost + costs_.adj_demerits;
          return is_better_start(rival, node) ||
                 (tex_ && same_line && too_dear) ||
                 (setting_.looseness != 0 && rival.cost < node.cost &&
                  is_too_far(node, rival));
        });
  }

  // Of a paragraph that is wanted n lines longer, no part need be more than a
  // line further off than that.
  [[nodiscard]] bool is_too_far(const Node& node, const Node& rival) const {
    const auto line = static_cast<std::int64_t>(node.line);
    const auto rival_line = static_cast<std::int64_t>(rival.line);
    return std::abs(line - rival_line) > std::abs(setting_.looseness) + 1;
  }

  /// The cheapest end, or the cheapest of those nearest to the wanted number of
  /// lines.
  [[nodiscard]] std::size_t choose_end() const {
    std::size_t best = nodes_.head();
    for (std::size_t i = best; i < nodes_.size(); ++i) {
      if (nodes_[i].cost < nodes_[best].cost) best = i;
    }
    if (setting_.looseness == 0) return best;
    const auto wanted =
        static_cast<std::int64_t>(nodes_[best].line) + setting_.looseness;
    const auto off = [&](std::size_t i) {
      return std::abs(static_cast<std::int64_t>(nodes_[i].line) - wanted);
    };
    for (std::size_t i = nodes_.head(); i < nodes_.size(); ++i) {
      const bool nearer = off(i) < off(best);
      const bool cheaper = nodes_[i].cost < nodes_[best].cost;
      if (nearer || (off(i) == off(best) && cheaper)) best = i;
    }
    return best;
  }

  [[nodiscard]] Lines trace(std::size_t end) const {
    Lines result;
    result.cost = nodes_[end].cost;
    result.lines.resize(nodes_[end].line);
    for (std::size_t i = end; nodes_[i].line > 0; i = nodes_[i].previous) {
      const Node& node = nodes_[i];
      Line& line = result.lines[node.line - 1];
      line =
          line_between(point(nodes_[node.previous].point), point(node.point));
      line.ratio = node.ratio;
      line.letter_fit = Em(node.letter_fit);
    }
    return result;
  }

  const Setting& setting_;
  const BreakCosts& costs_;
  bool tex_;
  std::span<const Em> measure_;
  Breakpoints found_;
  std::uint32_t numbered_;
  bool rivers_;
  ActiveList nodes_;
  std::vector<Node> candidates_;  // At the breakpoint at hand, one per state.
  double break_cost_ = 0;
};

}  // namespace

Lines break_optimal(std::span<const Item> items, std::span<const Em> measure,
                    const Setting& setting) {
  assert(!measure.empty());
  if (items.empty()) return {};
  return OptimalBreaker(items, measure, setting).run();
}

}  // namespace broadsheet
