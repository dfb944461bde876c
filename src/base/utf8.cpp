#include "base/utf8.h"

#include <cassert>

namespace broadsheet {
namespace {

constexpr bool is_continuation(unsigned char byte) {
  return (byte & 0xC0U) == 0x80U;
}

// What may follow a lead byte: how many bytes in all, and the range of the
// second (narrower than 80..BF after E0, ED, F0 and F4).
struct Lead {
  std::size_t size;
  unsigned char second_min;
  unsigned char second_max;
  char32_t bits;
};

constexpr Lead lead_of(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {2, 0x80, 0xBF, byte & 0x1FU};
  if (byte == 0xE0) return {3, 0xA0, 0xBF, 0};
  if (byte == 0xED) return {3, 0x80, 0x9F, 0xD};
  if (byte >= 0xE1 && byte <= 0xEF) return {3, 0x80, 0xBF, byte & 0xFU};
  if (byte == 0xF0) return {4, 0x90, 0xBF, 0};
  if (byte >= 0xF1 && byte <= 0xF3) return {4, 0x80, 0xBF, byte & 0x7U};
  if (byte == 0xF4) return {4, 0x80, 0x8F, 4};
  return {0, 0, 0, 0};
}

}  // namespace

DecodedCodePoint decode_utf8(std::string_view text, std::size_t offset) {
  assert(offset < text.size());
  const auto byte_at = [&](std::size_t i) {
    return static_cast<unsigned char>(text[offset + i]);
  };
  const unsigned char first = byte_at(0);
  if (first < 0x80) return {first, 1, true};

  const Lead lead = lead_of(first);
  if (lead.size == 0) return {kReplacementCharacter, 1, false};
  char32_t code_point = lead.bits;
  for (std::size_t i = 1; i < lead.size; ++i) {
    if (offset + i >= text.size()) return {kReplacementCharacter, i, false};
    const unsigned char byte = byte_at(i);
    const bool fits = i == 1
                          ? byte >= lead.second_min && byte <= lead.second_max
                          : is_continuation(byte);
    if (!fits) return {kReplacementCharacter, i, false};
    code_point = code_point << 6U | (byte & 0x3FU);
  }
  return {code_point, lead.size, true};
}

void append_utf8(std::string& out, char32_t code_point) {
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (surrogate || code_point > 0x10FFFF) code_point = kReplacementCharacter;
  const auto push = [&](char32_t byte) { out += static_cast<char>(byte); };
  if (code_point < 0x80) {
    push(code_point);
  } else if (code_point < 0x800) {
    push(0xC0U | code_point >> 6U);
    push(0x80U | (code_point & 0x3FU));
  } else if (code_point < 0x10000) {
    push(0xE0U | code_point >> 12U);
    push(0x80U | (code_point >> 6U & 0x3FU));
    push(0x80U | (code_point & 0x3FU));
  } else {
    push(0xF0U | code_point >> 18U);
    push(0x80U | (code_point >> 12U & 0x3FU));
    push(0x80U | (code_point >> 6U & 0x3FU));
    push(0x80U | (code_point & 0x3FU));
  }
}

bool is_well_formed_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const DecodedCodePoint decoded = decode_utf8(text, i);
    if (!decoded.well_formed) return false;
    i += decoded.size;
  }
  return true;
}

std::string to_well_formed_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const DecodedCodePoint decoded = decode_utf8(text, i);
    append_utf8(out, decoded.code_point);
    i += decoded.size;
  }
  return out;
}

std::size_t utf16_length(std::string_view text) {
  std::size_t length = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (!is_continuation(byte)) length += byte >= 0xF0 ? 2 : 1;
  }
  return length;
}

}  // namespace broadsheet
