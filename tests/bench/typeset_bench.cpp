// Sets French at four widths in 18 px Liberation Serif and prints the quality
// report beside the goals, and the time for one paragraph of all words.
//
//   node tests/bench/typeset_texts.mjs
//   scripts/cmake-build.sh release typeset_bench
//   build/release/tests/bench/typeset_bench [long|article|mixed]
//   [constant=value…]
//
// `mixed` is many texts of the same sentences, and prints how many of them miss
// each goal.
//
// Any constant of BreakCosts can be tried: that is how they were chosen.
#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <map>
#include <string>
#include <vector>

#include "french_text.h"
#include "typeset/break_lines.h"
#include "typeset/quality.h"

using namespace broadsheet;
using namespace broadsheet::bench;

namespace {

constexpr Px kFontSize = 18_px;
constexpr Em kSpace = 0.25_em;  // Liberation Serif.

struct Goal {
  double width_px;
  double msd;
  double hyphenated_pct;
  double worst;
};

/// As in typeset_texts.mjs.
constexpr int kMixedTexts = 40;

constexpr double kTightest = 0.67;
constexpr double kRivers = 4;
constexpr std::array<Goal, 4> kGoals = {{{320, 0.04, 24, 2.4},
                                         {480, 0.02, 12, 2.1},
                                         {640, 0.012, 6, 1.6},
                                         {800, 0.010, 4, 1.4}}};

const std::map<std::string, double BreakCosts::*> kConstants = {
    {"space_shrink", &BreakCosts::space_shrink},
    {"hole_from", &BreakCosts::hole_from},
    {"hole", &BreakCosts::hole},
    {"hopeless_from", &BreakCosts::hopeless_from},
    {"letter_fit_limit", &BreakCosts::letter_fit_limit},
    {"letter_fit", &BreakCosts::letter_fit},
    {"letter_fit_use", &BreakCosts::letter_fit_use},
    {"hyphen", &BreakCosts::hyphen},
    {"hyphen_edge", &BreakCosts::hyphen_edge},
    {"hyphen_ladder", &BreakCosts::hyphen_ladder},
    {"hyphen_before_last", &BreakCosts::hyphen_before_last},
    {"runt", &BreakCosts::runt},
    {"long_runt", &BreakCosts::long_runt},
    {"short_last", &BreakCosts::short_last},
    {"short_last_share", &BreakCosts::short_last_share},
    {"river", &BreakCosts::river},
    {"river_link", &BreakCosts::river_link},
};

/// False for an unknown name.
bool set_constant(BreakCosts& costs, const std::string& argument) {
  const std::size_t equals = argument.find('=');
  const auto found = kConstants.find(argument.substr(0, equals));
  if (found == kConstants.end()) return false;
  costs.*found->second = std::stod(argument.substr(equals + 1));
  return true;
}

void print_figure(double value, bool good, const char* format) {
  std::printf(format, value);
  std::printf(good ? "  " : "! ");
}

void print_row(const QualityReport& report, const Goal& goal, double fitted) {
  std::printf("%4.0f  %5zu  ", goal.width_px, report.lines);
  print_figure(report.msd, report.msd <= goal.msd, "%6.4f");
  print_figure(report.hyphenated_pct,
               report.hyphenated_pct <= goal.hyphenated_pct, "%6.1f");
  print_figure(report.worst, report.worst <= goal.worst, "%5.2f");
  print_figure(report.tightest, report.tightest >= kTightest, "%5.2f");
  const auto count = [](std::size_t n) { return static_cast<double>(n); };
  print_figure(count(report.longest_ladder), report.longest_ladder <= 2,
               "%6.0f");
  print_figure(count(report.runts), report.runts == 0, "%5.0f");
  print_figure(count(report.short_last), true, "%5.0f");
  print_figure(report.rivers_per_100, report.rivers_per_100 <= kRivers,
               "%6.1f");
  print_figure(count(report.bad_edges), report.bad_edges == 0, "%5.0f");
  print_figure(count(report.overfull), report.overfull == 0, "%4.0f");
  std::printf("%6.1f\n", fitted);
}

struct Quality {
  QualityReport report;
  double fitted = 0;  // Lines with letter-fit.
};

Quality quality_at(const Goal& goal, const std::vector<Paragraph>& paragraphs,
                   const Setting& setting) {
  const std::vector<Em> measure = {to_em(Px(goal.width_px), kFontSize)};
  QualityTally tally(kSpace, kFontSize);
  Quality quality;
  for (const Paragraph& each : paragraphs) {
    const Lines lines = break_optimal(each.items, measure, setting);
    tally.add({each.items, lines, measure, each.text});
    quality.fitted += static_cast<double>(
        std::count_if(lines.lines.begin(), lines.lines.end(),
                      [](const Line& l) { return l.letter_fit != 0_em; }));
  }
  quality.report = tally.report();
  return quality;
}

void print_quality(const std::vector<Paragraph>& paragraphs,
                   const Setting& setting) {
  std::puts(
      "  px  lines     msd   hyph%  worst  tight  ladder   runt  short  "
      "rivers  edges  over  fit%");
  for (const Goal& goal : kGoals) {
    const auto [report, fitted] = quality_at(goal, paragraphs, setting);
    print_row(report, goal, 100 * fitted / static_cast<double>(report.lines));
  }
  std::puts("goals: msd .04/.02/.012/.010, hyphenated 24/12/6/4 %,");
  std::puts("       worst 2.4/2.1/1.6/1.4, tightest .67, ladder 2, rivers 4");
}

/// How many of `texts` miss each goal, a row for each width.
void print_misses(const std::vector<std::vector<Paragraph>>& texts,
                  const Setting& setting) {
  std::printf("of %zu texts miss the goal:\n", texts.size());
  std::puts("  px    msd  hyph%  worst  tight  ladder  runt  rivers  edges");
  for (const Goal& goal : kGoals) {
    std::array<int, 8> misses{};
    for (const auto& text : texts) {
      const QualityReport report = quality_at(goal, text, setting).report;
      misses[0] += report.msd > goal.msd;
      misses[1] += report.hyphenated_pct > goal.hyphenated_pct;
      misses[2] += report.worst > goal.worst;
      misses[3] += report.tightest < kTightest;
      misses[4] += report.longest_ladder > 2;
      misses[5] += report.runts > 0;
      misses[6] += report.rivers_per_100 > kRivers;
      misses[7] += report.bad_edges > 0;
    }
    std::printf("%4.0f", goal.width_px);
    for (const int each : misses) std::printf("%7d", each);
    std::puts("");
  }
}

std::vector<Paragraph> read_text(const std::string& name) {
  const std::string root = BROADSHEET_ROOT;
  static const Advances advances =
      read_advances(root + "/tests/bench/liberation_serif.advances");
  return read_paragraphs(root + "/build/bench/typeset/" + name + ".txt",
                         advances);
}

std::vector<std::vector<Paragraph>> read_mixed() {
  std::vector<std::vector<Paragraph>> texts;
  for (int i = 0; i < kMixedTexts; ++i) {
    texts.push_back(read_text("mixed-" + std::to_string(i)));
  }
  return texts;
}

double cpu_ms() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return 1e3 * static_cast<double>(now.tv_sec) +
         1e-6 * static_cast<double>(now.tv_nsec);
}

