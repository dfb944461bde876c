// How long an article takes to read.
#pragma once

#include <cstddef>
#include <string_view>

#include "document/document.h"

namespace broadsheet {

struct ReadingTime {
  /// Words; in scripts without spaces between words (Chinese, Japanese, Thai …)
  /// each character counts as one.
  std::size_t words = 0;
  /// Whole minutes, rounded up: nobody is promised less than it takes.
  int minutes = 1;
};

/// Counts title, standfirst, body and pictures, each run of text at the speed
/// of its own language. The publisher's own `readingTime` wins over the
/// computed minutes. docs/reading-time.md gives the speeds and their sources.
ReadingTime reading_time(const Document& document, std::string_view language);

}  // namespace broadsheet
