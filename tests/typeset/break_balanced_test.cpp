#include <functional>
#include <random>

#include "plain_paragraph.h"
#include "support/catch.h"

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

std::string lines_of(std::string_view text, Em measure) {
  return show_lines(text, break_balanced(plain_paragraph(text), measure));
}

double squares(const Lines& lines, Em measure) {
  double sum = 0;
  for (const Line& line : lines.lines) {
    const double room = (measure - line.natural_width).value();
    sum += room * room;
  }
  return sum;
}

/// Least sum of squared rooms over all settings of `count` lines of words.
double least_squares(const std::vector<int>& words, int measure,
                     std::size_t count) {
  double best = 1e300;
  const std::function<void(std::size_t, std::size_t, double)> extend =
      [&](std::size_t from, std::size_t left, double sum) {
        if (from == words.size() && left == 0) best = std::min(best, sum);
        if (from == words.size() || left == 0) return;
        int width = -1;
        for (std::size_t to = from; to < words.size(); ++to) {
          width += 1 + words[to];
          if (width > measure) break;
          const double room = measure - width;
          extend(to + 1, left - 1, sum + room * room);
        }
      };
  extend(0, count, 0);
  return best;
}

}  // namespace

TEST_CASE("balanced: as few lines as first fit, then even ones", "[typeset]") {
  CHECK(lines_of("aaa bb cc dd ee", 12_em) == "aaa bb|cc dd ee");
  CHECK(lines_of("aa bb cc dd ee ff gg hh", 11_em) ==
        "aa bb cc dd|ee ff gg hh");
  CHECK(lines_of("aa bb", 12_em) == "aa bb");
}

TEST_CASE("balanced: any number of lines is balanced", "[typeset]") {
  CHECK(lines_of("aa bb cc dd ee ff gg hh ii jj kk ll mm", 11_em) ==
        "aa bb cc|dd ee ff|gg hh ii|jj kk ll mm");
}

TEST_CASE("balanced: a line ends elsewhere than after an article",
          "[typeset]") {
  const std::string text = "aaaaa bb le cccccc dd";
  std::vector<Item> items = plain_paragraph(text);
  CHECK(show_lines(text, break_balanced(items, 14_em)) ==
        "aaaaa bb le|cccccc dd");
  items[5].penalty = 1;
  CHECK(show_lines(text, break_balanced(items, 14_em)) ==
        "aaaaa bb|le cccccc dd");
}

TEST_CASE("balanced: a word wider than the measure overflows alone",
          "[typeset]") {
  CHECK(lines_of("a wideword b", 3_em) == "a|wideword|b");
}

TEST_CASE("balanced: forced breaks are kept", "[typeset]") {
  CHECK(lines_of("aa bb c/dd", 6_em) == "aa|bb c|dd");
}

TEST_CASE("balanced: no setting of as many lines is more even", "[typeset]") {
  std::mt19937 random(7);
  const auto pick = [&](int least, int most) {
    return std::uniform_int_distribution<int>(least, most)(random);
  };
  for (int round = 0; round < 5'000; ++round) {
    std::vector<int> words(static_cast<std::size_t>(pick(1, 12)));
    std::string text;
    for (int& word : words) {
      word = pick(1, 6);
      if (!text.empty()) text += ' ';
      text += std::string(static_cast<std::size_t>(word), 'a');
    }
    const int measure = pick(6, 20);
    const std::vector<Em> widths = {Em(measure)};
    const std::vector<Item> items = plain_paragraph(text);
    const Lines first_fit = break_first_fit(items, widths);
    const Lines balanced = break_balanced(items, widths[0]);
    INFO(show_lines(text, first_fit) << '\n' << show_lines(text, balanced));
    CHECK(balanced.lines.size() == first_fit.lines.size());
    CHECK(squares(balanced, widths[0]) ==
          least_squares(words, measure, first_fit.lines.size()));
  }
}

TEST_CASE("balanced: a hundred thousand characters are set at once",
          "[typeset]") {
  std::vector<Item> items(200'000);
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i % 2 == 1) items[i].kind = ItemKind::Penalty;
    if (i % 2 == 0) items[i].width = 1_em;
  }
  items.back().kind = ItemKind::ForcedBreak;
  CHECK(break_balanced(items, 40_em).lines.size() == 2'500);
  for (Item& item : items) item.width = 0_em;
  CHECK(break_balanced(items, 40_em).lines.size() <= 100);
}
