// The rules of UAX #14, as a table of pairs and what needs more context.
// https://www.unicode.org/reports/tr14/tr14-55.html#Rules
#pragma once

#include <array>
#include <cstdint>

#include "unicode/properties.h"

namespace broadsheet {

/// `Context`: the two classes alone do not decide.
enum class Verdict : std::uint8_t { Prohibited, Allowed, Context, Mandatory };

/// A character as the rules see it: marks are already absorbed (LB9).
struct LineUnit {
  LineClass line = LineClass::StartOfText;
  std::uint8_t flags = 0;

  [[nodiscard]] constexpr bool is_east_asian() const {
    return (flags & kEastAsian) != 0;
  }
};

/// How far a number has come, for LB25: digits and their separators, or those
/// and a closing bracket.
enum class NumberState : std::uint8_t { None, Open, Closed };

/// The text before the position being judged.
struct LineContext {
  LineUnit last;         ///< The unit before the position, a space included.
  LineUnit before_last;  ///< The one before that.
  LineUnit anchor;       ///< The last unit that is no space.
  LineUnit before_anchor;
  NumberState number = NumberState::None;
  bool odd_flags = false;  ///< An odd run of regional indicators ends here.
};

/// The text after the position; `following` is the base character after
/// `next` and `after_following` the one after that.
struct LineLookahead {
  LineUnit next;
  LineUnit following;
  LineUnit after_following;
};

using PairTable =
    std::array<std::array<Verdict, kLineClassCount>, kLineClassCount>;

/// Verdict by [class before][class after].
extern const PairTable kPairTable;

/// Decides where kPairTable says Context.
bool is_allowed_in_context(const LineContext& context,
                           const LineLookahead& ahead);

/// True for the classes that decide what follows them across spaces.
bool rules_after_spaces(LineClass line);

/// Decides after spaces, for any pair.
bool is_allowed_after_space(const LineContext& context,
                            const LineLookahead& ahead);

/// Moves `context` past `unit`.
void advance(LineContext& context, LineUnit unit);

}  // namespace broadsheet
