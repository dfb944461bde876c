// Third pass: the space, or the lack of it, between every two characters that
// are none. What stands on its two sides decides, never which space it is: so
// a second time finds what the first one set.
#include <optional>

#include "typography/polish_cells.h"

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
      copy_letters(in_, right_, out_);
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
  [[nodiscard]] bool may_change() const {
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
    return space_between_words(out_, in_, gap_, right_, rules_);
  }

  // Rules for what stands together only ever replace a space that breaks.
  [[nodiscard]] bool gap_kept() const {
    for (std::size_t i = gap_; i < right_; ++i) {
      if (!is_breaking_gap(in_[i].unit)) return true;
    }
    return false;
  }

  [[nodiscard]] bool applies(PolishRule rule) const {
    return !trigger_->fixed && rules_.on(rule, trigger_->language);
  }
  [[nodiscard]] const LanguageRules& language() const {
    return language_rules(trigger_->language);
  }
  [[nodiscard]] char16_t left() const { return out_.back().unit; }
  [[nodiscard]] char16_t right(std::size_t distance = 0) const {
    return unit_at(in_, right_ + distance);
  }

  // The no-break space, unless there is one of either kind already.
  [[nodiscard]] Space no_break(char16_t wanted) const {
    if (right_ - gap_ == 1 && !is_breaking_gap(in_[gap_].unit)) {
      return in_[gap_].unit;
    }
    return wanted;
  }

  [[nodiscard]] Space before_mark() const {
    if (trigger_->fixed || trigger_->language == kNoPolishLanguage) return {};
    const char16_t mark = right();
    if (is_high_mark(mark) || mark == u':') return before_high_mark(mark);
    if (mark == u',' || mark == u'.' || mark == u'،' || mark == u'؛' ||
        mark == u'؟') {
      return before_low_mark();
    }
    if (mark == u'»') return inside_guillemets(language().quotes);
    if (is_closing_bracket(mark)) return before_closing_bracket();
    if (mark == u'%' || mark == u'‰' || is_currency(mark)) {
      return before_sign(mark);
    }
    if (is_dash(mark) && gap_ < right_ && !gap_kept() && is_gap(right(1)) &&
        language().no_break_before_dash && applies(PolishRule::DashSpaces)) {
      return kNoBreakSpace;
    }
    return {};
  }

  [[nodiscard]] Space before_high_mark(char16_t mark) const {
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
  [[nodiscard]] Space removed_before(std::size_t end) const {
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
  [[nodiscard]] Space before_low_mark() const {
    const char16_t next = right(1);
    const bool ends = is_gap(next) || is_line_end(next) || is_closing(next) ||
                      (right() == u',' && is_letter(next));
    if (gap_ == right_ || !ends || !(is_word(left()) || is_closing(left())) ||
        !applies(PolishRule::PunctuationSpaces)) {
      return {};
    }
    std::size_t word = 1;
    while (is_gap(right(word))) ++word;
    return right(word) == u'.' ? Space() : Space(0);  // ". . ." stays.
  }

  // Where guillemets point outwards: «text».
  [[nodiscard]] Space inside_guillemets(
      const std::array<QuotePair, 2>& quotes) const {
    const bool outwards = quotes[0].open == u'«' || quotes[1].open == u'«';
    if (!outwards || !applies(PolishRule::QuoteSpaces)) return {};
    if (left() == u'«' && right() == u'»') return {};
    const char16_t inside = language().inside_guillemets;
    if (inside != 0) return no_break(inside);
    return gap_ == right_ ? Space() : Space(0);
  }

  [[nodiscard]] Space before_closing_bracket() const {
    if (gap_ == right_ || is_opening_bracket(left()) ||
        !applies(PolishRule::PunctuationSpaces)) {
      return {};
    }
    return 0;
  }

  [[nodiscard]] Space before_sign(char16_t mark) const {
    const PolishRule rule =
        is_currency(mark) ? PolishRule::Units : PolishRule::Percent;
    if (!is_digit(left()) || is_word(right(1)) || !applies(rule)) return {};
    if (gap_ == right_ && !language().space_before_percent) return {};
    return no_break(kNoBreakSpace);
  }

  [[nodiscard]] Space after_mark() const {
    if (trigger_->fixed || trigger_->language == kNoPolishLanguage) return {};
    if (left() == u'«' && !is_closing_bracket(right())) {
      return inside_guillemets(language().quotes);
    }
    if (!applies(PolishRule::PunctuationSpaces)) return {};
    const bool empty = is_closing_bracket(right());  // "[ ]" is a box to tick.
    if (is_opening_bracket(left()) && gap_ < right_ && !empty) return 0;
    return left() == u',' && gap_ == right_ && parts_words() ? Space(u' ')
                                                             : Space();
  }

  // "word,word", but not "x,y".
  [[nodiscard]] bool parts_words() const {
    const std::size_t size = out_.size();
    return is_letter(right()) && size > 2 && is_letter(out_[size - 2].unit) &&
           is_letter(out_[size - 3].unit);
  }

  const Cells& in_;
  const PolishRules& rules_;
  Cells out_;
  // The spaces are [gap_, right_) of in_.
  std::size_t gap_ = 0;
  std::size_t right_ = 0;
  /// The character whose language's rule is asked.
  const Cell* trigger_ = nullptr;
};

}  // namespace

Cells polish_spaces(const Cells& cells, const PolishRules& rules) {
  return SpacePass(cells, rules).run();
}

}  // namespace broadsheet
