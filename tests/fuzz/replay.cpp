// Runs a fuzz target without libFuzzer: every file of the folders given, as it
// is and with a few bytes changed, always the same ones. `make test` does so;
// `make fuzz` searches.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <vector>

#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size);

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr int kChangedCopies = 8;
constexpr int kMaximumChanges = 4;

Bytes read_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Changes, drops or doubles a byte.
void change(Bytes& bytes, std::mt19937& random) {
  if (bytes.empty()) return;
  const auto at = static_cast<std::ptrdiff_t>(random() % bytes.size());
  const auto byte = static_cast<std::uint8_t>(random());
  switch (random() % 3) {
    case 0:
      bytes[static_cast<std::size_t>(at)] = byte;
      break;
    case 1:
      bytes.erase(bytes.begin() + at);
      break;
    default:
      bytes.insert(bytes.begin() + at, byte);
  }
}

}  // namespace

int main(int count, char** folders) {
  std::mt19937 random(1);
  std::vector<std::filesystem::path> paths;
  for (int i = 1; i < count; ++i) {
    for (const auto& entry : std::filesystem::directory_iterator(folders[i])) {
      paths.push_back(entry.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths) {
    const Bytes bytes = read_bytes(path);
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    for (int i = 0; i < kChangedCopies; ++i) {
      Bytes copy = bytes;
      for (int j = 0; j < kMaximumChanges; ++j) change(copy, random);
      LLVMFuzzerTestOneInput(copy.data(), copy.size());
    }
  }
  std::printf("%zu files\n", paths.size());
}
