#include "unicode/line_break_tailoring.h"

#include <algorithm>

namespace broadsheet {
namespace {

template <typename... Values>
constexpr bool is_any(char32_t value, Values... values) {
  return ((value == static_cast<char32_t>(values)) || ...);
}

// Lists of CSS Text 3 §5.3, in its order.
bool is_cjk_hyphen(char32_t c) { return is_any(c, 0x301C, 0x30A0); }
bool is_hyphen_or_en_dash(char32_t c) { return is_any(c, 0x2010, 0x2013); }
bool is_iteration_mark(char32_t c) {
  return is_any(c, 0x3005, 0x303B, 0x309D, 0x309E, 0x30FD, 0x30FE);
}
bool is_centred_punctuation(char32_t c) {
  return is_any(c, 0x30FB, 0xFF1A, 0xFF1B, 0xFF65, 0x203C, 0x2047, 0x2048,
                0x2049, 0xFF01, 0xFF1F);
}

// Farther than this from its word a mark stands for itself.
constexpr std::size_t kMaxSpaces = 8;

// Spaces that French sets between a word and its punctuation.
bool is_inline_space(char16_t c) {
  return is_any(c, 0x20, 0x09, 0xA0, 0x202F, 0x3000) ||
         (c >= 0x2000 && c <= 0x200A);
}

bool is_french_closer(char16_t c) {
  return is_any(c, 0xBB, 0x203A, ':', ';', '?', '!', 0x203C, 0x2047, 0x2048,
                0x2049);
}

bool is_french_opener(char16_t c) { return is_any(c, 0xAB, 0x2039); }

}  // namespace

LineTailoring::LineTailoring(const BreakOptions& options)
    : strictness_(options.strictness),
      cjk_(options.writing_system == WritingSystem::ChineseOrJapanese) {}

TailoredUnit LineTailoring::apply(char32_t code_point,
                                  const CharacterProperties& properties,
                                  const LineContext& context) const {
  const LineUnit ideograph{LineClass::ID, kEastAsian};
  LineUnit own{properties.line, properties.flags};
  if (properties.line == LineClass::CM || properties.line == LineClass::ZWJ) {
    own = {LineClass::AL, 0};  // LB10
  } else if (properties.line == LineClass::CJ) {
    own = ideograph;
  }
  TailoredUnit unit{own, own};
  if (is_ideographic_next(code_point, properties, context)) {
    unit.as_next = ideograph;
  }
  // Breaks after wide prefixes, and around what now counts as an ideograph.
  const bool loose = strictness_ == Strictness::Loose;
  const bool prefix = own.line == LineClass::PR && properties.has(kWideAffix);
  const bool freed =
      own.line == LineClass::NS && unit.as_next.line == LineClass::ID;
  if (freed || (loose && cjk_ && prefix)) unit.as_last = ideograph;
  return unit;
}

bool LineTailoring::is_ideographic_next(char32_t code_point,
                                        const CharacterProperties& properties,
                                        const LineContext& context) const {
  if (cjk_ && is_cjk_hyphen(code_point)) return true;
  if (strictness_ != Strictness::Loose) return false;
  if (is_iteration_mark(code_point)) return true;
  if (properties.line == LineClass::IN) {
    return context.last.line == LineClass::IN;
  }
  if (is_hyphen_or_en_dash(code_point)) {
    return context.last.line == LineClass::ID;
  }
  if (!cjk_) return false;
  return is_centred_punctuation(code_point) ||
         (properties.line == LineClass::PO && properties.has(kWideAffix));
}

bool is_kept_in_french(std::u16string_view text, std::size_t offset) {
  std::size_t after = offset;
  const std::size_t last = std::min(text.size(), offset + kMaxSpaces);
  while (after < last && is_inline_space(text[after])) ++after;
  if (after < text.size() && is_french_closer(text[after])) return true;
  std::size_t before = offset;
  const std::size_t first = offset - std::min(offset, kMaxSpaces);
  while (before > first && is_inline_space(text[before - 1])) --before;
  return before > 0 && is_french_opener(text[before - 1]);
}

}  // namespace broadsheet
