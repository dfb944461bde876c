#include "hyphenation/hyphenator.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf16.h"
#include "unicode/lower_case.h"
#include "unicode/properties.h"
#include "unicode/url_spans.h"

namespace broadsheet {
namespace {

constexpr char16_t kSoftHyphen = 0x00AD;
// "Never within two letters of an apostrophe": as many letters between.
constexpr std::size_t kApostropheClearance = 2;
// No word is longer; TeX stops earlier.
constexpr std::size_t kMaxLetters = 250;

bool is_apostrophe(char16_t unit) { return unit == u'\'' || unit == 0x2019; }

bool is_capital(std::u16string_view text, std::size_t offset) {
  return to_lower(text[offset]) != text[offset];
}

// A letter that no pattern of the language has: "ł" in a French text.
// Line_Break tells letters from punctuation outside ASCII, Latin-1 and the
// blocks of symbols.
bool is_foreign_letter(char32_t code_point, LineClass line) {
  if (code_point < 0xC0) {
    const char32_t lower = code_point | 0x20U;
    return lower >= 'a' && lower <= 'z';
  }
  const bool symbol = (code_point >= 0x2000 && code_point < 0x2C00) ||
                      code_point == 0xD7 || code_point == 0xF7;
  switch (line) {
    case LineClass::AL:
    case LineClass::HL:
    case LineClass::AK:
    case LineClass::AP:
    case LineClass::AS:
    case LineClass::SA:
      return !symbol;
    default:
      return false;
  }
}

}  // namespace

// Walks a text from one run of letters to the next.
class Hyphenator::Scanner {
 public:
  Scanner(const Hyphenator& hyphenator, std::u16string_view text, Minima minima,
          CapitalisedWords capitals)
      : hyphenator_(hyphenator),
        text_(text),
        minima_(minima),
        capitals_(capitals) {}

  void run(std::vector<std::size_t>& points) {
    for (std::size_t offset = 0; offset < text_.size();) {
      const std::size_t begin = offset;
      offset = collect(begin);
      if (count_ != 0 && !kept_) divide(begin, offset, points);
    }
  }

 private:
  // Gathers the run that starts at `begin` and gives the offset after it and
  // the character that ended it.
  std::size_t collect(std::size_t begin) {
    count_ = 0;
    kept_ = false;
    std::size_t offset = begin;
    while (offset < text_.size()) {
      const LetterId id = hyphenator_.map_.id_of(text_[offset]);
      if (id != kUnknownLetter) {
        append(id, offset);
        ++offset;
        continue;
      }
      const Utf16CodePoint decoded = decode_utf16(text_, offset);
      if (!collect_other(decoded.code_point, offset)) {
        return std::max(offset, begin) + decoded.size;
      }
      offset += decoded.size;
    }
    return offset;
  }

  // A character that is in no pattern; false where it ends the run.
  bool collect_other(char32_t code_point, std::size_t offset) {
    if (code_point == ' ') return false;
    if (code_point == kSoftHyphen || code_point == '_' || code_point == '@' ||
        code_point == '#') {
      kept_ = true;
      return true;
    }
    const LineClass line = properties_of(code_point).line;
    if (line == LineClass::CM || line == LineClass::ZWJ) {
      if (count_ != 0) compose(code_point);
      return true;
    }
    if (line == LineClass::NU) {
      kept_ = true;
      return true;
    }
    if (!is_foreign_letter(code_point, line)) return false;
    append(kUnknownLetter, offset);
    return true;
  }

  void append(LetterId id, std::size_t offset) {
    if (count_ == kMaxLetters) {
      kept_ = true;
      return;
    }
    ++count_;
    ids_[count_] = id;
    offsets_[count_] = offset;
  }

  // Other marks stay with their letter, unseen by the patterns.
  void compose(char32_t mark) {
    const LetterId found = hyphenator_.composed(ids_[count_], mark);
    if (found != kUnknownLetter) ids_[count_] = found;
  }

  // Letters first_ to last_, from 1, are the word without apostrophes at its
  // edges.
  bool trim() {
    const LetterId apostrophe = hyphenator_.map_.apostrophe();
    first_ = 1;
    last_ = count_;
    if (apostrophe == kUnknownLetter) return true;
    while (first_ <= last_ && ids_[first_] == apostrophe) ++first_;
    while (first_ <= last_ && ids_[last_] == apostrophe) --last_;
    return first_ <= last_;
  }

