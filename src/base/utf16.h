// UTF-16 that cannot overrun. Offsets are code units, as in the DOM.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet {

/// One code point and how many code units it took (1 or 2). A lone surrogate
/// is returned as itself, so that every text can be walked and kept.
struct Utf16CodePoint {
  char32_t code_point = 0;
  std::size_t size = 1;
};

constexpr bool is_high_surrogate(char32_t unit) {
  return unit >= 0xD800 && unit <= 0xDBFF;
}

constexpr bool is_low_surrogate(char32_t unit) {
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

/// Decodes the code point at `offset`, which must be below `text.size()`.
constexpr Utf16CodePoint decode_utf16(std::u16string_view text,
                                      std::size_t offset) {
  const char32_t first = text[offset];
  if (!is_high_surrogate(first) || offset + 1 >= text.size()) return {first, 1};
  const char32_t second = text[offset + 1];
  if (!is_low_surrogate(second)) return {first, 1};
  return {0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00), 2};
}

/// Appends `code_point`; a value past U+10FFFF becomes U+FFFD. Surrogates are
/// appended as they are.
void append_utf16(std::u16string& out, char32_t code_point);

/// The same text in UTF-16; what is ill-formed becomes U+FFFD.
std::u16string to_utf16(std::string_view utf8);

/// The same text in UTF-8; lone surrogates become U+FFFD.
std::string to_utf8(std::u16string_view utf16);

}  // namespace broadsheet
