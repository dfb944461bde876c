// Words and numbers that a line's end must not part.
#include "typography/polish_cells.h"
#include "unicode/lower_case.h"

namespace broadsheet {
namespace {

class Neighbours {
 public:
  Neighbours(const Cells& out, const Cells& in, std::size_t gap,
             std::size_t right, const PolishRules& rules)
      : out_(out), in_(in), gap_(gap), right_(right), rules_(rules) {}

  std::optional<char16_t> space() {
    const Cell& cell = in_[right_];
    if (cell.fixed || cell.language == kNoPolishLanguage ||
        cell.language != out_.back().language || !bound()) {
      return std::nullopt;
    }
    return bound_with_;
  }

 private:
  [[nodiscard]] bool applies(PolishRule rule) const {
    return rules_.on(rule, in_[right_].language);
  }
  [[nodiscard]] const LanguageRules& language() const {
    return language_rules(in_[right_].language);
  }
  [[nodiscard]] char16_t left() const { return out_.back().unit; }
  [[nodiscard]] char16_t right(std::size_t distance = 0) const {
    return unit_at(in_, right_ + distance);
  }

  bool bound() {
    const std::u16string_view before = word_before();
    if (before.empty()) return false;
    if (is_digit(left()) || is_date_day(before)) return bound_to_number(before);
    return is_initial(before) || is_abbreviation(before) ||
           is_short_word(before) || is_month_and_day(before) ||
           is_hour_and_minute(before);
  }

  bool bound_to_number(std::u16string_view number) {
    if (is_group_of_digits(number)) {
      bound_with_ = kNarrowNoBreakSpace;
      return true;
    }
    return is_unit() || is_day_and_month(number);
  }

  // The characters between the space before and this one, brackets and
  // quotation marks that open left aside.
  std::u16string_view word_before() {
    constexpr std::size_t kLongest = 16;
    word_.clear();
    for (std::size_t i = out_.size(); i > 0; --i) {
      const char16_t c = out_[i - 1].unit;
      if (is_gap(c) || is_line_end(c) || is_opening_bracket(c) || c == u'«' ||
          c == u'“' || c == u'„' || c == u'"' || is_dash(c)) {
        break;
      }
      if (word_.size() == kLongest) return {};
      word_.insert(word_.begin(), c);
    }
    if (word_.size() > 2 && (word_[1] == u'’' || word_[1] == u'\'')) {
      word_.erase(0, 2);
    }
    return word_;
  }

  // As far as the next space; `letters` stops at what is no letter.
  [[nodiscard]] std::u16string word_after(std::size_t begin,
                                          bool letters) const {
    constexpr std::size_t kLongest = 16;
    std::u16string word;
    for (std::size_t i = begin; i < in_.size(); ++i) {
      const char16_t c = in_[i].unit;
      if (is_gap(c) || is_line_end(c) || (letters && !is_letter(c))) break;
      if (word.size() == kLongest) return {};
      word += c;
    }
    return word;
  }

  // The next word without what ends a sentence or a quotation.
  [[nodiscard]] std::u16string bare_word_after() const {
    constexpr std::u16string_view kEnds = u",;:!?)]»”“…";
    std::u16string word = word_after(right_, false);
    while (!word.empty() && kEnds.find(word.back()) != kEnds.npos) {
      word.pop_back();
    }
    return word;
  }

  // 12 000 000: a group of three, behind one of up to three.
  [[nodiscard]] bool is_group_of_digits(std::u16string_view number) const {
    if (!language().grouped_by_space || !applies(PolishRule::Numbers) ||
        number.size() > 3 || !is_digit(number[0]) || right_ - gap_ != 1) {
      return false;
    }
    for (const char16_t c : number) {
      if (!is_digit(c)) return false;
    }
    for (std::size_t i = 0; i < 3; ++i) {
      if (!is_digit(right(i))) return false;
    }
    const bool first = !follows_group(number.size());
    const char16_t next = right(3);
    return !is_word(next) && next != u'-' && next != u'–' && next != u'/' &&
           !(first && number[0] == u'0') && (first || number.size() == 3);
  }

