// Prints the lines of random paragraphs, for tests/web/typeset-lines.test.ts:
// built natively and as WebAssembly, it must say the same.
#include <array>
#include <cstdint>
#include <cstdio>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "typeset/set_paragraph.h"

using namespace broadsheet;

namespace {

constexpr int kParagraphs = 300;

// Not of <random>: its distributions differ from library to library.
class Random {
 public:
  std::uint32_t below(std::uint32_t limit) {
    state_ = state_ * 1664525U + 1013904223U;
    return static_cast<std::uint32_t>((std::uint64_t{state_} * limit) >> 32U);
  }

 private:
  std::uint32_t state_ = 1;
};

// What stands between words: mostly spaces, some breaks of other kinds.
std::u16string_view gap(Random& random) {
  constexpr std::u16string_view kRare[] = {u"-", u", ", u"\u00A0", u"\u2019",
                                           u"\n"};
  const std::uint32_t i = random.below(40);
  return i < std::size(kRare) ? kRare[i] : u" ";
}

std::u16string paragraph(Random& random) {
  std::u16string text;
  for (std::uint32_t words = 1 + random.below(120); words > 0; --words) {
    if (!text.empty()) text += gap(random);
    for (std::uint32_t letters = 1 + random.below(12); letters > 0; --letters) {
      text += static_cast<char16_t>(u'a' + random.below(26));
      if (letters > 1 && random.below(6) == 0) text += u'\u00AD';
    }
  }
  return text;
}

// In em, about what a serif face has.
float width_of(std::u16string_view piece) {
  float width = 0;
  for (const char16_t c : piece) {
    if (c == u'\u00AD') continue;
    width += c == u' ' ? 0.25F : 0.3F + static_cast<float>(c % 7) * 0.05F;
  }
  return width;
}

void print_lines(const SetLines& set) {
  for (const SetLine& line : set.lines) {
    std::printf(" %u%s%+d", static_cast<unsigned>(line.end),
                line.hyphen ? "-" : "", line.letter_fit);
  }
  std::printf(" %.4f\n", set.last_width.value());
}

}  // namespace

int main() {
  Random random;
  for (int i = 0; i < kParagraphs; ++i) {
    const std::u16string text = paragraph(random);
    PreparedParagraph prepared(text, {}, {});
    std::vector<float> widths;
    for (const Piece& piece : prepared.pieces()) {
      widths.push_back(width_of(std::u16string_view(text).substr(
          piece.begin, piece.end - piece.begin)));
    }
    prepared.measure(widths, 0.33_em);
    const std::uint32_t measure = 6 + random.below(40);
    std::printf("%d at %u em:", i, static_cast<unsigned>(measure));
    const std::array<Em, 1> measures = {Em(measure)};
    print_lines(prepared.set(measures, {}));
  }
}
