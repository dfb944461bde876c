// First pass: quotation marks and apostrophes. Left to right, looking at what
// is set already to the left and at what is written to the right.
#include "typography/polish_cells.h"

namespace broadsheet {
namespace {

// What may stand behind one that closes.
bool may_follow_closing(char16_t c) {
  constexpr std::u16string_view kMarks = u".,;:!?…»”’›\"'-–—/،؛؟";
  return is_gap(c) || is_line_end(c) || is_closing_bracket(c) ||
         kMarks.find(c) != std::u16string_view::npos;
}

bool may_follow_opening(char16_t c) {
  constexpr std::u16string_view kMarks = u",;:!?»›،؛؟";
  return !is_gap(c) && !is_line_end(c) && !is_closing_bracket(c) &&
         kMarks.find(c) == std::u16string_view::npos;
}

// Words that begin with an apostrophe (CMOS 6.117).
bool is_elision(const Cells& cells, std::size_t i) {
  std::u16string word;
  for (std::size_t k = i + 1; k < cells.size() && word.size() < 8; ++k) {
    if (!is_letter(cells[k].unit)) break;
    word += static_cast<char16_t>(cells[k].unit | 0x20U);
  }
  return list_holds(" tis twas em til cause n round bout cuz ", word);
}

class QuotePass {
 public:
  QuotePass(const Cells& in, const PolishRules& rules)
      : in_(in), rules_(rules) {
    out_.reserve(in.size() + in.size() / 16 + 4);
    find_last_closing_single();
  }

  Cells run() {
    while (i_ < in_.size()) {
      const Cell& cell = in_[i_];
      if (cell.fixed || cell.language == kNoPolishLanguage || !step(cell)) {
        out_.push_back(cell);
        ++i_;
        copy_letters(in_, i_, out_);
      }
    }
    return std::move(out_);
  }

 private:
  // A quotation mark that waits for its partner.
  struct Open {
    QuotePair pair;
    char16_t typed = 0;  // " or '; 0 for one that was typographic already
    PolishLanguage language = kNoPolishLanguage;
  };
  static constexpr std::size_t kDeepest = 8;

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
      case u'"':
        return double_quote();
      case u'\'':
        return single_quote();
      default:
        if (cell.unit >= 0xAB) note_quote(cell);
        return false;
    }
  }

  bool put(char16_t unit) {
    Cell cell = in_[i_];
    cell.unit = unit;
    out_.push_back(cell);
    ++i_;
    return true;
  }

  // An opening ' needs a closing one somewhere behind it.
  void find_last_closing_single() {
    for (std::size_t i = in_.size(); i-- > 1;) {
      const char16_t before = in_[i - 1].unit;
      if (in_[i].unit != u'\'' || in_[i].fixed || is_gap(before) ||
          is_line_end(before) || !may_follow_closing(unit_at(in_, i + 1))) {
        continue;
      }
      last_closing_single_ = i;
      return;
    }
  }

  [[nodiscard]] std::size_t find_open(char16_t typed, char16_t close) const {
    for (std::size_t i = open_.size(); i-- > 0;) {
      const Open& open = open_[i];
      if (open.language == in_[i_].language && open.typed == typed &&
          (close == 0 || open.pair.close == close)) {
        return i;
      }
    }
    return kNoCell;
  }

