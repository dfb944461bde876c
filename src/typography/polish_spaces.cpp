// Third pass: the space, or the lack of it, between every two characters that
// are none. What stands on its two sides decides, never which space it is: so
// a second time finds what the first one set.
#include <optional>

#include "typography/polish_cells.h"
#include "unicode/lower_case.h"

namespace broadsheet {
namespace {

bool is_high_mark(char16_t c) { return c == u';' || c == u'!' || c == u'?'; }

bool is_currency(char16_t c) {
  return c == u'€' || c == u'$' || c == u'£' || c == u'¥';
}

// What a mark may stand behind with a space of its own.
bool may_precede_mark(char16_t c) {
  return !is_opening_bracket(c) && !is_line_end(c) && !is_high_mark(c) &&
         c != u':' && c != u'«' && c != u'“' && c != u'‹' && c != u'¿' &&
         c != u'¡';
}

class SpacePass {
 public:
  SpacePass(const Cells& in, const PolishRules& rules)
      : in_(in), rules_(rules) {
    out_.reserve(in.size() + in.size() / 16 + 4);
  }

  Cells run() {
    while (right_ < in_.size()) {
      gap_ = right_;
      while (right_ < in_.size() && is_gap(in_[right_].unit)) ++right_;
      set_gap();
      if (right_ < in_.size()) out_.push_back(in_[right_++]);
    }
    return std::move(out_);
  }

 private:
  // 0: no space. Nothing: as it is.
  using Space = std::optional<char16_t>;

  void set_gap() {
    const bool inside = !out_.empty() && right_ < in_.size() &&
                        !is_line_end(in_[right_].unit) &&
                        !is_line_end(out_.back().unit);
    const Space space = inside ? decide() : std::nullopt;
    if (!space || !may_change()) {
      out_.insert(out_.end(), in_.begin() + static_cast<std::ptrdiff_t>(gap_),
                  in_.begin() + static_cast<std::ptrdiff_t>(right_));
      return;
    }
    if (*space == 0) return;
    Cell cell = gap_ < right_ ? in_[gap_] : *trigger_;
    cell.unit = *space;
    out_.push_back(cell);
  }

  // Never what is code, or another language's.
  bool may_change() const {
    for (std::size_t i = gap_; i < right_; ++i) {
      if (in_[i].fixed || in_[i].language != trigger_->language) return false;
    }
    return true;
  }

  Space decide() {
    trigger_ = &in_[right_];
    if (const Space space = before_mark()) return space;
    trigger_ = &out_.back();
    if (const Space space = after_mark()) return space;
    if (gap_ == right_) return std::nullopt;
    if (gap_kept()) return std::nullopt;
    trigger_ = &in_[right_];
    if (trigger_->language != out_.back().language) return std::nullopt;
    return bound() ? Space(bound_with_) : std::nullopt;
  }

  // Rules for what stands together only ever replace a space that breaks.
  bool gap_kept() const {
    for (std::size_t i = gap_; i < right_; ++i) {
      if (!is_breaking_gap(in_[i].unit)) return true;
    }
    return false;
  }

  bool applies(PolishRule rule) const {
    return !trigger_->fixed && rules_.on(rule, trigger_->language);
  }
  const LanguageRules& language() const {
    return language_rules(trigger_->language);
  }
  char16_t left() const { return out_.back().unit; }
  char16_t right(std::size_t distance = 0) const {
    return unit_at(in_, right_ + distance);
  }

  // The no-break space, unless there is one of either kind already.
  Space no_break(char16_t wanted) const {
    if (right_ - gap_ == 1 && !is_breaking_gap(in_[gap_].unit)) {
      return in_[gap_].unit;
    }
    return wanted;
  }

  Space before_mark() const {
    if (trigger_->fixed || trigger_->language == kNoPolishLanguage) return {};
    const char16_t mark = right();
    if (is_high_mark(mark) || mark == u':') return before_high_mark(mark);
    if (mark == u',' || mark == u'.' || mark == u'،' || mark == u'؛' ||
        mark == u'؟') {
      return before_low_mark();
    }
    if (mark == u'»') return inside_guillemets(language().quotes);
    if (mark == u'%' || mark == u'‰' || is_currency(mark)) {
      return before_sign(mark);
    }
    if (is_dash(mark) && gap_ < right_ && !gap_kept() && is_gap(right(1)) &&
        language().no_break_before_dash && applies(PolishRule::DashSpaces)) {
      return kNoBreakSpace;
    }
    return {};
  }

  Space before_high_mark(char16_t mark) const {
    std::size_t end = 1;
    while (is_high_mark(right(end)) || right(end) == u'…') ++end;
    const char16_t next = right(end);
    if (!applies(PolishRule::PunctuationSpaces) || !may_precede_mark(left()) ||
        is_word(next) || next == u'/' || next == u'=' || next == u':') {
      return {};
    }
    const bool colon = mark == u':';
    if (colon && !is_gap(next) && !is_line_end(next) && gap_ == right_ &&
        !is_closing(next)) {
      return {};
    }
    const SpaceBefore space = colon ? language().colon : language().high;
    if (space == SpaceBefore::Removed) return removed_before(end);
    if (space == SpaceBefore::NoBreak) return no_break(kNoBreakSpace);
    return colon ? no_break(kNarrowNoBreakSpace) : kNarrowNoBreakSpace;
  }

  static bool is_closing(char16_t c) {
    return is_closing_bracket(c) || c == u'»' || c == u'”' || c == u'"';
  }

