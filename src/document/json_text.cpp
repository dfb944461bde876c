#include "document/json_text.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"

namespace broadsheet {
namespace {

std::optional<unsigned> hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  return std::nullopt;
}

// The code unit of `\uXXXX` at `at`, or nothing when no such escape is there.
std::optional<unsigned> escaped_unit(std::string_view json, std::size_t at) {
  if (json.size() < at + 6 || json[at] != '\\' || json[at + 1] != 'u') {
    return std::nullopt;
  }
  unsigned unit = 0;
  for (std::size_t i = at + 2; i < at + 6; ++i) {
    const auto digit = hex_digit(json[i]);
    if (!digit) return std::nullopt;
    unit = unit * 16 + *digit;
  }
  return unit;
}

bool is_high_surrogate(unsigned unit) {
  return unit >= 0xD800 && unit <= 0xDBFF;
}
bool is_low_surrogate(unsigned unit) {
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

// The offset of the next escaped half of a pair at or after `from`. Escapes
// are walked two characters at a time, so that `\\ud800` is left alone.
std::size_t find_lone_surrogate(std::string_view json, std::size_t from) {
  std::size_t at = json.find('\\', from);
  while (at != std::string_view::npos) {
    const auto unit = escaped_unit(json, at);
    std::size_t next = at + 2;
    if (unit && is_low_surrogate(*unit)) return at;
    if (unit && is_high_surrogate(*unit)) {
      const auto second = escaped_unit(json, at + 6);
      if (!second || !is_low_surrogate(*second)) return at;
      next = at + 12;
    }
    at = json.find('\\', next);
  }
  return std::string_view::npos;
}

std::string replace_lone_surrogates(std::string_view json) {
  std::string out(json);
  std::size_t at = find_lone_surrogate(out, 0);
  while (at != std::string::npos) {
    out.replace(at, 6, "\\ufffd");
    at = find_lone_surrogate(out, at + 6);
  }
  return out;
}

}  // namespace

RepairedText::RepairedText(std::string_view json, Diagnostics& diagnostics)
    : view_(json) {
  const bool well_formed = is_well_formed_utf8(json);
  if (!well_formed) {
    repaired_ = to_well_formed_utf8(json);
    view_ = repaired_;
    diagnostics.add(Code::JsonEncoding, Place(),
                    "the text is not well-formed UTF-8; what is broken reads "
                    "as U+FFFD");
  }
  if (find_lone_surrogate(view_, 0) != std::string_view::npos) {
    repaired_ = replace_lone_surrogates(view_);
    view_ = repaired_;
    diagnostics.add(Code::JsonEncoding, Place(),
                    "an escape is half of a surrogate pair; it reads as "
                    "U+FFFD");
  }
}

void report_syntax_error(std::string_view json, std::size_t offset,
                         const std::string& reason, Diagnostics& diagnostics) {
  offset = std::min(offset, json.size());
  std::size_t line = 1;
  std::size_t column = 1;
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  const bool marked = json.substr(0, 3) == kByteOrderMark;
  for (std::size_t i = marked ? 3 : 0; i < offset;) {
    if (json[i] == '\n') {
      ++line;
      column = 0;
    }
    ++column;
    i += decode_utf8(json, i).size;
  }
  diagnostics.add(Code::JsonSyntax, Place(),
                  "not JSON at line " + std::to_string(line) + ", column " +
                      std::to_string(column) + ": " + reason);
}

}  // namespace broadsheet
