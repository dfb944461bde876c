// Data that others wrote, read where it lies; tests skip where it does not.
#pragma once

#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>

#include "support/catch.h"

namespace broadsheet::test {

inline std::string corpora_folder() {
  const char* folder = std::getenv("BROADSHEET_CORPORA");
  return folder != nullptr ? folder : BROADSHEET_ROOT "/../shared/corpora";
}

/// The file's bytes; where it is absent, says so and gives nothing.
inline std::optional<std::string> read_corpus(const std::string& path) {
  std::ifstream file(corpora_folder() + "/" + path, std::ios::binary);
  if (!file) {
    WARN("skipped: no " << path << " in BROADSHEET_CORPORA");
    return std::nullopt;
  }
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

}  // namespace broadsheet::test
