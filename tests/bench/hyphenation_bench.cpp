// hyphenation_bench PACK WORDS [LIBHYPHEN_DICTIONARY]: distinct words per CPU
// second, ours and libhyphen's in alternation, medians of nine rounds.
#include <cstdio>
#include <random>
#include <span>
#include <sstream>

#include "base/pack.h"
#include "base/utf16.h"
#include "bench.h"
#include "hyphenation/hyphenator.h"

#if __has_include(<hyphen.h>)
#include <hyphen.h>
#define BROADSHEET_HAS_LIBHYPHEN 1
#endif

using namespace broadsheet;

namespace {

constexpr int kRounds = 9;

// The lines of the list in an order that is always the same and of no help to
// a cache.
std::vector<std::string> shuffled_words(const std::string& text) {
  std::vector<std::string> words;
  std::istringstream in(text);
  for (std::string word; std::getline(in, word);) words.push_back(word);
  std::shuffle(words.begin(), words.end(), std::mt19937(1));
  return words;
}

void report(const char* name, std::size_t words,
            const std::vector<double>& seconds, std::size_t points) {
  const double rate =
      static_cast<double>(words) / bench::median(seconds) * 1e-6;
  std::printf("%-12s %6.2f M words/s  (%zu points)\n", name, rate, points);
}

std::size_t run_ours(const Hyphenator& hyphenator,
                     const std::vector<std::u16string>& words) {
  std::size_t count = 0;
  std::vector<std::size_t> points;
  for (const std::u16string& word : words) {
    hyphenator.hyphenate(word, hyphenator.minima(), points);
    count += points.size();
  }
  return count;
}

#ifdef BROADSHEET_HAS_LIBHYPHEN
std::size_t run_libhyphen(HyphenDict* dictionary,
                          const std::vector<std::string>& words) {
  std::size_t count = 0;
  std::vector<char> levels(300);
  for (const std::string& word : words) {
    char** replaced = nullptr;
    int* positions = nullptr;
    int* cuts = nullptr;
    const int size = static_cast<int>(word.size());
    hnj_hyphen_hyphenate2(dictionary, word.data(), size, levels.data(), nullptr,
                          &replaced, &positions, &cuts);
    for (int i = 0; i < size; ++i) {
      if ((levels[static_cast<std::size_t>(i)] & 1) != 0) ++count;
    }
  }
  return count;
}
#endif

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const std::string bytes = bench::read_file(argv[1]);
  const auto pack = Pack::read(std::as_bytes(std::span(bytes)));
  if (!pack) return 1;
  std::optional<Hyphenator> hyphenator;
  std::vector<double> loading;
  for (int i = 0; i < kRounds; ++i) {
    loading.push_back(bench::time_of(
        [&] { hyphenator = Hyphenator::load(pack->section("hyph")); }));
  }
  if (!hyphenator) return 1;
  std::printf("loading      %6.2f ms\n", bench::median(loading) * 1e3);

  const std::vector<std::string> words =
      shuffled_words(bench::read_file(argv[2]));
  std::vector<std::u16string> wide;
  for (const std::string& word : words) wide.push_back(to_utf16(word));
  std::vector<double> ours;
  std::vector<double> theirs;
  std::size_t our_points = 0;
  std::size_t their_points = 0;
#ifdef BROADSHEET_HAS_LIBHYPHEN
  HyphenDict* dictionary = argc > 3 ? hnj_hyphen_load(argv[3]) : nullptr;
#endif
  for (int i = 0; i < kRounds; ++i) {
    ours.push_back(
        bench::time_of([&] { our_points = run_ours(*hyphenator, wide); }));
#ifdef BROADSHEET_HAS_LIBHYPHEN
    if (dictionary == nullptr) continue;
    theirs.push_back(bench::time_of(
        [&] { their_points = run_libhyphen(dictionary, words); }));
#endif
  }
  report("ours", words.size(), ours, our_points);
  if (!theirs.empty()) report("libhyphen", words.size(), theirs, their_points);
}
