// Second pass: ellipses, dashes, ranges, and the marks of Arabic.
#include "typography/polish_cells.h"

namespace broadsheet {
namespace {

class DashPass {
 public:
  DashPass(const Cells& in, const PolishRules& rules) : in_(in), rules_(rules) {
    out_.reserve(in.size() + in.size() / 16 + 4);
  }

  Cells run() {
    while (i_ < in_.size()) {
      const Cell& cell = in_[i_];
      if (cell.fixed || cell.language == kNoPolishLanguage || !step(cell)) {
        copy(1);
        copy_letters(in_, i_, out_);
      }
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool on(PolishRule rule) const {
    return rules_.on(rule, in_[i_].language);
  }
  [[nodiscard]] const LanguageRules& language() const {
    return language_rules(in_[i_].language);
  }
  [[nodiscard]] char16_t after(std::size_t distance = 1) const {
    return unit_at(in_, i_ + distance);
  }

  // True when it has written what stands at i_ and moved on.
  bool step(const Cell& cell) {
    switch (cell.unit) {
      case u'.':
        return dots();
      case u'-':
        return hyphens();
      case u',':
      case u';':
      case u'?':
        return arabic_mark();
      default:
        return false;
    }
  }

  bool put(char16_t unit, std::size_t consumed = 1) {
    Cell cell = in_[i_];
    cell.unit = unit;
    out_.push_back(cell);
    i_ += consumed;
    return true;
  }

  [[nodiscard]] std::size_t count(char16_t unit) const {
    std::size_t n = 0;
    while (after(n) == unit && !in_[i_ + n].fixed &&
           in_[i_ + n].language == in_[i_].language) {
      ++n;
    }
    return n;
  }

  bool copy(std::size_t count) {
    for (; count > 0; --count) out_.push_back(in_[i_++]);
    return true;
  }

  // Three dots, or four with the full stop; more are leaders.
  bool dots() {
    const std::size_t n = count(u'.');
    const bool path = last_unit(out_) == u'/' || after(n) == u'/' ||
                      last_unit(out_) == u'\\' || after(n) == u'\\';
    const bool ellipsis = (n == 3 || n == 4) && !path &&
                          last_unit(out_) != u'.' && after(n) != u'.';
    if (!ellipsis || !on(PolishRule::Ellipsis)) return copy(n);
    return put(u'…', n);
  }

  bool hyphens() {
    const std::size_t n = count(u'-');
    const char16_t before = last_unit(out_);
    if (n == 1) return single_hyphen(before);
    if (n > 3 || !on(PolishRule::Dashes) || before == u'-' ||
        is_line_end(before) || is_line_end(after(n)) || after(n) == u'-' ||
        (is_gap(before) && !is_gap(after(n)))) {
      return copy(n);
    }
    put_dash(n == 3 ? u'—' : language().double_hyphen, n);
    return true;
  }

  void put_dash(char16_t dash, std::size_t hyphens) {
    const Cell at = in_[i_];
    Cell space = at;
    space.unit = u' ';
    const bool closed = language().closed_dash;
    const auto removable = [&at](const Cell& cell) {
      return !cell.fixed && is_gap(cell.unit) && cell.language == at.language;
    };
    if (closed) {
      while (!out_.empty() && removable(out_.back())) out_.pop_back();
    } else if (!is_gap(last_unit(out_))) {
      out_.push_back(space);
    }
    put(dash, hyphens);
    if (closed) {
      while (i_ < in_.size() && removable(in_[i_])) ++i_;
    } else if (!is_gap(unit_at(in_, i_))) {
      out_.push_back(space);
    }
  }

  bool single_hyphen(char16_t before) {
    if (is_gap(before) && is_gap(after()) && on(PolishRule::Dashes)) {
      const std::size_t left = left_of_gap();
      if (left != kNoCell && out_[left].unit != u'-' &&
          !is_line_end(out_[left].unit) && follows_gap()) {
        return put(language().spaced_hyphen);
      }
    }
    if (is_digit(before) && is_digit(after()) && on(PolishRule::Ranges) &&
        is_range()) {
      return put(u'–');
    }
    return false;
  }

  [[nodiscard]] std::size_t left_of_gap() const {
    std::size_t i = out_.size();
    while (i > 0 && is_gap(out_[i - 1].unit)) --i;
    return i == 0 ? kNoCell : i - 1;
  }

  [[nodiscard]] bool follows_gap() const {
    std::size_t distance = 1;
    while (is_gap(after(distance))) ++distance;
    return !is_line_end(after(distance)) && after(distance) != u'-';
  }

  // 12-15, 1964-2009, 2024-25: two numbers that ascend and nothing else. Dates
  // (2025-06-23), telephone numbers and models (555-1234, 747-400) are none.
  [[nodiscard]] bool is_range() const {
    std::size_t begin = i_;
    while (begin > 0 && is_digit(in_[begin - 1].unit)) --begin;
    std::size_t end = i_ + 1;
    while (is_digit(unit_at(in_, end))) ++end;
    const char16_t before = begin == 0 ? kLineEnd : in_[begin - 1].unit;
    const char16_t next = unit_at(in_, end);
    if (is_letter(before) || is_letter(next) || joins_digits(before) ||
        next == u'-' || next == u'/' ||
        (joins_digits(next) && is_digit(unit_at(in_, end + 1)))) {
      return false;
    }
    return ascends(begin, end);
  }

  static bool joins_digits(char16_t c) {
    return c == u'-' || c == u'.' || c == u',' || c == u'/' || c == u':' ||
           c == u'–' || c == u'+' || c == u'#';
  }

  [[nodiscard]] bool ascends(std::size_t begin, std::size_t end) const {
    const std::size_t left = i_ - begin;
    const std::size_t right = end - i_ - 1;
    if (left > 4 || right > 4 || in_[begin].unit == u'0' ||
        in_[i_ + 1].unit == u'0') {
      return false;
    }
    const int from = number(begin, i_);
    const int to = number(i_ + 1, end);
    if (left == 4 && right == 2) return from % 100 < to;
    return from < to && (left < 4) == (right < 4);
  }

  [[nodiscard]] int number(std::size_t begin, std::size_t end) const {
    int value = 0;
    for (; begin < end; ++begin) value = value * 10 + (in_[begin].unit - u'0');
    return value;
  }

  static bool may_part_mark(char16_t c) {
    return is_gap(c) || is_closing_bracket(c) || c == u'»' || c == u'”';
  }

  bool arabic_mark() {
    const std::string_view tag = language().tag;
    if ((tag != "ar" && tag != "fa") || is_digit(after()) ||
        !on(PolishRule::NativeMarks)) {
      return false;
    }
    std::size_t left = out_.size();
    while (left > 0 && may_part_mark(out_[left - 1].unit)) --left;
    if (left == 0 || !is_arabic(out_[left - 1].unit)) return false;
    const char16_t unit = in_[i_].unit;
    return put(unit == u',' ? u'،' : unit == u';' ? u'؛' : u'؟');
  }

  const Cells& in_;
  const PolishRules& rules_;
  Cells out_;
  std::size_t i_ = 0;
};

}  // namespace

Cells polish_dashes(const Cells& cells, const PolishRules& rules) {
  return DashPass(cells, rules).run();
}

}  // namespace broadsheet
