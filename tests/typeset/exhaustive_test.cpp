// The slow twin: every set of breaks of a short paragraph, costed line by line
// from the items, without running totals, without pruning.
#include <functional>
#include <limits>
#include <optional>
#include <random>

#include "plain_paragraph.h"
#include "support/catch.h"

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

struct TwinLine {
  double width = 0;
  double space = 0;
  double letters = 0;
  int gaps = 0;
};

class Twin {
 public:
  Twin(std::span<const Item> items, std::span<const Em> measure,
       const Setting& setting)
      : items_(items), measure_(measure), setting_(setting) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (is_legal(i)) legal_.push_back(i);
      if (items[i].kind == ItemKind::Glue && common_space_ == 0) {
        common_space_ = items[i].width.value();
      }
      if (items[i].kind == ItemKind::NoBreakGlue && common_space_ == 0) {
        common_space_ = items[i].width.value();
      }
    }
    if (common_space_ == 0) common_space_ = 0.25;
  }

  [[nodiscard]] std::size_t breakpoints() const { return legal_.size(); }

  /// Least cost of all break sets.
  double least() {
    best_ = std::numeric_limits<double>::infinity();
    extend(0, 0, 0, 0, false);
    return best_;
  }

  /// Cost of one break set, or nothing if it overflows where it need not.
  [[nodiscard]] std::optional<double> cost_of(const Lines& lines) const {
    double cost = 0;
    int ladder = 0;
    std::size_t from = 0;
    bool after_hyphen = false;
    for (std::size_t i = 0; i < lines.lines.size(); ++i) {
      std::size_t to = 0;
      while (legal_[to] != lines.lines[i].end) ++to;
      const auto line = line_cost(from, to, i, after_hyphen);
      if (!line) return std::nullopt;
      after_hyphen = items_[legal_[to]].kind == ItemKind::Hyphen;
      ladder = after_hyphen ? ladder + 1 : 0;
      cost += *line + rung(ladder);
      from = to + 1;
    }
    return cost;
  }

 private:
  [[nodiscard]] bool is_text(std::size_t i) const {
    return items_[i].kind == ItemKind::Box ||
           items_[i].kind == ItemKind::NoBreakGlue;
  }

  /// The paragraphs made here hold no soft items side by side.
  [[nodiscard]] bool is_legal(std::size_t i) const {
    if (items_[i].kind == ItemKind::ForcedBreak) return true;
    return !is_text(i) && i > 0 && is_text(i - 1) && is_text(i + 1);
  }

  [[nodiscard]] std::size_t begin_of(std::size_t from) const {
    std::size_t i = from == 0 ? 0 : legal_[from - 1] + 1;
    while (!is_text(i) && items_[i].kind != ItemKind::ForcedBreak) ++i;
    return i;
  }

  [[nodiscard]] TwinLine gather(std::size_t begin, std::size_t breaker) const {
    TwinLine line;
    std::size_t end = breaker;
    while (end > begin && !is_text(end - 1)) --end;
    for (std::size_t i = begin; i < end; ++i) {
      const ItemKind kind = items_[i].kind;
      if (kind == ItemKind::Hyphen || kind == ItemKind::Penalty) continue;
      line.width += items_[i].width.value();
      line.letters += items_[i].letters;
      if (kind == ItemKind::Box) continue;
      line.space += items_[i].width.value();
      ++line.gaps;
    }
    const Item& last = items_[breaker];
    const bool shown = last.kind == ItemKind::Hyphen && last.width.value() > 0;
    if (shown) line.width += last.width.value() - last.hang_right.value();
    if (end == begin) return line;
    if (items_[begin].kind == ItemKind::Box) {
      line.width -= items_[begin].hang_left.value();
    }
    if (!shown) line.width -= items_[end - 1].hang_right.value();
    return line;
  }

  /// Cost of spaces, by its definition in BreakCosts.
  [[nodiscard]] double spaces(double ratio) const {
    const BreakCosts& c = setting_.costs;
    const auto square = [&](double r) {
      const double hole = r > c.hole_from ? r - c.hole_from : 0;
      return r * r + c.hole * hole * hole;
    };
    if (ratio <= c.hopeless_from) return square(ratio);
    const double hole = std::max(0.0, c.hopeless_from - c.hole_from);
    return square(c.hopeless_from) + (2 * c.hopeless_from + 2 * c.hole * hole) *
                                         (ratio - c.hopeless_from);
  }

  /// Cheapest letter-fit by trying each step; nothing if too wide.
  [[nodiscard]] std::optional<double> justified(const TwinLine& line,
                                                double measure) const {
    const BreakCosts& c = setting_.costs;
    const double base = std::max(line.space, common_space_);
    const double limit = c.letter_fit_limit * line.width;
    std::optional<double> best;
    for (int step = -40; step <= 40; ++step) {
      const double gain = step * c.letter_fit_step.value() * line.letters;
      if (step != 0 && (gain == 0 || std::fabs(gain) > limit + 1e-9)) continue;
      const double room = measure - line.width - gain;
      if (room < -c.space_shrink * line.space - 1e-7) continue;
      double cost = spaces(room / base);
      if (step != 0) {
        cost += c.letter_fit * (gain / limit) * (gain / limit);
        cost += c.letter_fit_use;
      }
      if (!best || cost < *best) best = cost;
    }
    return best;
  }

  [[nodiscard]] double overfull(const TwinLine& line, double measure) const {
    const BreakCosts& c = setting_.costs;
    if (setting_.alignment == Alignment::Start) {
      return c.overfull * (1 + line.width - measure);
    }
    const double steps =
        line.letters > 0
            ? std::floor(c.letter_fit_limit * line.width /
                             c.letter_fit_step.value() / line.letters +
                         1e-9)
            : 0;
    const double gain = steps * c.letter_fit_step.value() * line.letters;
    return c.overfull *
           (1 + line.width - gain - c.space_shrink * line.space - measure);
  }

  [[nodiscard]] std::optional<double> spread(const TwinLine& line,
                                             double measure, bool last) const {
    if (last && line.width <= measure + 1e-7) return 0;
    if (setting_.alignment == Alignment::Justify)
      return justified(line, measure);
    if (line.width > measure + 1e-7) return std::nullopt;
    const double share =
        (measure - line.width) / setting_.costs.ragged_room.value();
    return share * share;
  }

  [[nodiscard]] std::optional<double> line_cost(std::size_t from,
                                                std::size_t to,
                                                std::size_t number,
                                                bool after_hyphen) const {
    const BreakCosts& c = setting_.costs;
    const double measure =
        measure_[std::min(number, measure_.size() - 1)].value();
    const Item& breaker = items_[legal_[to]];
    const bool last = breaker.kind == ItemKind::ForcedBreak;
    const TwinLine line = gather(begin_of(from), legal_[to]);
    std::optional<double> cost = spread(line, measure, last);
    if (!cost && from == to) cost = overfull(line, measure);
    if (!cost) return std::nullopt;
    *cost += static_cast<double>(breaker.penalty);
    if (breaker.kind == ItemKind::Hyphen) *cost += hyphen(legal_[to]);
    const bool starts_afresh =
        from > 0 && items_[legal_[from - 1]].kind == ItemKind::ForcedBreak;
    if (last && from > 0 && !starts_afresh) {
      if (line.gaps == 0) {
        *cost += line.width < c.long_word.value() ? c.runt : c.long_runt;
      }
      if (line.width < c.short_last_share * measure) *cost += c.short_last;
      if (after_hyphen) *cost += c.hyphen_before_last;
    }
    return cost;
  }

  [[nodiscard]] double hyphen(std::size_t i) const {
    const BreakCosts& c = setting_.costs;
    const auto in_word = [&](std::size_t k) {
      return items_[k].kind == ItemKind::Box ||
             items_[k].kind == ItemKind::Hyphen;
    };
    double before = 0;
    double after = 0;
    for (std::size_t k = i; k > 0 && in_word(k - 1); --k) {
      before += items_[k - 1].letters;
    }
    for (std::size_t k = i; in_word(k); ++k) after += items_[k].letters;
    const double missing = c.hyphen_edge_letters - std::min(before, after);
    return c.hyphen + (missing > 0 ? c.hyphen_edge * missing : 0);
  }

  [[nodiscard]] double rung(int ladder) const {
    if (ladder < 2) return 0;
    return ladder == 2 ? setting_.costs.hyphen_ladder
                       : setting_.costs.hyphen_long_ladder;
  }

  void extend(std::size_t from, std::size_t number, double cost, int ladder,
              bool after_hyphen) {
    if (from == legal_.size()) {
      best_ = std::min(best_, cost);
      return;
    }
    for (std::size_t to = from; to < legal_.size(); ++to) {
      const auto line = line_cost(from, to, number, after_hyphen);
      const ItemKind kind = items_[legal_[to]].kind;
      if (line) {
        const int rungs = kind == ItemKind::Hyphen ? ladder + 1 : 0;
        extend(to + 1, number + 1, cost + *line + rung(rungs), rungs,
               kind == ItemKind::Hyphen);
      }
      if (kind == ItemKind::ForcedBreak) break;
    }
  }

  std::span<const Item> items_;
  std::span<const Em> measure_;
  const Setting& setting_;
  std::vector<std::size_t> legal_;
  double common_space_ = 0;
  double best_ = 0;
};

