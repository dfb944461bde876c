// A language pack, lang/<tag>.bin: named sections in one file. Untrusted.
//
// Little-endian: "BSLP", u16 version, u16 number of sections, for each section
// its id of four ASCII letters, u32 offset from the start, u32 size; then the
// sections. scripts/pack.mjs writes it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace broadsheet {

class Pack {
 public:
  static constexpr std::uint16_t kVersion = 1;

  /// Nothing when `bytes` are no pack of this version or any section lies
  /// outside them. The pack looks at `bytes`, which must outlive it.
  static std::optional<Pack> read(std::span<const std::byte> bytes);

  /// The first section called `id`; empty when there is none. What is inside a
  /// section is for its reader to check.
  [[nodiscard]] std::span<const std::byte> section(std::string_view id) const;

 private:
  Pack(std::span<const std::byte> bytes, std::size_t section_count)
      : bytes_(bytes), section_count_(section_count) {}

  std::span<const std::byte> bytes_;
  std::size_t section_count_;
};

}  // namespace broadsheet