  // "Hello !" loses its space; "what does ? mean" and "2 : 1" keep it.
  Space removed_before(std::size_t end) const {
    if (gap_ == right_ || !(is_word(left()) || is_closing(left()))) return {};
    const char16_t next = right(end);
    if (!is_gap(next) && !is_line_end(next) && !is_closing(next)) return {};
    std::size_t word = end;
    while (is_gap(right(word))) ++word;
    const char16_t follows = right(word);
    if (is_high_mark(right()) && right() != u';' && is_letter(follows) &&
        !is_upper(follows) && !is_arabic(follows) && !is_hebrew(follows)) {
      return {};
    }
    if (is_digit(left()) && is_digit(follows) && right() == u':') return {};
    return 0;
  }

  // No language parts a comma or a full stop from its word.
  Space before_low_mark() const {
    const char16_t next = right(1);
    const bool ends = is_gap(next) || is_line_end(next) || is_closing(next);
    if (gap_ == right_ || !ends || !(is_word(left()) || is_closing(left())) ||
        !applies(PolishRule::PunctuationSpaces)) {
      return {};
    }
    std::size_t word = 1;
    while (is_gap(right(word))) ++word;
    return right(word) == u'.' ? Space() : Space(0);  // ". . ." stays.
  }

  // Where guillemets point outwards: «text».
  Space inside_guillemets(const std::array<QuotePair, 2>& quotes) const {
    const bool outwards = quotes[0].open == u'«' || quotes[1].open == u'«';
    if (!outwards || !applies(PolishRule::QuoteSpaces)) return {};
    if (left() == u'«' && right() == u'»') return {};
    const char16_t inside = language().inside_guillemets;
    if (inside != 0) return no_break(inside);
    return gap_ == right_ ? Space() : Space(0);
  }

  Space before_sign(char16_t mark) const {
    const PolishRule rule =
        is_currency(mark) ? PolishRule::Units : PolishRule::Percent;
    if (!is_digit(left()) || is_word(right(1)) || !applies(rule)) return {};
    if (gap_ == right_ && !language().space_before_percent) return {};
    return no_break(kNoBreakSpace);
  }

  Space after_mark() const {
    if (trigger_->fixed || trigger_->language == kNoPolishLanguage) return {};
    if (left() == u'«') return inside_guillemets(language().quotes);
    return {};
  }

  // From here on: words and numbers that stand together.

  bool bound() {
    if (trigger_->fixed || trigger_->language == kNoPolishLanguage)
      return false;
    bound_with_ = kNoBreakSpace;
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
  std::u16string word_after(std::size_t begin, bool letters) const {
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

  // 12 000 000: a group of three, behind one of up to three.
  bool is_group_of_digits(std::u16string_view number) const {
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

  bool follows_group(std::size_t size) const {
    const std::size_t begin = out_.size() - size;
    return begin >= 2 && out_[begin - 1].unit == kNarrowNoBreakSpace &&
           is_digit(out_[begin - 2].unit);
  }

  bool is_unit() const {
    if (!applies(PolishRule::Units)) return false;
    std::u16string word = word_after(right_, false);
    constexpr std::u16string_view kEnds = u",;:!?)]»”…";
    while (!word.empty() && kEnds.find(word.back()) != kEnds.npos) {
      word.pop_back();
    }
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

  bool is_day_and_month(std::u16string_view day) const {
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

  bool is_month(std::u16string word) const {
    for (char16_t& c : word) c = to_lower(c);
    return list_holds(language().months, word);
  }

  bool is_month_and_day(std::u16string_view month) const {
    if (!language().month_first || !applies(PolishRule::Dates) ||
        !is_upper(month[0]) || !is_digit(right()) ||
        !is_month(std::u16string(month))) {
      return false;
    }
    const std::size_t digits = is_digit(right(1)) ? 2 : 1;
    return !is_word(right(digits));
  }

  // 18 h 30: the hour holds its minutes too.
  bool is_hour_and_minute(std::u16string_view hour) const {
    return hour == u"h" && language().raised_ordinals && out_.size() > 2 &&
           is_gap(out_[out_.size() - 2].unit) &&
           is_digit(out_[out_.size() - 3].unit) && is_digit(right()) &&
           applies(PolishRule::Units);
  }

  // "J. K. Rowling", "J.-P. Sartre".
  bool is_initial(std::u16string_view word) const {
    const std::size_t size = word.size();
    return size >= 2 && word[size - 1] == u'.' && is_upper(word[size - 2]) &&
           (size == 2 || word[size - 3] == u'-' || word[size - 3] == u'.') &&
           is_upper(right()) && applies(PolishRule::Initials);
  }

  bool is_abbreviation(std::u16string_view word) const {
    if (!applies(PolishRule::Abbreviations)) return false;
    if (is_upper(right()) && list_holds(language().titles, word)) return true;
    if (is_digit(right()) && list_holds(language().references, word)) {
      return true;
    }
    if (word.back() != u'.') return false;
    std::u16string both(word);
    return list_holds(language().abbreviations,
                      both += word_after(right_, false));
  }

  bool is_short_word(std::u16string_view word) const {
    if (word.size() != 1 || !applies(PolishRule::ShortWords)) return false;
    const char16_t lower = to_lower(word[0]);
    return list_holds(language().short_words, {&lower, 1}) && is_word(right());
  }

  const Cells& in_;
  const PolishRules& rules_;
  Cells out_;
  // The spaces are [gap_, right_) of in_.
  std::size_t gap_ = 0;
  std::size_t right_ = 0;
  /// The character whose language's rule is asked.
  const Cell* trigger_ = nullptr;
  char16_t bound_with_ = kNoBreakSpace;
  std::u16string word_;
};

}  // namespace

Cells polish_spaces(const Cells& cells, const PolishRules& rules) {
  return SpacePass(cells, rules).run();
}

}  // namespace broadsheet
