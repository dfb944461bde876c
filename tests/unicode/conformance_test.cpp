// Unicode's own cases: × marks where a text may not be parted, ÷ where it may.
#include <sstream>

#include "base/utf16.h"
#include "support/corpora.h"
#include "unicode/graphemes.h"
#include "unicode/line_breaks.h"

using namespace broadsheet;

namespace {

struct Case {
  std::u16string text;
  std::string expected;  // As printed by `shown`.
};

// "× 0041 ÷" after each code unit where the text may be parted.
std::string shown(const std::u16string& text,
                  const std::vector<std::size_t>& ends) {
  std::ostringstream out;
  auto end = ends.begin();
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (end != ends.end() && *end == i) {
      out << "÷ ";
      ++end;
    }
    if (i < text.size())
      out << std::hex << static_cast<unsigned>(text[i]) << " ";
  }
  return out.str();
}

Case read_case(const std::string& line) {
  Case result;
  std::vector<std::size_t> ends;
  std::istringstream in(line.substr(0, line.find('#')));
  for (std::string token; in >> token;) {
    if (token == "÷") {
      if (!result.text.empty()) ends.push_back(result.text.size());
    } else if (token != "×") {
      append_utf16(result.text,
                   static_cast<char32_t>(std::stoul(token, nullptr, 16)));
    }
  }
  result.expected = shown(result.text, ends);
  return result;
}

// Runs every case of the file; gives how many there were.
template <typename Ends>
std::size_t run_cases(const std::string& file, Ends find_ends) {
  std::istringstream lines(file);
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    const Case wanted = read_case(line);
    const std::string got = shown(wanted.text, find_ends(wanted.text));
    if (got != wanted.expected) {
      FAIL_CHECK(line << "\ngot      " << got << "\nexpected "
                      << wanted.expected);
    }
    ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("line breaks: all cases of Unicode's LineBreakTest hold",
          "[unicode]") {
  const auto file = test::read_corpus("unicode/LineBreakTest.txt");
  if (!file) return;
  const std::size_t count = run_cases(*file, [](const std::u16string& text) {
    std::vector<std::size_t> ends;
    for (const BreakOpportunity& found : find_breaks(text)) {
      ends.push_back(found.offset);
    }
    ends.push_back(text.size());
    return ends;
  });
  CHECK(count == 19338);
}

TEST_CASE("graphemes: all cases of Unicode's GraphemeBreakTest hold",
          "[unicode]") {
  const auto file = test::read_corpus("unicode/GraphemeBreakTest.txt");
  if (!file) return;
  const std::size_t count = run_cases(
      *file, [](const std::u16string& text) { return grapheme_ends(text); });
  CHECK(count == 766);
}
