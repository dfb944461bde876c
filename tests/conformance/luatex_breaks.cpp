// Random paragraphs for LuaTeX to break, and the comparison with its answers.
// Run by luatex_breaks.sh.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "typeset/break_lines.h"

using namespace broadsheet;

namespace {

constexpr int kParagraphs = 2000;

// Both have a measure per line and no feasible break: TeX keeps the breaks of a
// numbered line newest first, so its overfull line starts from another one.
// With one measure there is no difference. Drift either way fails.
constexpr int kKnownDifferences = 2;

using Random = std::mt19937;

int pick(Random& random, int least, int most) {
  return std::uniform_int_distribution<int>(least, most)(random);
}

// Words of 10 pt type: a character is about 4 pt wide, and a space 3.33 pt, or
// 218,454 sp. All spaces are multiples of 6 sp, so that TeX's halves and thirds
// are whole.
void write_word(Random& random, std::ostream& out) {
  const int pieces = pick(random, 0, 2) == 0 ? pick(random, 2, 4) : 1;
  for (int i = 0; i < pieces; ++i) {
    if (i > 0) out << (pick(random, 0, 7) == 0 ? "p50 " : "h218453 ");
    out << 'b' << pick(random, 2, 8) * 262144 + pick(random, -60000, 60000);
    out << ' ';
  }
}

void write_paragraph(Random& random, std::ostream& out) {
  constexpr int kTolerances[] = {100, 200, 800, 3000, 10000};
  out << kTolerances[pick(random, 0, 4)] << " 0 ";
  const int measures = pick(random, 0, 4) == 0 ? pick(random, 2, 4) : 1;
  const int usual = pick(random, 60, 350) * 65536;
  for (int i = 0; i < measures; ++i) {
    out << usual - (i + 1 < measures ? pick(random, 0, 30) * 65536 : 0) << ' ';
  }
  out << ": ";
  const int words = pick(random, 1, 120);
  for (int i = 0; i < words; ++i) {
    if (i > 0 && pick(random, 0, 19) == 0) {
      out << 'p' << pick(random, 1, 20) * 50 << ' ';
    }
    if (i > 0) out << 'g' << (pick(random, 0, 9) == 0 ? 291276 : 218454) << ' ';
    write_word(random, out);
  }
  out << '\n';
}

struct Paragraph {
  Setting setting;
  std::vector<Em> measure;
  std::vector<Item> items;
  std::vector<std::size_t> number;  // Of each item, as LuaTeX counts them.
};

Item make_item(char kind, double value) {
  Item item;
  switch (kind) {
    case 'g':
      item.kind = ItemKind::Glue;
      break;
    case 'h':
      item.kind = ItemKind::Hyphen;
      break;
    case 'p':
      item.kind = ItemKind::Penalty;
      item.penalty = static_cast<float>(value);
      return item;
    default:
      item.kind = ItemKind::Box;
  }
  item.width = Em(value);
  return item;
}

// A penalty before a space is the space's own here.
Paragraph read_paragraph(const std::string& text) {
  Paragraph paragraph;
  paragraph.setting.costs = tex_costs();
  std::istringstream in(text);
  in >> paragraph.setting.costs.tolerance >> paragraph.setting.looseness;
  std::string word;
  while (in >> word && word != ":") {
    paragraph.measure.emplace_back(std::stod(word));
  }
  for (std::size_t number = 0; in >> word; ++number) {
    Item item = make_item(word[0], std::stod(word.substr(1)));
    std::vector<Item>& items = paragraph.items;
    if (item.kind == ItemKind::Glue && items.back().kind == ItemKind::Penalty) {
      item.penalty = items.back().penalty;
      items.back() = item;
      continue;
    }
    items.push_back(item);
    paragraph.number.push_back(number);
  }
  Item end;
  end.kind = ItemKind::ForcedBreak;
  paragraph.items.push_back(end);
  return paragraph;
}

std::string last_boxes(const Paragraph& paragraph) {
  const Lines lines =
      break_optimal(paragraph.items, paragraph.measure, paragraph.setting);
  std::string result;
  for (const Line& line : lines.lines) {
    if (!result.empty()) result += ' ';
    result += std::to_string(paragraph.number[line.end - 1]);
  }
  return result;
}

int write(const char* path) {
  Random random(1978);
  std::ofstream out(path);
  for (int i = 0; i < kParagraphs; ++i) write_paragraph(random, out);
  return out ? 0 : 1;
}

int compare(const char* paragraphs_path, const char* answers_path) {
  std::ifstream paragraphs(paragraphs_path);
  std::ifstream answers(answers_path);
  int compared = 0;
  int different = 0;
  std::size_t lines = 0;
  for (std::string text, answer;
       std::getline(paragraphs, text) && std::getline(answers, answer);
       ++compared) {
    const std::string ours = last_boxes(read_paragraph(text));
    for (const char c : answer) lines += c == ' ' ? 1 : 0;
    ++lines;
    if (ours == answer) continue;
    if (++different > kKnownDifferences + 5) continue;
    std::cout << "paragraph " << compared << ": " << text << "\n  ours  "
              << ours << "\n  TeX's " << answer << '\n';
  }
  std::cout << compared << " paragraphs, " << lines << " lines, " << different
            << " paragraphs broken otherwise than by LuaTeX ("
            << kKnownDifferences << " known)\n";
  return compared == kParagraphs && different == kKnownDifferences ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> words(arguments, arguments + count);
  if (count == 3 && words[1] == "write") return write(arguments[2]);
  if (count == 4 && words[1] == "compare") {
    return compare(arguments[2], arguments[3]);
  }
  std::cerr << "luatex_breaks write FILE | compare FILE ANSWERS\n";
  return 2;
}
