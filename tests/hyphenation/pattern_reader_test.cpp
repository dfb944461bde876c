#include "hyphenation/pattern_reader.h"

#include <random>
#include <string>

#include "hyphenation/hyphenator.h"
#include "support/packs.h"

using namespace broadsheet;

namespace {

std::optional<HyphenationPatterns> read(const std::string& section) {
  return read_patterns(std::as_bytes(std::span(section)));
}

// Letters . a b; values {skip 1: 1} and {skip 0: 2}; patterns "ab", "b".
std::string sample() {
  using namespace std::string_literals;
  return "\1\2\3\0"
         "\3\4\2\0\0\0"
         "a\0b\0"
         "\1\1\1"
         "\0\1\2"
         "\2\3\x8\5\3\x9"s;
}

}  // namespace

TEST_CASE("patterns: levels of all matching patterns meet", "[hyphenation]") {
  const auto patterns = read(sample());
  REQUIRE(patterns);
  CHECK(patterns->left == 2);
  CHECK(patterns->right == 3);
  const std::vector<LetterId> letters = {1, 2, 3, 2, 1};
  std::vector<std::uint8_t> levels(6, 0);
  patterns->trie.apply(letters, levels);
  CHECK(levels == std::vector<std::uint8_t>{0, 0, 2, 0, 0, 0});
}

TEST_CASE("patterns: tokens the format does not allow are refused",
          "[hyphenation]") {
  const std::string head = sample().substr(0, 20);
  CHECK(read(head));
  for (const char* tokens :
       {"\x7", "\x8", "\2\xA", "\3\4\2\x8", "\2\4\2\x8", "\xFF"}) {
    CHECK_FALSE(read(head + tokens));
  }
}

TEST_CASE("patterns: a value longer than its pattern is refused",
          "[hyphenation]") {
  std::string section = sample();
  section[14] = 9;  // The first value's skip.
  CHECK_FALSE(read(section));
}

TEST_CASE("patterns: a damaged section is refused or loads safely",
          "[hyphenation]") {
  const std::string pack = test::read_pack("fr");
  if (pack.empty()) return;
  const auto bytes =
      Pack::read(std::as_bytes(std::span(pack)))->section("hyph");
  std::string section;
  for (const std::byte byte : bytes) section += std::to_integer<char>(byte);
  REQUIRE(read(section));
  std::mt19937 random(1);
  std::vector<std::size_t> points;
  for (int i = 0; i < 300; ++i) {
    std::string damaged = section;
    for (int k = 0; k < 1 + i % 4; ++k) {
      damaged[random() % damaged.size()] = static_cast<char>(random());
    }
    if (i % 5 == 0) damaged.resize(random() % damaged.size());
    const auto loaded = Hyphenator::load(std::as_bytes(std::span(damaged)));
    if (!loaded) continue;
    loaded->hyphenate(u"L’anticonstitutionnellement, œuvré", {1, 1}, points);
    for (const std::size_t point : points) CHECK(point < 35);
  }
}
