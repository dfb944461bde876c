// What the benchmarks share: CPU time, medians, files.
#pragma once

#include <algorithm>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace broadsheet::bench {

#ifdef __EMSCRIPTEN__
inline constexpr clockid_t kClock = CLOCK_MONOTONIC;  // It has no CPU clock.
#else
inline constexpr clockid_t kClock = CLOCK_PROCESS_CPUTIME_ID;
#endif

/// CPU seconds of this process: wall time on a shared machine is noise.
inline double cpu_seconds() {
  timespec now{};
  clock_gettime(kClock, &now);
  return static_cast<double>(now.tv_sec) +
         static_cast<double>(now.tv_nsec) * 1e-9;
}

/// CPU seconds one call of `work` takes.
template <typename Work>
double time_of(Work&& work) {
  const double begin = cpu_seconds();
  work();
  return cpu_seconds() - begin;
}

inline double median(std::vector<double> values) {
  const auto middle =
      values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

inline std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace broadsheet::bench
