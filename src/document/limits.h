// How much an article may hold. Generous for any newspaper, small enough that
// nothing hangs; docs/json.md lists them.
#pragma once

#include <cstddef>

namespace broadsheet {

struct Limits {
  /// Bytes of JSON. `limit-bytes`.
  std::size_t bytes = std::size_t{32} << 20U;
  /// Arrays and objects inside one another. `limit-depth`.
  std::size_t depth = 128;
  /// Blocks in the body, those in groups, quotes and HTML included.
  /// `limit-blocks`.
  std::size_t blocks = 100'000;
  /// Cards in one list. `limit-cards`.
  std::size_t cards = 200'000;
  /// Bytes of UTF-8 in one text. `limit-text`.
  std::size_t text = std::size_t{4} << 20U;
};

}  // namespace broadsheet
