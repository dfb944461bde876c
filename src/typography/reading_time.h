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

/// Counts title, standfirst and body. The publisher's own `readingTime` wins
/// over the computed minutes.
///
/// Speeds are those of silent reading of the International Reading Speed
/// Texts: Trauzettel-Klosinski and Dietz, "Standardized Assessment of Reading
/// Performance: The New International Reading Speed Texts IReST", IOVS 53(9),
/// 2012, table 3. A language that the study lacks reads like English.
ReadingTime reading_time(const Document& document, std::string_view language);

}  // namespace broadsheet
