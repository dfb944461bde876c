#include "plain_paragraph.h"
#include "support/catch.h"

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

std::string lines_of(std::string_view text, std::vector<Em> measure,
                     const Setting& setting = plain_setting()) {
  return show_lines(text,
                    break_optimal(plain_paragraph(text), measure, setting));
}

std::string ratios_of(std::string_view text, Em measure,
                      const Setting& setting = plain_setting()) {
  const std::vector<Em> widths = {measure};
  return show_ratios(text,
                     break_optimal(plain_paragraph(text), widths, setting));
}

}  // namespace

TEST_CASE("optimal: an early line gives way for a later one", "[typeset]") {
  CHECK(ratios_of("aa bb c dddd ee ff gg", 8_em) ==
        "aa bb c 50|dddd ee 100|ff gg 0");
}

TEST_CASE("optimal: the last line is not stretched", "[typeset]") {
  CHECK(ratios_of("aa bb cc dd", 9_em) == "aa bb cc 50|dd 0");
}

TEST_CASE("optimal: spaces shrink by the share that the costs give them",
          "[typeset]") {
  Setting setting = plain_setting();
  setting.costs.space_shrink = 0.5;
  CHECK(ratios_of("aa bb cc dd ee", 7_em, setting) == "aa bb cc -50|dd ee 0");
  setting.costs.space_shrink = 0.25;
  CHECK(ratios_of("aa bb cc dd ee", 7_em, setting) ==
        "aa bb 200|cc dd 200|ee 0");
}

TEST_CASE("optimal: a box wider than the measure overflows alone",
          "[typeset]") {
  CHECK(lines_of("a wideword b", {3_em}) == "a|wideword|b");
  CHECK(lines_of("wide~word", {3_em}) == "wide-|word");
}

TEST_CASE("optimal: a hyphen is taken when it saves more than it costs",
          "[typeset]") {
  Setting setting = plain_setting();
  setting.costs.hyphen_edge = 0;
  setting.costs.hyphen_before_last = 0;
  setting.costs.hyphen = 0.5;
  CHECK(lines_of("aa bbbb~bbbb cc dd", {10_em}, setting) ==
        "aa bbbb-|bbbb cc dd");
  setting.costs.hyphen = 500;
  CHECK(lines_of("aa bbbb~bbbb cc dd", {10_em}, setting) ==
        "aa|bbbbbbbb|cc dd");
}

TEST_CASE("optimal: never three hyphens in a row where two will do",
          "[typeset]") {
  const std::string text = "aaa~aaa bb~bbb ccc~ccc dd~ddd eee~eee ff~fff gg~g";
  Setting setting = plain_setting();
  setting.costs.hyphen = 0;
  setting.costs.hyphen_edge = 0;
  setting.costs.hyphen_ladder = 0;
  const std::string lines = lines_of(text, {5_em}, setting);
  INFO(lines);
  std::size_t ladder = 0;
  for (std::size_t end = lines.find('|'); end != std::string::npos;
       end = lines.find('|', end + 1)) {
    ladder = lines[end - 1] == '-' ? ladder + 1 : 0;
    CHECK(ladder <= 2);
  }
}

TEST_CASE("optimal: the last line is not one word where a cost forbids it",
          "[typeset]") {
  Setting setting = plain_setting();
  CHECK(lines_of("aaa bbb ccc ddd e", {15_em}, setting) == "aaa bbb ccc ddd|e");
  setting.costs.runt = 100;
  CHECK(lines_of("aaa bbb ccc ddd e", {15_em}, setting) == "aaa bbb ccc|ddd e");
}

TEST_CASE("optimal: letter-fit takes up what spaces would", "[typeset]") {
  const std::string text = "aaaaaaaaaa bbbbbbbbbb cccccccccc dd";
  Setting setting = plain_setting();
  setting.costs.letter_fit_limit = 0.03;
  setting.costs.letter_fit_step = 0.01_em;
  const std::vector<Em> measure = {32.5_em};
  const Lines lines = break_optimal(plain_paragraph(text), measure, setting);
  CHECK(show_ratios(text, lines) == "aaaaaaaaaa bbbbbbbbbb cccccccccc -5|dd 0");
  CHECK(lines.lines[0].letter_fit.value() == Approx(0.02));
}