using Random = std::mt19937;

int pick(Random& random, int least, int most) {
  return std::uniform_int_distribution<int>(least, most)(random);
}

/// Short words, some with hyphenation points and marks that hang.
std::string random_text(Random& random) {
  std::string text;
  int breaks = 0;
  const int words = pick(random, 1, 10);
  for (int i = 0; i < words && breaks < 12; ++i, ++breaks) {
    if (i > 0) text += std::string("      _/")[pick(random, 0, 6 + i % 2)];
    if (pick(random, 0, 9) == 0) text += '"';
    text += std::string(static_cast<std::size_t>(pick(random, 1, 6)), 'a');
    while (breaks < 12 && pick(random, 0, 2) == 0) {
      text += pick(random, 0, 4) == 0 ? '^' : '~';
      text += std::string(static_cast<std::size_t>(pick(random, 1, 4)), 'b');
      ++breaks;
    }
    if (pick(random, 0, 3) == 0) text += ',';
  }
  return text;
}

std::vector<Em> random_measure(Random& random) {
  std::vector<Em> measure;
  const int widths = pick(random, 0, 3) == 0 ? pick(random, 2, 4) : 1;
  for (int i = 0; i < widths; ++i) {
    measure.push_back(Em(pick(random, 4, 60) / 2.0));
  }
  return measure;
}

