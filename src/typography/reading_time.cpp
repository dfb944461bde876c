#include "typography/reading_time.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/utf8.h"
#include "document/walk.h"

namespace broadsheet {
namespace {

struct Speed {
  std::string_view language;
  double words_per_minute;
};

constexpr double kDefaultWordsPerMinute = 228;
constexpr std::array kSpeeds = {
    Speed{"ar", 138}, Speed{"de", 179}, Speed{"en", 228}, Speed{"es", 218},
    Speed{"fi", 161}, Speed{"fr", 195}, Speed{"he", 187}, Speed{"it", 188},
    Speed{"nl", 202}, Speed{"pl", 166}, Speed{"pt", 181}, Speed{"ru", 184},
    Speed{"sl", 180}, Speed{"sv", 199}, Speed{"tr", 166},
};

// Characters per minute where words have no spaces between them: Japanese
// kana and kanji, and Chinese for everything else.
constexpr double kJapaneseCharactersPerMinute = 357;
constexpr double kChineseCharactersPerMinute = 255;

bool is_letter_like(char32_t c) {
  if (c < 0x80) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z');
  }
  // Latin-1 punctuation and general punctuation end words as spaces do.
  const bool punctuation =
      (c >= 0x80 && c <= 0xBF && c != 0xAA && c != 0xB5 && c != 0xBA) ||
      (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) ||
      c == 0xFFFD;
  return !punctuation;
}

// Scripts written without spaces between words.
bool is_unspaced(char32_t c) {
  return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) ||
         (c >= 0x1780 && c <= 0x17FF) || (c >= 0x3040 && c <= 0x30FF) ||
         (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

// An apostrophe or hyphen between letters does not end a word.
bool joins_words(char32_t c) {
  return c == '\'' || c == 0x2019 || c == '-' || c == 0x2010 || c == 0x2011;
}

struct Count {
  std::size_t words = 0;
  std::size_t characters = 0;  // of unspaced scripts
};

void count_text(std::string_view text, Count& count) {
  bool in_word = false;
  for (std::size_t i = 0; i < text.size();) {
    const DecodedCodePoint decoded = decode_utf8(text, i);
    i += decoded.size;
    if (is_unspaced(decoded.code_point)) {
      ++count.characters;
      in_word = false;
    } else if (is_letter_like(decoded.code_point)) {
      if (!in_word) ++count.words;
      in_word = true;
    } else if (!joins_words(decoded.code_point)) {
      in_word = false;
    }
  }
}

double words_per_minute(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  for (const Speed& speed : kSpeeds) {
    if (speed.language == primary) return speed.words_per_minute;
  }
  return kDefaultWordsPerMinute;
}

}  // namespace

ReadingTime reading_time(const Document& document, std::string_view language) {
  Count count;
  const auto add = [&count](const Text& text) {
    count_text(plain_text(text), count);
  };
  add(document.title);
  add(document.standfirst);
  for_each_text(document.body, add);

  const bool japanese = language.substr(0, language.find('-')) == "ja";
  const double minutes =
      static_cast<double>(count.words) / words_per_minute(language) +
      static_cast<double>(count.characters) /
          (japanese ? kJapaneseCharactersPerMinute
                    : kChineseCharactersPerMinute);
  ReadingTime out;
  out.words = count.words + count.characters;
  out.minutes = document.reading_minutes > 0
                    ? document.reading_minutes
                    : std::max(1, static_cast<int>(std::ceil(minutes)));
  return out;
}

}  // namespace broadsheet
