// Language packs as the build makes them; tests skip where they are absent.
#pragma once

#include <fstream>
#include <iterator>
#include <optional>
#include <span>
#include <string>

#include "base/pack.h"
#include "hyphenation/hyphenator.h"
#include "support/catch.h"

namespace broadsheet::test {

inline std::string read_pack(const std::string& tag) {
  std::ifstream file(BROADSHEET_PACKS "/" + tag + ".bin", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The patterns of `tag`; where no packs were built, says so and gives nothing.
inline std::optional<Hyphenator> load_hyphenator(const std::string& tag) {
  const std::string bytes = read_pack(tag);
  if (bytes.empty()) {
    WARN("skipped: no pack for " << tag << " (npm packages not installed?)");
    return std::nullopt;
  }
  const auto pack = Pack::read(std::as_bytes(std::span(bytes)));
  REQUIRE(pack);
  auto hyphenator = Hyphenator::load(pack->section("hyph"));
  REQUIRE(hyphenator);
  return hyphenator;
}

}  // namespace broadsheet::test
