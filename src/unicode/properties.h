// What Unicode says of one character, as far as breaking text needs it.
#pragma once

#include <cstddef>
#include <cstdint>

#include "unicode/generated_properties.h"

namespace broadsheet {

/// Line_Break, by the two letters of UAX #14, with AI, SG and XX resolved to AL
/// and SA marks to CM as rule LB1 says. Where a rule looks at a second property
/// the class is split: quotation marks by general category, parentheses by East
/// Asian width.
/// https://www.unicode.org/reports/tr14/tr14-55.html#Table1
// clang-format off
enum class LineClass : std::uint8_t {
  AL, AK, AP, AS, B2, BA, BB, BK, CB, CJ, CL, CM, CP, CPWide, CR, DottedCircle,
  EB, EM, EX, GL, H2, H3, HH, HL, HY, ID, IN, IS, JL, JT, JV, LF, NL, NS, NU,
  OP, OPWide, PO, PR, QU, QUPi, QUPf, RI, SA, SP, SY, VF, VI, WJ, ZW, ZWJ,
  StartOfText, EndOfText,
};
// clang-format on
inline constexpr std::size_t kLineClassCount =
    static_cast<std::size_t>(LineClass::EndOfText) + 1;

/// Grapheme_Cluster_Break, with Extend split by Indic_Conjunct_Break and two
/// properties that rules GB9c and GB11 need added.
/// https://www.unicode.org/reports/tr29/#Grapheme_Cluster_Break_Property_Values
// clang-format off
enum class GraphemeClass : std::uint8_t {
  Other, CR, LF, Control, Extend, ConjunctExtend, ConjunctLinker, ZWJ,
  RegionalIndicator, Prepend, SpacingMark, L, V, T, LV, LVT, Pictographic,
  Consonant,
};
// clang-format on

enum CharacterFlag : std::uint8_t {
  kEastAsian = 1U << 0U,  ///< East_Asian_Width F, W or H; never on a CM.
  kUnassignedPictograph = 1U << 1U,
  kWideAffix = 1U << 2U,  ///< PO or PR with East_Asian_Width A, F or W.
};

struct CharacterProperties {
  LineClass line;
  GraphemeClass grapheme;
  std::uint8_t flags;

  [[nodiscard]] constexpr bool has(CharacterFlag flag) const {
    return (flags & flag) != 0;
  }
};

extern const CharacterProperties kRecords[];

/// Slow path of properties_of, for `code_point` from kDenseLimit up.
const CharacterProperties& high_properties_of(char32_t code_point);

/// Total: any 32-bit value has properties, past U+10FFFF those of the
/// unassigned.
inline const CharacterProperties& properties_of(char32_t code_point) {
  if (code_point >= generated::kDenseLimit)
    return high_properties_of(code_point);
  constexpr char32_t kMask = (1U << generated::kBlockShift) - 1;
  const std::size_t block =
      generated::kStage1[code_point >> generated::kBlockShift];
  return kRecords[generated::kStage2[(block << generated::kBlockShift) +
                                     (code_point & kMask)]];
}

}  // namespace broadsheet
