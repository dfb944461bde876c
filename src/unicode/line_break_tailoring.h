// What CSS and French typography change in UAX #14.
#pragma once

#include <cstddef>
#include <string_view>

#include "unicode/line_break_rules.h"
#include "unicode/line_breaks.h"

namespace broadsheet {

/// A character may count as one class towards what stands before it and as
/// another towards what follows.
struct TailoredUnit {
  LineUnit as_next;
  LineUnit as_last;
};

/// CSS line-break: normal and loose, as classes that break more freely.
/// https://www.w3.org/TR/css-text-3/#line-break-property
class LineTailoring {
 public:
  explicit LineTailoring(const BreakOptions& options);

  [[nodiscard]] bool is_active() const {
    return strictness_ != Strictness::Strict;
  }

  /// The unit for `code_point`, which follows `context`.
  [[nodiscard]] TailoredUnit apply(char32_t code_point,
                                   const CharacterProperties& properties,
                                   const LineContext& context) const;

 private:
  [[nodiscard]] bool is_ideographic_next(char32_t code_point,
                                         const CharacterProperties& properties,
                                         const LineContext& context) const;

  Strictness strictness_;
  bool cjk_;
};

/// True where French keeps a word and its punctuation on one line: before
/// » › : ; ? ! and after « ‹, across any spaces that are no line ends.
bool is_kept_in_french(std::u16string_view text, std::size_t offset);

}  // namespace broadsheet