Setting random_setting(Random& random) {
  Setting setting;
  BreakCosts& costs = setting.costs;
  costs.river = 0;
  costs.river_link = 0;
  costs.fit_contrast = 0;
  if (pick(random, 0, 3) == 0) setting.alignment = Alignment::Start;
  if (pick(random, 0, 1) == 0) costs.letter_fit_limit = 0;
  costs.hyphen = pick(random, 0, 4) * 0.25;
  costs.hyphen_ladder = pick(random, 0, 2);
  costs.runt = pick(random, 0, 2) * 3;
  costs.long_runt = pick(random, 0, 2);
  costs.hopeless_from = pick(random, 1, 3);
  return setting;
}

}  // namespace

TEST_CASE("optimal: no set of breaks is cheaper, on 20,000 random paragraphs",
          "[typeset]") {
  Random random(5);
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = random_text(random);
    std::vector<Item> items = plain_paragraph(text);
    for (Item& item : items) {
      if (item.kind == ItemKind::Glue && pick(random, 0, 9) == 0) {
        item.penalty = 0.5F;
      }
    }
    const std::vector<Em> measure = random_measure(random);
    const Setting setting = random_setting(random);
    const Lines lines = break_optimal(items, measure, setting);
    Twin twin(items, measure, setting);
    const double least = twin.least();
    const auto cost = twin.cost_of(lines);
    const bool agree = cost && std::fabs(*cost - least) < 1e-6 * (1 + least) &&
                       std::fabs(lines.cost - least) < 1e-6 * (1 + least);
    if (agree) continue;
    std::string widths;
    for (const Em each : measure) widths += std::to_string(each.value()) + ' ';
    CAPTURE(round, text, widths, setting.costs.letter_fit_limit,
            setting.costs.hopeless_from, least, lines.cost, cost.value_or(-1));
    CAPTURE(setting.costs.hyphen, setting.alignment == Alignment::Start);
    INFO(show_lines(text, lines));
    CHECK(agree);
    return;
  }
}

TEST_CASE("optimal: with rivers on, the result is never below the least cost",
          "[typeset]") {
  Random random(6);
  for (int round = 0; round < 2'000; ++round) {
    const std::string text = random_text(random);
    const std::vector<Item> items = plain_paragraph(text);
    const std::vector<Em> measure = random_measure(random);
    Setting setting = random_setting(random);
    Twin twin(items, measure, setting);
    const double least = twin.least();
    setting.costs.river = 0.5;
    setting.costs.river_link = 0.1;
    const Lines lines = break_optimal(items, measure, setting);
    INFO(show_lines(text, lines));
    CHECK(twin.cost_of(lines).value_or(-1) >= least - 1e-6 * (1 + least));
    CHECK(lines.cost >= least - 1e-6 * (1 + least));
  }
}
