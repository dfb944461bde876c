#include "render/json_writer.h"

#include <cstddef>

namespace broadsheet {
namespace {

void append_escape(std::string& out, unsigned code) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) {
    out += kDigits[code >> static_cast<unsigned>(shift) & 15U];
  }
}

bool needs_escape(unsigned char byte) {
  return byte < 0x20 || byte == '"' || byte == '\\' || byte == '<' ||
         byte == '>' || byte == '&';
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  constexpr std::string_view kLineSeparator = "\u2028";
  constexpr std::string_view kParagraphSeparator = "\u2029";
  out += '"';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const std::string_view three = text.substr(i, 3);
    if (needs_escape(byte)) {
      append_escape(out, byte);
    } else if (three == kLineSeparator || three == kParagraphSeparator) {
      append_escape(out, three == kLineSeparator ? 0x2028 : 0x2029);
      i += 2;
    } else {
      out += text[i];
    }
  }
  out += '"';
}

void JsonWriter::separate() {
  if (needs_comma_) out_ += ',';
  needs_comma_ = true;
}

void JsonWriter::begin(char bracket) {
  separate();
  out_ += bracket;
  needs_comma_ = false;
}

void JsonWriter::end(char bracket) {
  out_ += bracket;
  needs_comma_ = true;
}

void JsonWriter::key(std::string_view name) {
  separate();
  append_json_string(out_, name);
  out_ += ':';
  needs_comma_ = false;
}

void JsonWriter::string(std::string_view value) {
  separate();
  append_json_string(out_, value);
}

void JsonWriter::integer(long value) {
  separate();
  out_ += std::to_string(value);
}

void JsonWriter::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
}

void JsonWriter::optional(std::string_view name, std::string_view value) {
  if (value.empty()) return;
  key(name);
  string(value);
}

}  // namespace broadsheet
