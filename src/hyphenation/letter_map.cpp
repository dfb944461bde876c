#include "hyphenation/letter_map.h"

#include "unicode/lower_case.h"

namespace broadsheet {
namespace {

constexpr char16_t kApostrophe = u'\'';
constexpr char16_t kTypographicApostrophe = 0x2019;

}  // namespace

LetterMap::LetterMap(const HyphenationPatterns& patterns) {
  for (unsigned id = kWordEdge + 1; id <= kMaxLetterId; ++id) {
    const char16_t letter = patterns.letters[id];
    if (letter != 0) set(letter, static_cast<LetterId>(id));
  }
  add_capitals(patterns.turkish_case);
  const LetterId plain = id_of(kApostrophe);
  apostrophe_ = plain != kUnknownLetter ? plain : id_of(kTypographicApostrophe);
  set(kApostrophe, apostrophe_);
  set(kTypographicApostrophe, apostrophe_);
}

void LetterMap::set(char16_t unit, LetterId id) {
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
    for (unsigned k = 0; k < run.count; ++k) {
      const char16_t upper = run.capital(k);
      const LetterId id = id_of(run.lower(k));
      if (id != kUnknownLetter && id_of(upper) == kUnknownLetter) {
        set(upper, id);
      }
    }
  }
  if (turkish) set(u'I', id_of(u'ı'));
}

}  // namespace broadsheet
