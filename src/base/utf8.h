// UTF-8 that cannot overrun: decoding is total, what is ill-formed is U+FFFD.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

/// One code point and the bytes it took. `well_formed` is false where
/// `code_point` stands for an ill-formed sequence.
struct DecodedCodePoint {
  char32_t code_point = kReplacementCharacter;
  std::size_t size = 0;
  bool well_formed = true;
};

/// Decodes the code point at `offset`, which must be below `text.size()`.
///
/// An ill-formed sequence gives U+FFFD for its maximal valid prefix, as
/// browsers' TextDecoder does.
/// https://www.unicode.org/versions/Unicode17.0.0/core-spec/chapter-3/#G66453
DecodedCodePoint decode_utf8(std::string_view text, std::size_t offset);

/// Appends `code_point`; a surrogate or a value past U+10FFFF becomes U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

/// True when every byte belongs to a well-formed sequence.
bool is_well_formed_utf8(std::string_view text);

/// The same text with every ill-formed sequence replaced by U+FFFD.
std::string to_well_formed_utf8(std::string_view text);

/// Length in UTF-16 code units, as JavaScript counts. `text` is well formed.
std::size_t utf16_length(std::string_view text);

}  // namespace broadsheet
