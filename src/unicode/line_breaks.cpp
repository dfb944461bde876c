#include "unicode/line_breaks.h"

#include "base/utf16.h"
#include "unicode/line_break_rules.h"
#include "unicode/line_break_tailoring.h"
#include "unicode/url_spans.h"

namespace broadsheet {
namespace {

constexpr char16_t kSoftHyphen = 0x00AD;

bool is_mark(LineClass line) {
  return line == LineClass::CM || line == LineClass::ZWJ;
}

// LB9: these take no marks.
bool takes_marks(LineClass line) {
  switch (line) {
    case LineClass::StartOfText:
    case LineClass::BK:
    case LineClass::CR:
    case LineClass::LF:
    case LineClass::NL:
    case LineClass::SP:
    case LineClass::ZW:
      return false;
    default:
      return true;
  }
}

// LB1 for what the tables leave open, LB10 for a mark with nothing to mark.
LineUnit unit_of(const CharacterProperties& properties) {
  if (is_mark(properties.line)) return {LineClass::AL, 0};
  if (properties.line == LineClass::CJ) return {LineClass::NS, kEastAsian};
  return {properties.line, properties.flags};
}

// Walks the text once and asks the rules at each position.
class BreakFinder {
 public:
  BreakFinder(std::u16string_view text, const BreakOptions& options)
      : text_(text), options_(options), tailoring_(options) {}

  std::vector<BreakOpportunity> run() {
    // French prose has an opportunity every six or seven code units.
    breaks_.reserve(text_.size() / 6);
    for (std::size_t offset = 0; offset < text_.size();) {
      const Utf16CodePoint decoded = decode_utf16(text_, offset);
      step(offset, decoded);
      offset += decoded.size;
    }
    return std::move(breaks_);
  }

 private:
  void step(std::size_t offset, Utf16CodePoint decoded) {
    const CharacterProperties& properties = properties_of(decoded.code_point);
    if (is_mark(properties.line) && takes_marks(context_.last.line)) {
      after_joiner_ = properties.line == LineClass::ZWJ;
      return;
    }
    TailoredUnit unit{unit_of(properties), unit_of(properties)};
    if (tailoring_.is_active()) {
      unit = tailoring_.apply(decoded.code_point, properties, context_);
    }
    if (offset != 0) judge(offset, offset + decoded.size, unit.as_next);
    advance(context_, unit.as_last);
    after_joiner_ = properties.line == LineClass::ZWJ;
  }

  void judge(std::size_t offset, std::size_t next_end, LineUnit next) {
    const auto last_index = static_cast<std::size_t>(context_.last.line);
    const auto next_index = static_cast<std::size_t>(next.line);
    const Verdict verdict = kPairTable[last_index][next_index];
    if (verdict == Verdict::Mandatory) {
      breaks_.push_back({offset, BreakKind::Mandatory});
      return;
    }
    const bool after_space = context_.last.line == LineClass::SP;
    if (after_joiner_) return;  // LB8a
    bool allowed = verdict == Verdict::Allowed;
    if (after_space && rules_after_spaces(context_.anchor.line)) {
      allowed = is_allowed_after_space(context_, look_ahead(next, next_end));
    } else if (verdict == Verdict::Context) {
      allowed = is_word_boundary(offset, next) ||
                is_allowed_in_context(context_, look_ahead(next, next_end));
    }
    if (allowed) add(offset);
  }

  void add(std::size_t offset) {
    if (options_.punctuation == PunctuationSpacing::French &&
        is_kept_in_french(text_, offset)) {
      return;
    }
    const bool soft = text_[offset - 1] == kSoftHyphen;
    breaks_.push_back(
        {offset, soft ? BreakKind::SoftHyphen : BreakKind::Allowed});
  }

  // The base characters that follow `begin`; rules need two at most.
  [[nodiscard]] LineLookahead look_ahead(LineUnit next,
                                         std::size_t begin) const {
    LineLookahead ahead;
    ahead.next = next;
    ahead.following = unit_after(next, begin);
    ahead.after_following = unit_after(ahead.following, begin);
    return ahead;
  }

  // Moves `offset` past the marks of `base` and the unit it returns.
  [[nodiscard]] LineUnit unit_after(LineUnit base, std::size_t& offset) const {
    while (offset < text_.size()) {
      const Utf16CodePoint decoded = decode_utf16(text_, offset);
      const CharacterProperties& found = properties_of(decoded.code_point);
      offset += decoded.size;
      if (!is_mark(found.line) || !takes_marks(base.line)) {
        return unit_of(found);
      }
    }
    return {LineClass::EndOfText, 0};
  }

  bool is_word_boundary(std::size_t offset, LineUnit next) {
    if (next.line != LineClass::SA || context_.last.line != LineClass::SA) {
      return false;
    }
    const std::span<const std::size_t> boundaries = options_.word_boundaries;
    while (boundary_ < boundaries.size() && boundaries[boundary_] < offset) {
      ++boundary_;
    }
    return boundary_ < boundaries.size() && boundaries[boundary_] == offset;
  }

  std::u16string_view text_;
  const BreakOptions& options_;
  LineTailoring tailoring_;
  LineContext context_;
  std::vector<BreakOpportunity> breaks_;
  std::size_t boundary_ = 0;   // Index of the next word boundary.
  bool after_joiner_ = false;  // A ZWJ ends at this position.
};

}  // namespace

std::vector<BreakOpportunity> find_breaks(std::u16string_view text,
                                          const BreakOptions& options) {
  std::vector<BreakOpportunity> breaks = BreakFinder(text, options).run();
  if (options.urls == UrlBreaks::AtSeparators) {
    replace_url_breaks(text, find_url_spans(text), breaks);
  }
  return breaks;
}

}  // namespace broadsheet
