// Dates as RFC 3339 writes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

/// A day, or a moment with the offset it was written in. `source` is what was
/// given and what `datetime` attributes repeat.
struct Date {
  int year = 0;
  int month = 1;  // 1 to 12
  int day = 1;    // 1 to 31
  bool has_time = false;
  int hour = 0;
  int minute = 0;
  std::string source;
};

/// Reads `2025-06-23` or `2025-06-23T18:30:00+03:00` (also `Z`, a space or
/// lower case for T, and fractions of a second). Nothing for any other text and
/// for days that no calendar has.
/// https://www.rfc-editor.org/rfc/rfc3339#section-5.6
std::optional<Date> parse_date(std::string_view text);

}  // namespace broadsheet