  // Divides the run in [begin, end), where end is past the character that
  // ended it.
  void divide(std::size_t begin, std::size_t end,
              std::vector<std::size_t>& points) {
    if (!trim()) return;
    const bool after_apostrophe =
        first_ > 1 || (begin > 0 && is_apostrophe(text_[begin - 1]));
    const bool before_apostrophe =
        last_ < count_ || is_apostrophe(text_[end - 1]);
    const std::size_t left = minimum(minima_.left, after_apostrophe);
    const std::size_t right = minimum(minima_.right, before_apostrophe);
    const std::size_t count = last_ - first_ + 1;
    if (count < left + right) return;
    if (capitals_ == CapitalisedWords::Keep &&
        is_capital(text_, offsets_[first_])) {
      return;
    }
    find_levels(count);
    // Level i + 1 stands before the word's letter i, from 0.
    for (std::size_t i = left; i + right <= count; ++i) {
      if (levels_[i + 1] % 2 == 1 && is_clear(first_ + i)) {
        points.push_back(offsets_[first_ + i]);
      }
    }
  }

  static std::size_t minimum(std::uint8_t asked, bool at_apostrophe) {
    return std::max<std::size_t>(asked,
                                 at_apostrophe ? kApostropheClearance : 1);
  }

  void find_levels(std::size_t count) {
    ids_[first_ - 1] = kWordEdge;
    ids_[last_ + 1] = kWordEdge;
    const auto word =
        std::span<const LetterId>(ids_).subspan(first_ - 1, count + 2);
    const auto levels = std::span<std::uint8_t>(levels_).first(count + 3);
    std::fill(levels.begin(), levels.end(), std::uint8_t{0});
    hyphenator_.trie_.apply(word, levels);
  }

  // No apostrophe within two letters of the place before `letter`.
  [[nodiscard]] bool is_clear(std::size_t letter) const {
    const LetterId apostrophe = hyphenator_.map_.apostrophe();
    if (apostrophe == kUnknownLetter) return true;
    for (std::size_t i = letter - kApostropheClearance;
         i < letter + kApostropheClearance; ++i) {
      if (i >= first_ && i <= last_ && ids_[i] == apostrophe) return false;
    }
    return true;
  }

  const Hyphenator& hyphenator_;
  std::u16string_view text_;
  Minima minima_;
  CapitalisedWords capitals_;
  // Letters from 1; 0 and count_ + 1 are the word's edges.
  std::array<LetterId, kMaxLetters + 2> ids_;
  std::array<std::size_t, kMaxLetters + 2> offsets_;
  std::array<std::uint8_t, kMaxLetters + 3> levels_;
  std::size_t count_ = 0;
  std::size_t first_ = 1;
  std::size_t last_ = 0;
  bool kept_ = false;  // The run is not to be divided.
};

std::optional<Hyphenator> Hyphenator::load(std::span<const std::byte> section) {
  auto patterns = read_patterns(section);
  if (!patterns) return std::nullopt;
  return Hyphenator(std::move(*patterns));
}

Hyphenator::Hyphenator(HyphenationPatterns patterns)
    : minima_{patterns.left, patterns.right},
      map_(patterns),
      compositions_(std::move(patterns.compositions)),
      trie_(std::move(patterns.trie)) {}

LetterId Hyphenator::composed(LetterId base, char32_t mark) const {
  for (const LetterComposition& each : compositions_) {
    if (each.base == base && each.mark == mark) return each.composed;
  }
  return kUnknownLetter;
}

void Hyphenator::hyphenate(std::u16string_view word, Minima minima,
                           std::vector<std::size_t>& points,
                           CapitalisedWords capitals) const {
  points.clear();
  Scanner(*this, word, minima, capitals).run(points);
}

void hyphenate_text(std::u16string_view text, const Hyphenator& hyphenator,
                    Minima minima, std::vector<std::size_t>& points,
                    CapitalisedWords capitals) {
  points.clear();
  std::vector<std::size_t> found;
  std::size_t begin = 0;
  const auto hyphenate_until = [&](std::size_t end) {
    hyphenator.hyphenate(text.substr(begin, end - begin), minima, found,
                         capitals);
    for (const std::size_t point : found) points.push_back(begin + point);
  };
  for (const TextSpan& span : find_url_spans(text)) {
    hyphenate_until(span.begin);
    begin = span.end;
  }
  hyphenate_until(text.size());
}

}  // namespace broadsheet
