// Little-endian numbers from untrusted bytes. Reading past the end gives zeros
// and is remembered, so that a caller may check once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace broadsheet {

class ByteReader {
 public:
  explicit ByteReader(std::span<const std::byte> bytes) : bytes_(bytes) {}

  std::uint8_t u8() {
    if (offset_ >= bytes_.size()) {
      overrun_ = true;
      return 0;
    }
    return std::to_integer<std::uint8_t>(bytes_[offset_++]);
  }

  std::uint16_t u16() {
    const unsigned low = u8();
    return static_cast<std::uint16_t>(low | static_cast<unsigned>(u8()) << 8U);
  }

  std::uint32_t u32() {
    const std::uint32_t low = u16();
    return low | static_cast<std::uint32_t>(u16()) << 16U;
  }

  [[nodiscard]] bool at_end() const { return offset_ >= bytes_.size(); }
  [[nodiscard]] bool overran() const { return overrun_; }
  [[nodiscard]] std::size_t remaining() const {
    return bytes_.size() - offset_;
  }

 private:
  std::span<const std::byte> bytes_;
  std::size_t offset_ = 0;
  bool overrun_ = false;
};

}  // namespace broadsheet
