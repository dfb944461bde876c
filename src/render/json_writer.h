// JSON out: the summary that crosses into JavaScript, and JSON-LD.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// Appends `text` as a JSON string. '<', '>' and '&' are escaped, and so are
/// U+2028 and U+2029, so that the JSON can stand inside a script element.
void append_json_string(std::string& out, std::string_view text);

/// Writes objects and arrays, with commas where they belong.
class JsonWriter {
 public:
  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_array() { begin('['); }
  void end_array() { end(']'); }
  void key(std::string_view name);
  void string(std::string_view value);
  void integer(long value);
  void boolean(bool value);

  /// A member of an object, left out when `value` is empty.
  void optional(std::string_view name, std::string_view value);

  std::string take() { return std::move(out_); }

 private:
  void begin(char bracket);
  void end(char bracket);
  void separate();

  std::string out_;
  bool needs_comma_ = false;
};

}  // namespace broadsheet