void print_times(const Paragraph& paragraph, const Setting& setting) {
  constexpr std::size_t kRuns = 21;
  std::printf("\none paragraph of %zu items, median CPU of %zu:\n",
              paragraph.items.size(), kRuns);
  for (const Goal& goal : kGoals) {
    const std::vector<Em> measure = {to_em(Px(goal.width_px), kFontSize)};
    std::array<double, kRuns> times{};
    std::size_t lines = 0;
    for (double& time : times) {
      const double start = cpu_ms();
      lines += break_optimal(paragraph.items, measure, setting).lines.size();
      time = cpu_ms() - start;
    }
    std::sort(times.begin(), times.end());
    std::printf("%4.0f px  %5.2f ms  %zu lines\n", goal.width_px,
                times[kRuns / 2], lines / kRuns);
  }
}

}  // namespace

int main(int count, char** arguments) {
  Setting setting;
  std::string text = "long";
  for (const std::string& each :
       std::vector<std::string>(arguments + 1, arguments + count)) {
    if (each.find('=') == std::string::npos) {
      text = each;
    } else if (!set_constant(setting.costs, each)) {
      std::fprintf(stderr, "no constant in %s\n", each.c_str());
      return 2;
    }
  }
  if (text == "mixed") {
    print_misses(read_mixed(), setting);
    return 0;
  }
  const auto paragraphs = read_text(text);
  if (paragraphs.empty()) {
    std::fputs("no text: run node tests/bench/typeset_texts.mjs\n", stderr);
    return 1;
  }
  print_quality(paragraphs, setting);
  print_times(join(paragraphs), setting);
}
