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

constexpr double kNoLimit = std::numeric_limits<double>::infinity();
/// Lines to one breakpoint whose rivers are followed. So many that cost about
/// the same are found only in text of no width.
constexpr std::size_t kMostTrials = 32;

/// What becomes of a line from an active node to the breakpoint at hand.
struct Trial {
  std::size_t from = 0;
  double cost = 0;  // Of the paragraph up to here, rivers left out.
  double ratio = 0;
  double letter_fit = 0;
  Fitness fitness = Fitness::Decent;
  std::uint8_t ladder = 0;
  bool accepted = false;
  bool dear = false;      // Some other line ends here for less.
  bool hopeless = false;  // No later line can start at that node either.
};

class OptimalBreaker {
 public:
  OptimalBreaker(const Breakpoints& found, std::span<const Em> measure,
                 const Setting& setting)
      : setting_(setting),
        costs_(setting.costs),
        tex_(costs_.model == CostModel::Tex),
        measure_(measure),
        found_(found),
        // A line is known by its number only where the number matters.
        numbered_(setting.looseness != 0
                      ? std::numeric_limits<std::uint32_t>::max()
                      : static_cast<std::uint32_t>(measure.size() - 1)),
        rivers_(!tex_ && !found_.gaps.width.empty() &&
                setting.alignment == Alignment::Justify &&
                (costs_.river > 0 || costs_.river_link > 0)),
        margin_(rivers_ ? costs_.river : 0),
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
    trials_.clear();
    break_cost_ = tex_ ? 0 : break_cost(point(b), costs_);
    worth_ = kNoLimit;
    prunable_ = !tex_ && !forced(b) && nodes_.early() == 0;
    for (std::size_t i = nodes_.head(); i < nodes_.size(); ++i) {
      if (nodes_[i].dropped) continue;
      const Trial trial = tex_ ? try_tex_line(i, b) : try_line(i, b);
      if (trial.hopeless) nodes_.drop(i);
      if (trial.accepted) take(trial, b);
      if (trial.dear && rest_is_dearer(i, b)) break;
      if (prunable_ && trials_.size() >= kMostTrials) break;
    }
    if (!trials_.empty()) offer(trials_[cheapest_], b);
    for (std::size_t i = 0; i < trials_.size(); ++i) {
      if (i != cheapest_) offer(trials_[i], b);
    }
    if (forced(b)) nodes_.clear();
    for (const Node& each : candidates_) {
      if (is_worth_keeping(each)) nodes_.push(each);
    }
    nodes_.advance();
  }

  /// Offers the line, or puts it aside until all are known: rivers are followed
  /// of the cheapest first, so that few lines are followed in vain.
  void take(const Trial& trial, std::uint32_t b) {
    // A second hyphen in a row is no better a start than a first one.
    if (prunable_ && trial.ladder < 2) {
      worth_ = std::min(worth_, trial.cost + margin_);
    }
    if (!rivers_ || !prunable_) {
      offer(trial, b);
      return;
    }
    if (trials_.empty() || trial.cost < trials_[cheapest_].cost) {
      cheapest_ = trials_.size();
    }
    trials_.push_back(trial);
  }

  Trial try_line(std::size_t i, std::uint32_t b) {
    const Node& from = nodes_[i];
    const Breakpoint& start = point(from.point);
    const double measure = measure_of(from.line);
    const Slack slack = slack_of(start, point(b), measure);
    const double inverse = inverse_base(slack, found_.common_space);
    Trial trial;
    if (is_too_dear(from.cost + least_cost(slack, inverse))) {
      trial.dear = true;
      return trial;
    }
    const EvenLine line = forced(b) ? set_last(slack, start, point(b), measure)
                                    : set(slack, inverse);
    trial.hopeless = (line.overfull && is_hopeless(slack, b, measure)) ||
                     b - from.point > kMostBreakpoints;
    trial.accepted = !line.overfull || from.point + 1 == b;
    if (!trial.accepted) return trial;

    trial.from = i;
    trial.ratio = line.ratio;
    trial.letter_fit = line.letter_fit;
    trial.cost = from.cost + line.cost + break_cost_ +
                 fit_contrast_cost(from.letter_fit, line.letter_fit, costs_);
    if (point(b).kind == ItemKind::Hyphen) {
      const unsigned ladder = from.ladder + 1U;
      trial.cost += ladder_cost(ladder, costs_);
      trial.ladder = static_cast<std::uint8_t>(std::min(ladder, 2U));
    }
    trial.dear = is_too_dear(trial.cost);
    return trial;
  }

  [[nodiscard]] EvenLine set(const Slack& slack, double inverse) const {
    return setting_.alignment == Alignment::Justify
               ? justify(slack, inverse, costs_)
               : set_ragged(slack, costs_);
  }

  [[nodiscard]] EvenLine set_last(const Slack& slack, const Breakpoint& from,
                                  const Breakpoint& to, double measure) const {
    EvenLine line;
    if (slack.room < -kWidthTolerance) {
      line = set(slack, inverse_base(slack, found_.common_space));
    }
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

    trial.from = i;
    if (slack.space > 0 && !(forced(b) && slack.room > 0)) {
      trial.ratio = std::max(slack.room / slack.space, -costs_.space_shrink);
    }
    trial.fitness = line.fitness;
    trial.cost = from.cost;
    if (rescue) return trial;
    trial.cost +=
        tex_demerits(line.badness, point(b), costs_) +
        tex_neighbour_demerits({start.kind, from.fitness},
                               {point(b).kind, line.fitness}, final(b), costs_);
    trial.accepted = trial.cost <= kAwfulDemerits;
    return trial;
  }

  /// Keeps the line if it is the best one to end here in its state.
  void offer(const Trial& trial, std::uint32_t b) {
    Node node;
    node.cost = trial.cost;
    node.line = nodes_[trial.from].line + 1;
    node.fitness = trial.fitness;
    node.ladder = trial.ladder;
    Node* rival = nullptr;
    for (Node& each : candidates_) {
      if (same_state(each, node)) rival = &each;
      if (is_better_start(each, node)) return;
    }
    // Among equals the Even model keeps the first, TeX the last.
    const auto loses = [&] {
      return rival != nullptr &&
             (tex_ ? node.cost > rival->cost : node.cost >= rival->cost);
    };
    if (loses()) return;
    node.point = b;
    node.previous = static_cast<std::uint32_t>(trial.from);
    node.ratio = trial.ratio;
    node.letter_fit = trial.letter_fit;
    if (rivers_ && !forced(b)) {
      add_rivers(node);
      if (loses()) return;
    }
    if (rival != nullptr) {
      *rival = node;
    } else {
      insert_candidate(node);
    }
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

  void add_rivers(Node& node) {
    const Node& above = nodes_[node.previous];
    if (above.point == 0 || forced(above.point)) return;
    const GapRow& row =
        rows_.row_of(node.previous, found_.gaps, gap_line(above));
    GapLine line = gap_line(node);
    const RiverCount count = row.follow(found_.gaps, line);
    node.linked = line.linked;
    node.cost += costs_.river * count.rivers + costs_.river_link * count.links;
  }

  /// Never before some line is known to end here, whatever that one costs.
  [[nodiscard]] bool is_too_dear(double cost) const {
    return prunable_ && worth_ < kNoLimit && cost >= worth_;
  }

  /// No line of this slack that ends at the breakpoint at hand costs less, nor
  /// any looser one.
  [[nodiscard]] double least_cost(const Slack& slack, double inverse) const {
    return break_cost_ + (setting_.alignment == Alignment::Justify
                              ? least_justified_cost(slack, inverse, costs_)
                              : least_ragged_cost(slack, costs_));
  }

  /// True when no line from a later node than `i` can win at `b`: such lines
  /// are looser, but for what their first item may hang.
  [[nodiscard]] bool rest_is_dearer(std::size_t i, std::uint32_t b) const {
    Slack slack =
        slack_of(point(nodes_[i].point), point(b), measure_.back().value());
    slack.room -= found_.largest_hang_left;
    const double inverse = inverse_base(slack, found_.common_space);
    return is_too_dear(nodes_.least_cost_after(i) + least_cost(slack, inverse));
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
  const Breakpoints& found_;
  std::uint32_t numbered_;
  bool rivers_;
  double margin_;  // What rivers may add to the cheapest of rivals.
  ActiveList nodes_;
  GapRows rows_;  // Of the lines that end at nodes.

  // At the breakpoint at hand:
  std::vector<Trial> trials_;     // Lines put aside, as they were found.
  std::size_t cheapest_ = 0;      // Of those.
  std::vector<Node> candidates_;  // The best line of each state.
  double break_cost_ = 0;
  double worth_ = kNoLimit;  // Lines that cost this cannot win.
  bool prunable_ = false;
};

}  // namespace

// Inlined into code that is built for size it would be built so too.
[[gnu::noinline]] Lines break_optimal(const Breakpoints& found,
                                      std::span<const Em> measure,
                                      const Setting& setting) {
  assert(!measure.empty());
  if (found.points.empty()) return {};
  return OptimalBreaker(found, measure, setting).run();
}

}  // namespace broadsheet
