#include "base/utf16.h"

#include "base/utf8.h"

namespace broadsheet {

void append_utf16(std::u16string& out, char32_t code_point) {
  if (code_point > 0x10FFFF) code_point = kReplacementCharacter;
  if (code_point < 0x10000) {
    out += static_cast<char16_t>(code_point);
    return;
  }
  const char32_t rest = code_point - 0x10000;
  out += static_cast<char16_t>(0xD800 + (rest >> 10U));
  out += static_cast<char16_t>(0xDC00 + (rest & 0x3FFU));
}

std::u16string to_utf16(std::string_view utf8) {
  std::u16string out;
  out.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    const DecodedCodePoint decoded = decode_utf8(utf8, i);
    append_utf16(out, decoded.code_point);
    i += decoded.size;
  }
  return out;
}

std::string to_utf8(std::u16string_view utf16) {
  std::string out;
  out.reserve(utf16.size());
  for (std::size_t i = 0; i < utf16.size();) {
    const Utf16CodePoint decoded = decode_utf16(utf16, i);
    append_utf8(out, decoded.code_point);
    i += decoded.size;
  }
  return out;
}

}  // namespace broadsheet
