// JSON as a plain tree, in the order it was written.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/diagnostics.h"
#include "document/limits.h"

namespace broadsheet {

struct JsonValue {
  enum class Kind { Null, Boolean, Number, String, Array, Object };

  Kind kind = Kind::Null;
  bool boolean = false;
  double number = 0;
  std::string string;             // well-formed UTF-8 without NUL
  std::vector<std::string> keys;  // of an object, parallel to `elements`
  std::vector<JsonValue> elements;

  /// The last member called `key`, or null. Keys are plain data.
  [[nodiscard]] const JsonValue* find(std::string_view key) const;
};

/// What a value is, in words for messages: "a string", "an object" …
std::string_view describe(const JsonValue& value);

/// Reads JSON (RFC 8259). Nothing when it is not JSON or is past a limit; why
/// is then in `diagnostics`. Ill-formed UTF-8, escaped halves of surrogate
/// pairs and NUL characters read as U+FFFD. Keys said twice are reported.
std::optional<JsonValue> read_json(std::string_view json, const Limits& limits,
                                   Diagnostics& diagnostics);

}  // namespace broadsheet
