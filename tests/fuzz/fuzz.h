// What the fuzz targets share. A broken promise traps, which libFuzzer reports.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::fuzz {

inline void require(bool holds) {
  if (!holds) __builtin_trap();
}

inline std::string_view to_text(std::span<const std::uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Two bytes a code unit; an odd byte at the end is dropped.
inline std::u16string to_units(std::span<const std::uint8_t> bytes) {
  std::u16string units;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    units += static_cast<char16_t>(bytes[i] | bytes[i + 1] << 8U);
  }
  return units;
}

/// Ascending, above `low` and below `high`.
inline void require_ascending(const std::vector<std::size_t>& offsets,
                              std::size_t low, std::size_t high) {
  for (const std::size_t offset : offsets) {
    require(offset > low && offset < high);
    low = offset;
  }
}

}  // namespace broadsheet::fuzz