  [[nodiscard]] const Open* innermost() const {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].language == in_[i_].language) return &open_[i];
    }
    return nullptr;
  }

  // The pair for the next level: never the one that it stands in.
  [[nodiscard]] QuotePair next_pair(char16_t typed) const {
    const Open* outer = innermost();
    const LanguageRules& rules = language();
    if (outer == nullptr) return typed == u'"' ? rules.quotes[0] : rules.single;
    return outer->pair == rules.quotes[0] ? rules.quotes[1] : rules.quotes[0];
  }

  void push(QuotePair pair, char16_t typed) {
    if (open_.size() < kDeepest) {
      open_.push_back({pair, typed, in_[i_].language});
    }
  }

  bool open_quote(char16_t typed) {
    const QuotePair pair = next_pair(typed);
    push(pair, typed);
    put(pair.open);
    opened_at_ = out_.size();
    return true;
  }

  // Whether the last character opens a quotation: what opens one in English
  // closes one in German.
  [[nodiscard]] bool is_behind_opening() const {
    if (opened_at_ == out_.size()) return true;
    const LanguageRules& rules = language();
    const char16_t last = last_unit(out_);
    bool opens = false;
    for (const QuotePair& pair : {rules.quotes[0], rules.quotes[1]}) {
      if (last == pair.close) return false;
      opens |= last == pair.open;
    }
    return opens;
  }

  // What may stand in front of a quotation mark that opens.
  [[nodiscard]] bool may_open() const {
    const char16_t c = last_unit(out_);
    return is_gap(c) || is_line_end(c) || is_opening_bracket(c) || is_dash(c) ||
           c == u'-' || c == u'/' || c == u'’' || c == u'¿' || c == u'¡' ||
           is_hebrew(c) || is_behind_opening();
  }

  bool close_quote(std::size_t open) {
    const char16_t close = open_[open].pair.close;
    open_.resize(open);
    return put(close);
  }

  // Typographic marks that are there already count as levels.
  void note_quote(const Cell& cell) {
    for (const QuotePair& pair : language().quotes) {
      const std::size_t open = find_open(0, cell.unit);
      if (cell.unit == pair.close && open != kNoCell &&
          may_follow_closing(after())) {
        open_.resize(open);
        return;
      }
      if (cell.unit == pair.open && may_open() && cell.unit != u'’') {
        push(pair, 0);
        return;
      }
    }
  }

  [[nodiscard]] bool opens_here() const {
    return may_open() && (may_follow_opening(after()) &&
                          (after() != u'.' || after(2) == u'.'));
  }

  [[nodiscard]] bool closes_here() const {
    const char16_t before = last_unit(out_);
    return !is_gap(before) && !is_line_end(before) &&
           !is_opening_bracket(before) && !is_behind_opening() &&
           may_follow_closing(after());
  }

  bool double_quote() {
    // Gershayim stand before the last letter of an acronym.
    if (is_hebrew(last_unit(out_)) && is_hebrew(after()) &&
        !is_hebrew(after(2)) && on(PolishRule::NativeMarks) &&
        language().tag == "he") {
      return put(u'\u05F4');
    }
    if (!on(PolishRule::Quotes)) return false;
    const std::size_t open = find_open(u'"', 0);
    const bool closes = closes_here();
    if (closes && open != kNoCell) return close_quote(open);
    if (opens_here()) return open_quote(u'"');
    // Behind a digit it may be inches; otherwise a quotation of several
    // paragraphs ends here.
    if (closes && !is_digit(last_unit(out_))) {
      return put(language().quotes[0].close);
    }
    return loose_quote(open);
  }

  // French typists part the marks from their text: " mot ".
  bool loose_quote(std::size_t open) {
    if (language().inside_guillemets == 0 || !is_gap(last_unit(out_))) {
      return false;
    }
    if (open != kNoCell && may_follow_closing(after())) {
      return close_quote(open);
    }
    if (!is_gap(after()) || !is_word(after(2))) return false;
    std::size_t next = i_ + 1;
    while (next < in_.size() && in_[next].unit != u'"') ++next;
    if (next == in_.size() || !is_gap(in_[next - 1].unit) ||
        !may_follow_closing(unit_at(in_, next + 1))) {
      return false;
    }
    return open_quote(u'"');
  }

  bool single_quote() {
    const char16_t before = last_unit(out_);
    const std::size_t open = find_open(u'\'', 0);
    const bool quotes = on(PolishRule::Quotes);
    if (quotes && open != kNoCell && closes_here()) return close_quote(open);
    if (is_hebrew(before) && on(PolishRule::NativeMarks)) {
      return put(u'\u05F3');
    }
    if (quotes && opens_here() && !is_digit(after()) &&
        last_closing_single_ != kNoCell && last_closing_single_ > i_ &&
        !is_elision(in_, i_)) {
      return open_quote(u'\'');
    }
    const bool inside_word = is_word(before) && is_letter(after());
    const bool at_end = is_letter(before);
    const bool at_start = may_open() && is_word(after());
    if (on(PolishRule::Apostrophes) && (inside_word || at_end || at_start)) {
      return put(u'’');
    }
    return false;
  }

  const Cells& in_;
  const PolishRules& rules_;
  Cells out_;
  std::size_t i_ = 0;
  // The length of out_ when a mark that opens had just been put.
  std::size_t opened_at_ = kNoCell;
  std::vector<Open> open_;
  std::size_t last_closing_single_ = kNoCell;
};

}  // namespace

Cells polish_quotes(const Cells& cells, const PolishRules& rules) {
  return QuotePass(cells, rules).run();
}

}  // namespace broadsheet
