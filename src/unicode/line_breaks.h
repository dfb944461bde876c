// Where a line may end, by UAX #14 (Unicode 17) and what typography adds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace broadsheet {

enum class BreakKind : std::uint8_t {
  Allowed,
  Mandatory,
  /// After U+00AD: taking it shows a hyphen.
  SoftHyphen,
  /// Inside a URL or an e-mail address: taking it never shows a hyphen.
  Url,
};

/// The next line would start at `offset`, in code units, above 0 and below the
/// size of the text. Spaces before it hang at the end of the line it ends.
struct BreakOpportunity {
  std::size_t offset = 0;
  BreakKind kind = BreakKind::Allowed;
};

/// CSS line-break; what each level allows is in line_break_tailoring.cpp.
/// https://www.w3.org/TR/css-text-3/#line-break-property
enum class Strictness : std::uint8_t { Strict, Normal, Loose };

/// Chinese and Japanese writing gets the wider set of breaks of §5.3.
enum class WritingSystem : std::uint8_t { Other, ChineseOrJapanese };

/// Whether » : ; ? ! and « hold to their word across spaces.
enum class PunctuationSpacing : std::uint8_t { Unicode, French };

enum class UrlBreaks : std::uint8_t { Unicode, AtSeparators };

/// The defaults give UAX #14 exactly.
struct BreakOptions {
  Strictness strictness = Strictness::Strict;
  WritingSystem writing_system = WritingSystem::Other;
  PunctuationSpacing punctuation = PunctuationSpacing::Unicode;
  UrlBreaks urls = UrlBreaks::Unicode;
  /// Word boundaries inside Thai, Lao, Khmer or Burmese text, ascending, as
  /// Intl.Segmenter finds them. Offsets elsewhere are ignored.
  std::span<const std::size_t> word_boundaries;
};

/// All opportunities of `text` in ascending order; its end is none.
///
/// Total on any UTF-16. O(n).
/// https://www.unicode.org/reports/tr14/tr14-55.html
std::vector<BreakOpportunity> find_breaks(std::u16string_view text,
                                          const BreakOptions& options = {});

}  // namespace broadsheet