TEST_CASE("optimal: hung marks leave their room to the line", "[typeset]") {
  const std::string text = "aa bb, cc dd";
  const std::vector<Em> measure = {5.5_em};
  const Lines lines =
      break_optimal(plain_paragraph(text), measure, plain_setting());
  CHECK(show_ratios(text, lines) == "aa bb, 0|cc dd 0");
  CHECK(lines.lines[0].hang_right == 0.5_em);
}

TEST_CASE("optimal: ragged lines keep their spaces and end evenly",
          "[typeset]") {
  Setting setting = plain_setting();
  setting.alignment = Alignment::Start;
  CHECK(ratios_of("aa bb cc ddd eeeeee ffff", 9_em, setting) ==
        "aa bb 0|cc ddd 0|eeeeee 0|ffff 0");
}

TEST_CASE("optimal: each line has its own measure, the last one repeated",
          "[typeset]") {
  CHECK(lines_of("aa bb cc dd ee ff gg", {5_em, 5_em, 8_em}) ==
        "aa bb|cc dd|ee ff gg");
}

TEST_CASE("optimal: a dearer break gives way to its neighbour", "[typeset]") {
  const std::string text = "aaa le bbb ccc ddd";
  std::vector<Item> items = plain_paragraph(text);
  const std::vector<Em> measure = {7_em};
  CHECK(show_lines(text, break_optimal(items, measure, plain_setting())) ==
        "aaa le|bbb ccc|ddd");
  items[3].penalty = 100;
  CHECK(show_lines(text, break_optimal(items, measure, plain_setting())) ==
        "aaa|le bbb|ccc ddd");
}

TEST_CASE("optimal: looseness asks for lines more or fewer", "[typeset]") {
  const std::string text = "aa bb cc dd ee ff gg hh ii jj";
  const std::vector<Em> measure = {11_em};
  const std::vector<Item> items = plain_paragraph(text);
  Setting setting = plain_setting();
  const std::size_t best = break_optimal(items, measure, setting).lines.size();
  setting.looseness = 1;
  CHECK(break_optimal(items, measure, setting).lines.size() == best + 1);
  setting.looseness = 2;
  CHECK(break_optimal(items, measure, setting).lines.size() == best + 2);
  setting.looseness = -9;
  CHECK(break_optimal(items, measure, setting).lines.size() <= best);
}

TEST_CASE("optimal: forced breaks are kept, empty lines too", "[typeset]") {
  CHECK(lines_of("a b//c d", {9_em}) == "a b||c d");
}

TEST_CASE("optimal: one hard line does not spoil its neighbours", "[typeset]") {
  const std::string easy = "aa bb cc dd ee ff gg hh ii";
  const std::string hard = easy + " jjjjjjj kkkkkkkkkk ll mm nn";
  const std::string lines = lines_of(hard, {11_em});
  CHECK(lines.rfind("aa bb cc dd|ee ff gg hh|", 0) == 0);
}

TEST_CASE("optimal: a million characters without a space are set at once",
          "[typeset]") {
  std::vector<Item> items;
  for (std::uint32_t i = 0; i < 1'000'000; ++i) {
    items.push_back({ItemKind::Box, 1, i, 0, 1_em, {}, {}});
    items.push_back({ItemKind::Penalty, 0, i + 1, 0, 0_em, {}, {}});
  }
  items.back().kind = ItemKind::ForcedBreak;
  const std::vector<Em> measure = {40_em};
  CHECK(break_optimal(items, measure).lines.size() == 25'000);
  for (Item& item : items) item.width = 0_em;
  CHECK(break_optimal(items, measure).lines.size() <= 1'000);
  CHECK(break_optimal(items, std::vector{20_em, 40_em}).lines.size() <= 1'100);
}
