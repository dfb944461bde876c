#include "unicode/line_break_rules.h"

namespace broadsheet {
namespace {

using C = LineClass;

template <typename... Classes>
constexpr bool is_any(C value, Classes... classes) {
  return ((value == classes) || ...);
}

constexpr bool is_hard_break(C c) {
  return is_any(c, C::BK, C::CR, C::LF, C::NL);
}
constexpr bool is_letter(C c) {
  return is_any(c, C::AL, C::DottedCircle, C::HL, C::SA);
}
constexpr bool is_alphabetic(C c) { return is_letter(c) && c != C::HL; }
constexpr bool is_quote(C c) { return is_any(c, C::QU, C::QUPi, C::QUPf); }
constexpr bool is_open(C c) { return is_any(c, C::OP, C::OPWide); }
constexpr bool is_close_parenthesis(C c) { return is_any(c, C::CP, C::CPWide); }
constexpr bool is_close(C c) { return c == C::CL || is_close_parenthesis(c); }
constexpr bool is_hyphen(C c) { return is_any(c, C::HY, C::HH); }
constexpr bool is_affix(C c) { return is_any(c, C::PR, C::PO); }
constexpr bool is_ideographic(C c) { return is_any(c, C::ID, C::EB, C::EM); }
constexpr bool is_aksara(C c) {
  return is_any(c, C::AK, C::AS, C::DottedCircle);
}
constexpr bool is_never_first(C c) {
  return is_any(c, C::BA, C::HH, C::HY, C::NS);
}
constexpr bool is_hangul(C c) {
  return is_any(c, C::JL, C::JV, C::JT, C::H2, C::H3);
}

// The first rule that decides wins, in the order of UAX #14; `Context` stands
// for "this rule may decide, or leave it to the next ones".
constexpr Verdict kNo = Verdict::Prohibited;
constexpr Verdict kYes = Verdict::Allowed;
constexpr Verdict kAsk = Verdict::Context;
// Not a verdict: no rule of the group has spoken.
constexpr Verdict kNext = Verdict::Mandatory;

// LB4–LB13, spaces excepted.
constexpr Verdict judge_hard(C a, C b) {
  if (is_hard_break(b) || is_any(b, C::SP, C::ZW)) return kNo;  // LB6, LB7
  if (a == C::ZW) return kYes;                                  // LB8
  if (a == C::ZWJ) return kNo;                                  // LB8a
  if (a == C::WJ || b == C::WJ || a == C::GL) return kNo;       // LB11, LB12
  if (b == C::GL && !is_any(a, C::BA) && !is_hyphen(a)) return kNo;  // LB12a
  if (is_close(b) || is_any(b, C::EX, C::SY)) return kNo;            // LB13
  return kNext;
}

// LB14–LB20.
constexpr Verdict judge_punctuation(C a, C b) {
  if (is_open(a)) return kNo;                    // LB14
  if (a == C::QUPi || b == C::QUPf) return kNo;  // LB15a, LB15b, LB19
  if (b == C::IS) return kNo;                    // LB15d
  if (is_close(a) && b == C::NS) return kNo;     // LB16
  if (a == C::B2 && b == C::B2) return kNo;      // LB17
  if (b == C::QU || a == C::QU) return kNo;      // LB19
  if (b == C::QUPi || a == C::QUPf) {            // LB19a, or LB21, LB22
    return a == C::BB || is_never_first(b) || b == C::IN ? kNo : kAsk;
  }
  if (a == C::CB || b == C::CB) return kYes;  // LB20
  return kNext;
}

// LB21–LB25.
constexpr Verdict judge_words(C a, C b) {
  if (is_never_first(b) || a == C::BB) return kNo;                 // LB21
  if (is_hyphen(a)) return a == C::HY && b == C::NU ? kNo : kAsk;  // LB20a, 21a
  if (a == C::SY && b == C::HL) return kNo;                        // LB21b
  if (b == C::IN) return kNo;                                      // LB22
  if (is_letter(a) && b == C::NU) return kNo;                      // LB23
  if (a == C::NU && is_letter(b)) return kNo;
  if (a == C::PR && is_ideographic(b)) return kNo;  // LB23a
  if (is_ideographic(a) && b == C::PO) return kNo;
  if (is_affix(a) && is_letter(b)) return kNo;  // LB24
  if (is_letter(a) && is_affix(b)) return kNo;
  if (a == C::NU && (is_affix(b) || b == C::NU)) return kNo;  // LB25
  if (is_affix(a) && b == C::NU) return kNo;
  if (is_affix(a) && is_open(b)) return kAsk;
  if (a == C::IS && b == C::NU) return kNo;
  if (a == C::SY && b == C::NU) return kAsk;
  if ((is_close(a) || is_any(a, C::IS, C::SY)) && is_affix(b)) return kAsk;
  return kNext;
}

// LB26–LB30b.
constexpr Verdict judge_scripts(C a, C b) {
  if (a == C::JL && is_any(b, C::JL, C::JV, C::H2, C::H3)) return kNo;  // LB26
  if (is_any(a, C::JV, C::H2) && is_any(b, C::JV, C::JT)) return kNo;
  if (is_any(a, C::JT, C::H3) && b == C::JT) return kNo;
  if (is_hangul(a) && b == C::PO) return kNo;  // LB27
  if (a == C::PR && is_hangul(b)) return kNo;
  if (a == C::SA && b == C::SA) return kAsk;  // Word boundaries from outside.
  if (is_letter(a) && is_letter(b)) return kNo;  // LB28
  if (a == C::AP && is_aksara(b)) return kNo;    // LB28a
  if (is_aksara(a) && is_any(b, C::VF, C::VI)) return kNo;
  if (a == C::VI && is_any(b, C::AK, C::DottedCircle)) return kAsk;
  if (is_aksara(a) && is_aksara(b)) return kAsk;
  if (a == C::IS && is_letter(b)) return kNo;  // LB29
  const bool word = is_letter(a) || a == C::NU;
  if (word && b == C::OP) return kNo;  // LB30
  if (a == C::CP && (is_letter(b) || b == C::NU)) return kNo;
  if (a == C::RI && b == C::RI) return kAsk;  // LB30a
  if (a == C::EB && b == C::EM) return kNo;   // LB30b
  if ((a == C::ID || is_alphabetic(a)) && b == C::EM) return kAsk;
  return kYes;  // LB31
}

// A space before: what LB7–LB18 leave to the unit before the spaces is asked
// for in is_allowed_after_space.
constexpr Verdict judge_space(C b) {
  if (is_hard_break(b) || is_any(b, C::SP, C::ZW, C::WJ)) return kNo;
  if (is_close(b) || is_any(b, C::EX, C::SY)) return kNo;  // LB13
  if (is_any(b, C::QUPf, C::IS)) return kAsk;              // LB15b–LB15d
  return kYes;                                             // LB18
}

constexpr Verdict judge(C a, C b) {
  if (a == C::CR) return b == C::LF ? kNo : Verdict::Mandatory;  // LB5
  if (is_hard_break(a)) return Verdict::Mandatory;               // LB4
  if (a == C::SP) return judge_space(b);
  if (const Verdict v = judge_hard(a, b); v != kNext) return v;
  if (const Verdict v = judge_punctuation(a, b); v != kNext) return v;
  if (const Verdict v = judge_words(a, b); v != kNext) return v;
  return judge_scripts(a, b);
}

constexpr PairTable make_pair_table() {
  PairTable table{};
  for (std::size_t a = 0; a < kLineClassCount; ++a) {
    for (std::size_t b = 0; b < kLineClassCount; ++b) {
      table[a][b] = judge(static_cast<C>(a), static_cast<C>(b));
    }
  }
  return table;
}

// LB15a: an opening quotation mark, by what stands before it.
bool opens_quotation(const LineContext& context) {
  const C before = context.before_anchor.line;
  return context.anchor.line == C::QUPi &&
         (is_hard_break(before) || is_open(before) || is_quote(before) ||
          is_any(before, C::StartOfText, C::GL, C::SP, C::ZW));
}

// LB15b: a closing quotation mark, by what stands after it.
bool closes_quotation(const LineLookahead& ahead) {
  const C after = ahead.following.line;
  return ahead.next.line == C::QUPf &&
         (is_hard_break(after) || is_close(after) || is_quote(after) ||
          is_any(after, C::SP, C::GL, C::WJ, C::EX, C::IS, C::SY, C::ZW,
                 C::EndOfText));
}

}  // namespace

bool is_allowed_after_space(const LineContext& context,
                            const LineLookahead& ahead) {
  const C anchor = context.anchor.line;
  const C next = ahead.next.line;
  if (is_hard_break(next) || is_any(next, C::SP, C::ZW)) return false;
  if (anchor == C::ZW) return true;                               // LB8
  if (judge_space(next) == kNo) return false;                     // LB11, LB13
  if (is_open(anchor) || opens_quotation(context)) return false;  // LB14, LB15a
  if (closes_quotation(ahead)) return false;                      // LB15b
  if (next == C::IS) return ahead.following.line == C::NU;  // LB15c, LB15d
  if (is_close(anchor) && next == C::NS) return false;      // LB16
  return !(anchor == C::B2 && next == C::B2);               // LB17, LB18
}

namespace {

// LB19a: quotation marks break like brackets among East Asian characters.
bool is_quote_kept(const LineContext& context, const LineLookahead& ahead) {
  if (is_quote(ahead.next.line)) {
    if (!context.last.is_east_asian()) return true;
    if (!ahead.following.is_east_asian()) return true;
  }
  if (is_quote(context.last.line)) {
    if (!ahead.next.is_east_asian()) return true;
    if (!context.before_last.is_east_asian()) return true;
  }
  return false;
}

// LB20a, LB21a and, after a hyphen, what follows them.
bool is_hyphen_kept(const LineContext& context, C next) {
  const C before = context.before_last.line;
  const bool starts_word =
      is_hard_break(before) ||
      is_any(before, C::StartOfText, C::SP, C::ZW, C::CB, C::GL);
  if (starts_word && is_letter(next)) return true;
  if (before == C::HL && next != C::HL) return true;
  return next == C::IN;  // LB22
}

// LB25, where more than a pair is needed.
bool is_number_kept(const LineContext& context, const LineLookahead& ahead) {
  if (is_affix(context.last.line)) {
    const C inside = ahead.following.line;
    return inside == C::NU ||
           (inside == C::IS && ahead.after_following.line == C::NU);
  }
  if (is_close(context.last.line)) {
    return context.number == NumberState::Closed;
  }
  return context.number == NumberState::Open;
}

bool is_aksara_kept(const LineContext& context, const LineLookahead& ahead) {
  if (context.last.line == C::VI) return is_aksara(context.before_last.line);
  return ahead.following.line == C::VF;
}

}  // namespace

constexpr PairTable kPairTable = make_pair_table();

bool is_allowed_in_context(const LineContext& context,
                           const LineLookahead& ahead) {
  const C last = context.last.line;
  const C next = ahead.next.line;
  if (last == C::SP) return is_allowed_after_space(context, ahead);
  if (is_quote(last) || is_quote(next)) return !is_quote_kept(context, ahead);
  if (is_hyphen(last)) return !is_hyphen_kept(context, next);
  if (last == C::RI) return !context.odd_flags;
  if (next == C::EM) return (context.last.flags & kUnassignedPictograph) == 0;
  if (last == C::SA) return false;
  if (is_aksara(last) || last == C::VI) return !is_aksara_kept(context, ahead);
  return !is_number_kept(context, ahead);
}

bool rules_after_spaces(LineClass line) {
  return is_open(line) || is_close(line) || is_any(line, C::ZW, C::QUPi, C::B2);
}

void advance(LineContext& context, LineUnit unit) {
  const C line = unit.line;
  context.odd_flags = line == C::RI && !context.odd_flags;
  if (line == C::NU) {
    context.number = NumberState::Open;
  } else if (is_close(line) && context.number == NumberState::Open) {
    context.number = NumberState::Closed;
  } else if (!is_any(line, C::SY, C::IS) ||
             context.number == NumberState::Closed) {
    context.number = NumberState::None;
  }
  if (line != C::SP) {
    context.before_anchor = context.last;
    context.anchor = unit;
  }
  context.before_last = context.last;
  context.last = unit;
}

}  // namespace broadsheet
