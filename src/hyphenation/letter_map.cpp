#include "hyphenation/letter_map.h"

#include "unicode/lower_case.h"

namespace broadsheet {
namespace {

constexpr char16_t kApostrophe = u'\'';
constexpr char16_t kTypographicApostrophe = 0x2019;

}  // namespace

LetterMap::LetterMap(const HyphenationPatterns& patterns) {
  LetterId id = kWordEdge;
  for (const char16_t letter : patterns.letters) set(letter, ++id);
  add_capitals(patterns.turkish_case);
  const LetterId plain = id_of(kApostrophe);
  const LetterId typographic = id_of(kTypographicApostrophe);
  apostrophe_ = plain != kUnknownLetter ? plain : typographic;
  set(kApostrophe, apostrophe_);
  set(kTypographicApostrophe, apostrophe_);
}

void LetterMap::set(char32_t unit, LetterId id) {
  if (unit > 0xFFFF) return;
  std::uint8_t& page = page_of_[unit >> 8U];
  if (page == 0) {
    if (id == kUnknownLetter || pages_.size() > 0xFF) return;
    page = static_cast<std::uint8_t>(pages_.size());
    pages_.emplace_back();
  }
  pages_[page][unit & 0xFFU] = id;
}

void LetterMap::add_capitals(bool turkish) {
  for (std::size_t i = 0; i < kCaseRunCount; ++i) {
    const CaseRun& run = kCaseRuns[i];
    for (char32_t upper = run.first; upper <= run.last; upper += run.step) {
      const auto lower =
          static_cast<char32_t>(static_cast<std::int32_t>(upper) + run.delta);
      if (upper > 0xFFFF || lower > 0xFFFF) continue;
      const LetterId id = id_of(static_cast<char16_t>(lower));
      const LetterId own = id_of(static_cast<char16_t>(upper));
      if (id != kUnknownLetter && own == kUnknownLetter) set(upper, id);
    }
  }
  if (turkish) set(u'I', id_of(u'ı'));
}

}  // namespace broadsheet
