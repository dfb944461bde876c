// Words hyphenated by others: what differs is counted, so that drift either
// way shows.
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/utf16.h"
#include "support/corpora.h"
#include "support/packs.h"

using namespace broadsheet;

namespace {

// How many of `words`, given with hyphens, ours divides differently.
std::size_t count_differences(const std::vector<std::string>& words,
                              const Hyphenator& hyphenator, Minima minima) {
  std::size_t differences = 0;
  std::vector<std::size_t> points;
  for (const std::string& expected : words) {
    std::u16string word;
    std::vector<std::size_t> wanted;
    for (const char16_t unit : to_utf16(expected)) {
      if (unit == u'-') {
        wanted.push_back(word.size());
      } else {
        word += unit;
      }
    }
    hyphenator.hyphenate(word, minima, points);
    if (points != wanted) ++differences;
  }
  return differences;
}

}  // namespace

// 75 by patterns newer than hypher's, and o'd-wyer, too near its apostrophe.
TEST_CASE("hyphenation: 76 of hypher's 4,542 English words differ",
          "[hyphenation]") {
  const auto english = test::load_hyphenator("en");
  const auto file = test::read_corpus("hyphenation/en-us_hypher.json");
  if (!english || !file) return;
  const auto json = nlohmann::json::parse(*file);
  std::vector<std::string> words;
  for (const auto& word : json) words.push_back(word.get<std::string>());
  CHECK(words.size() == 4542);
  CHECK(count_differences(words, *english, english->minima()) == 76);
}