  [[nodiscard]] bool follows_group(std::size_t size) const {
    const std::size_t begin = out_.size() - size;
    return begin >= 2 && out_[begin - 1].unit == kNarrowNoBreakSpace &&
           is_digit(out_[begin - 2].unit);
  }

  [[nodiscard]] bool is_unit() const {
    if (!applies(PolishRule::Units)) return false;
    std::u16string word = bare_word_after();
    if (list_holds(kCommonUnits, word) || list_holds(language().units, word)) {
      return true;
    }
    if (word.empty() || word.back() != u'.') return false;
    word.pop_back();
    return list_holds(kCommonUnits, word) || list_holds(language().units, word);
  }

  // "23", "23." and "1er".
  static bool is_date_day(std::u16string_view word) {
    std::size_t digits = 0;
    while (digits < word.size() && is_digit(word[digits])) ++digits;
    const std::u16string_view rest = word.substr(digits);
    return digits >= 1 && digits <= 2 &&
           (rest.empty() || rest == u"." || rest == u"er" || rest == u"º" ||
            rest == u"°");
  }

  [[nodiscard]] bool is_day_and_month(std::u16string_view day) const {
    if (!applies(PolishRule::Dates) || !is_date_day(day)) return false;
    std::u16string word = word_after(right_, true);
    if (is_month(word)) return true;
    if (word.size() != language().day_link.size() || word.empty()) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
      if (word[i] != static_cast<unsigned char>(language().day_link[i])) {
        return false;
      }
    }
    std::size_t month = right_ + word.size();
    while (is_gap(unit_at(in_, month))) ++month;
    return is_month(word_after(month, true));
  }

  [[nodiscard]] bool is_month(std::u16string word) const {
    for (char16_t& c : word) c = to_lower(c);
    return list_holds(language().months, word);
  }

  [[nodiscard]] bool is_month_and_day(std::u16string_view month) const {
    if (!language().month_first || !applies(PolishRule::Dates) ||
        !is_upper(month[0]) || !is_digit(right()) ||
        !is_month(std::u16string(month))) {
      return false;
    }
    const std::size_t digits = is_digit(right(1)) ? 2 : 1;
    return !is_word(right(digits));
  }

  // 18 h 30: the hour holds its minutes too.
  [[nodiscard]] bool is_hour_and_minute(std::u16string_view hour) const {
    return hour == u"h" && language().raised_ordinals && out_.size() > 2 &&
           is_gap(out_[out_.size() - 2].unit) &&
           is_digit(out_[out_.size() - 3].unit) && is_digit(right()) &&
           applies(PolishRule::Units);
  }

  // "J. K. Rowling", "J.-P. Sartre".
  [[nodiscard]] bool is_initial(std::u16string_view word) const {
    const std::size_t size = word.size();
    return size >= 2 && word[size - 1] == u'.' && is_upper(word[size - 2]) &&
           (size == 2 || word[size - 3] == u'-' || word[size - 3] == u'.') &&
           is_upper(right()) && applies(PolishRule::Initials);
  }

  [[nodiscard]] bool is_abbreviation(std::u16string_view word) const {
    if (!applies(PolishRule::Abbreviations)) return false;
    if (is_upper(right()) && list_holds(language().titles, word)) return true;
    if (is_digit(right()) && list_holds(language().references, word)) {
      return true;
    }
    if (word.back() != u'.') return false;
    std::u16string both(word);
    return list_holds(language().abbreviations, both += bare_word_after());
  }

  [[nodiscard]] bool is_short_word(std::u16string_view word) const {
    if (word.size() != 1 || !applies(PolishRule::ShortWords)) return false;
    const char16_t lower = to_lower(word[0]);
    return list_holds(language().short_words, {&lower, 1}) && is_word(right());
  }

  const Cells& out_;
  const Cells& in_;
  // The spaces are [gap_, right_) of in_.
  std::size_t gap_;
  std::size_t right_;
  const PolishRules& rules_;
  char16_t bound_with_ = kNoBreakSpace;
  std::u16string word_;
};

}  // namespace

std::optional<char16_t> space_between_words(const Cells& out, const Cells& in,
                                            std::size_t gap, std::size_t right,
                                            const PolishRules& rules) {
  return Neighbours(out, in, gap, right, rules).space();
}

}  // namespace broadsheet
