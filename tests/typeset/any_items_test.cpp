// Whatever the items, every breaker returns lines that hold them all.
#include <random>
#include <sstream>

#include "plain_paragraph.h"
#include "support/catch.h"
#include "typeset/quality.h"

using namespace broadsheet;

namespace {

using Random = std::mt19937;

int pick(Random& random, int least, int most) {
  return std::uniform_int_distribution<int>(least, most)(random);
}

Em random_width(Random& random) {
  constexpr double kWidths[] = {0, 0, 0.25, 0.5, 1, 1, 2, 3, 7, 1e9, 1e200};
  return Em(kWidths[pick(random, 0, pick(random, 0, 9) == 0 ? 10 : 8)]);
}

std::vector<Item> random_items(Random& random) {
  std::vector<Item> items(static_cast<std::size_t>(pick(random, 0, 30)));
  std::uint32_t offset = 0;
  for (Item& item : items) {
    const int kind = pick(random, 0, 12);
    item.kind = kind > 5 ? ItemKind::Box : static_cast<ItemKind>(kind);
    item.width = random_width(random);
    item.offset = offset++;
    if (item.kind == ItemKind::Box) {
      item.letters = static_cast<std::uint32_t>(pick(random, 0, 9));
    }
    if (pick(random, 0, 5) == 0) item.hang_left = random_width(random);
    if (pick(random, 0, 5) == 0) item.hang_right = random_width(random);
    item.penalty = static_cast<float>(pick(random, 0, 3));
  }
  if (!items.empty()) items.back().kind = ItemKind::ForcedBreak;
  return items;
}

bool is_soft(const Item& item) {
  return item.kind != ItemKind::Box && item.kind != ItemKind::NoBreakGlue &&
         item.kind != ItemKind::ForcedBreak;
}

/// What is wrong with `lines`, or nothing.
std::string fault_of(const std::vector<Item>& items, const Lines& lines) {
  std::size_t next = 0;
  for (const Line& line : lines.lines) {
    for (; next < line.begin; ++next) {
      if (!is_soft(items[next])) return "text left out before a line";
    }
    if (line.begin > line.end) return "a line ends before it begins";
    if (line.end >= items.size()) return "a line ends past the items";
    for (std::size_t i = line.begin; i < line.end; ++i) {
      if (items[i].kind == ItemKind::ForcedBreak) return "a forced break lost";
    }
    const ItemKind kind = items[line.end].kind;
    if (kind == ItemKind::Box || kind == ItemKind::NoBreakGlue) {
      return "a line ends where none may";
    }
    if (!(line.ratio >= -1)) return "spaces of negative width";
    next = line.end + 1;
  }
  return next == items.size() ? "" : "items left out at the end";
}

std::string show(const std::vector<Item>& items, const Lines& lines) {
  constexpr const char* kNames[] = {"box",     "glue",   "nbsp",
                                    "penalty", "hyphen", "forced"};
  std::ostringstream out;
  for (const Item& item : items) {
    out << kNames[static_cast<int>(item.kind)] << ' ' << item.width.value()
        << ", ";
  }
  out << "\nlines";
  for (const Line& line : lines.lines) {
    out << " [" << line.begin << ' ' << line.end << ')';
  }
  return out.str();
}

}  // namespace

TEST_CASE("breakers: no item is lost, whatever the items", "[typeset]") {
  Random random(8);
  for (int round = 0; round < 20'000; ++round) {
    const std::vector<Item> items = random_items(random);
    std::vector<Em> measure(static_cast<std::size_t>(pick(random, 1, 3)));
    for (Em& width : measure) width = Em(pick(random, 0, 20) / 2.0);
    Setting setting;
    setting.looseness = pick(random, -1, 1);
    if (pick(random, 0, 2) == 0) setting.alignment = Alignment::Start;
    Setting tex = setting;
    tex.costs = tex_costs();

    QualityTally tally(0.25_em, 16_px);
    for (const Lines& lines : {break_first_fit(items, measure),
                               break_optimal(items, measure, setting),
                               break_optimal(items, measure, tex),
                               break_balanced(items, measure[0])}) {
      const std::string fault = fault_of(items, lines);
      tally.add({items, lines, measure, u""});
      if (fault.empty()) continue;
      INFO(show(items, lines));
      CHECK(fault == "");
      return;
    }
  }
}
