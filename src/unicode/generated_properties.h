// Unicode 17.0.0. Written by scripts/unicode-tables.mjs; do not edit.
#pragma once

#include <cstdint>

namespace broadsheet::generated {

inline constexpr char32_t kDenseLimit = 0x20000;
inline constexpr unsigned kBlockShift = 7;

/// Index of a 2^kBlockShift block of kStage2, by code point >> kBlockShift.
extern const std::uint8_t kStage1[1024];
/// Index of a record of kRecords.
extern const std::uint8_t kStage2[27264];

/// From `first` to the next run's first, one record. Starts at kDenseLimit.
struct HighRun {
  char32_t first;
  std::uint8_t record;
};
extern const HighRun kHighRuns[12];

}  // namespace broadsheet::generated
