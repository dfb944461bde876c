#include "typography/reading_time.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "base/language_tag.h"
#include "base/utf8.h"
#include "document/walk.h"

namespace broadsheet {
namespace {

// Sources: docs/reading-time.md, which a test holds equal to this table.
struct Speed {
  std::string_view language;
  double words_per_minute;
};

constexpr double kDefaultWordsPerMinute = 184;
constexpr std::array kSpeeds = {
    Speed{"ar", 138}, Speed{"de", 179}, Speed{"en", 238}, Speed{"es", 218},
    Speed{"fi", 161}, Speed{"fr", 195}, Speed{"he", 187}, Speed{"id", 200},
    Speed{"it", 188}, Speed{"ko", 202}, Speed{"ms", 200}, Speed{"nl", 202},
    Speed{"pl", 166}, Speed{"pt", 181}, Speed{"ru", 184}, Speed{"sl", 180},
    Speed{"sv", 199}, Speed{"tr", 166},
};

// Where words have no spaces between them, characters per minute.
constexpr double kChineseCharactersPerMinute = 255;
constexpr double kJapaneseCharactersPerMinute = 357;
constexpr double kThaiCharactersPerMinute = 805;

// Seconds for the first picture; each next one takes a second less, down to
// the last figure.
constexpr int kFirstImageSeconds = 12;
constexpr int kLaterImageSeconds = 3;

bool is_letter_like(char32_t c) {
  if (c < 0x80) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z');
  }
  // Punctuation of Latin-1, general, CJK and fullwidth ends words as spaces do.
  const bool punctuation =
      (c >= 0x80 && c <= 0xBF && c != 0xAA && c != 0xB5 && c != 0xBA) ||
      (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) ||
      (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) ||
      (c >= 0xFF3B && c <= 0xFF40) || (c >= 0xFF5B && c <= 0xFF65) ||
      c == 0x30FB || c == 0xFFFD;
  return !punctuation;
}

// Thai, Lao, Burmese, Khmer.
bool is_south_east_asian(char32_t c) {
  return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) ||
         (c >= 0x1780 && c <= 0x17FF);
}

bool is_kana(char32_t c) {
  return c >= 0x3040 && c <= 0x30FF && c != 0x30FB;  // Not the middle dot.
}

bool is_han(char32_t c) {
  return (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

// An apostrophe or hyphen between letters does not end a word.
bool joins_words(char32_t c) {
  return c == '\'' || c == 0x2019 || c == '-' || c == 0x2010 || c == 0x2011;
}

double words_per_minute(const std::string& language) {
  for (const Speed& speed : kSpeeds) {
    if (speed.language == language) return speed.words_per_minute;
  }
  return kDefaultWordsPerMinute;
}

// Counts words, and the characters that count as such, by how fast they are
// read.
class Reader {
 public:
  void read(const Text& text, std::string_view language) {
    in_word_ = false;
    for (const Inline& run : text) {
      use(language_of(run, language));
      if (run.kind == Inline::Kind::Break) in_word_ = false;
      read(run.text);
    }
  }

  [[nodiscard]] std::size_t words() const {
    std::size_t sum = 0;
    for (const Count& count : counts_) sum += count.units;
    return sum;
  }

  [[nodiscard]] double minutes() const {
    double sum = 0;
    for (const Count& count : counts_) {
      sum += static_cast<double>(count.units) / count.per_minute;
    }
    return sum;
  }

 private:
  // Counted apart, so that 195 words at 195 a minute are one minute exactly.
  struct Count {
    double per_minute;
    std::size_t units;
  };

  static std::string_view language_of(const Inline& run,
                                      std::string_view outer) {
    for (const Mark& mark : run.marks) {
      if (mark.kind == MarkKind::Lang && !mark.language.tag.empty()) {
        outer = mark.language.tag;
      }
    }
    return outer;
  }

  void use(std::string_view tag) {
    const std::string language = primary_language(tag);
    words_per_minute_ = words_per_minute(language);
    han_per_minute_ = language == "ja" ? kJapaneseCharactersPerMinute
                                       : kChineseCharactersPerMinute;
  }

  void read(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const DecodedCodePoint decoded = decode_utf8(text, i);
      i += decoded.size;
      read(decoded.code_point);
    }
  }

  void read(char32_t c) {
    const double characters_per_minute = character_speed(c);
    if (characters_per_minute > 0) {
      add(characters_per_minute);
      in_word_ = false;
    } else if (is_letter_like(c)) {
      if (!in_word_) add(words_per_minute_);
      in_word_ = true;
    } else if (!joins_words(c)) {
      in_word_ = false;
    }
  }

  // 0 for the characters of scripts that have spaces between words.
  [[nodiscard]] double character_speed(char32_t c) const {
    if (is_han(c)) return han_per_minute_;
    if (is_kana(c)) return kJapaneseCharactersPerMinute;
    return is_south_east_asian(c) ? kThaiCharactersPerMinute : 0;
  }

  void add(double per_minute) {
    for (Count& count : counts_) {
      if (count.per_minute == per_minute) {
        ++count.units;
        return;
      }
    }
    counts_.push_back({per_minute, 1});
  }

  std::vector<Count> counts_;
  double words_per_minute_ = kDefaultWordsPerMinute;
  double han_per_minute_ = kChineseCharactersPerMinute;
  bool in_word_ = false;
};

double image_minutes(std::size_t images) {
  int seconds = 0;
  int next = kFirstImageSeconds;
  for (std::size_t i = 0; i < images; ++i) {
    seconds += next;
    next = std::max(next - 1, kLaterImageSeconds);
  }
  return seconds / 60.0;
}

}  // namespace

ReadingTime reading_time(const Document& document, std::string_view language) {
  Reader reader;
  reader.read(document.title, language);
  reader.read(document.standfirst, language);
  for_each_text(document.body, language,
                [&reader](const Text& text, std::string_view own) {
                  reader.read(text, own);
                });
  const std::size_t images =
      count_images(document.body) + (document.hero ? 1 : 0);
  const double minutes = reader.minutes() + image_minutes(images);

  ReadingTime out;
  out.words = reader.words();
  out.minutes = document.reading_minutes > 0
                    ? document.reading_minutes
                    : std::max(1, static_cast<int>(std::ceil(minutes)));
  return out;
}

}  // namespace broadsheet
