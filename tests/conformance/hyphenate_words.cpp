// hyphenate_words PACK < WORDS: each line of UTF-8 with its hyphens put in, by
// the pack's own minima.
#include <fstream>
#include <iostream>
#include <iterator>
#include <span>
#include <string>

#include "base/pack.h"
#include "base/utf16.h"
#include "hyphenation/hyphenator.h"

using namespace broadsheet;

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const auto pack = Pack::read(std::as_bytes(std::span(bytes)));
  if (!pack) return 1;
  const auto hyphenator = Hyphenator::load(pack->section("hyph"));
  if (!hyphenator) return 1;
  std::vector<std::size_t> points;
  for (std::string line; std::getline(std::cin, line);) {
    const std::u16string word = to_utf16(line);
    hyphenator->hyphenate(word, hyphenator->minima(), points);
    std::u16string out = word;
    for (auto point = points.rbegin(); point != points.rend(); ++point) {
      out.insert(*point, u"-");
    }
    std::cout << to_utf8(out) << '\n';
  }
}
