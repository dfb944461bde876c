#include "base/pack.h"

#include <algorithm>

#include "base/byte_reader.h"

namespace broadsheet {
namespace {

constexpr std::string_view kMagic = "BSLP";
constexpr std::size_t kHeaderSize = 8;
constexpr std::size_t kEntrySize = 12;

bool equals(std::span<const std::byte> bytes, std::string_view text) {
  return std::equal(bytes.begin(), bytes.end(), text.begin(), text.end(),
                    [](std::byte byte, char c) {
                      return std::to_integer<unsigned char>(byte) ==
                             static_cast<unsigned char>(c);
                    });
}

struct Extent {
  std::size_t offset;
  std::size_t size;
};

// `entry` is a whole one.
Extent extent_of(std::span<const std::byte> entry) {
  ByteReader reader(entry.subspan(4));
  const std::size_t offset = reader.u32();
  return {offset, reader.u32()};
}

}  // namespace

std::optional<Pack> Pack::read(std::span<const std::byte> bytes) {
  if (bytes.size() < kHeaderSize) return std::nullopt;
  if (!equals(bytes.first(kMagic.size()), kMagic)) return std::nullopt;
  ByteReader header(bytes.subspan(kMagic.size()));
  if (header.u16() != kVersion) return std::nullopt;
  const std::size_t count = header.u16();
  if (bytes.size() - kHeaderSize < count * kEntrySize) return std::nullopt;
  for (std::size_t i = 0; i < count; ++i) {
    const auto entry = bytes.subspan(kHeaderSize + i * kEntrySize, kEntrySize);
    const auto [offset, size] = extent_of(entry);
    if (offset > bytes.size() || size > bytes.size() - offset) {
      return std::nullopt;
    }
  }
  return Pack(bytes, count);
}

std::span<const std::byte> Pack::section(std::string_view id) const {
  for (std::size_t i = 0; i < section_count_; ++i) {
    const auto entry = bytes_.subspan(kHeaderSize + i * kEntrySize, kEntrySize);
    if (!equals(entry.first(4), id)) continue;
    const auto [offset, size] = extent_of(entry);
    return bytes_.subspan(offset, size);
  }
  return {};
}

}  // namespace broadsheet
