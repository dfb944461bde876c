// unicode_bench FILE…: megabytes of UTF-16 per CPU second that find_breaks and
// grapheme_ends read; each file is UTF-8, repeated up to 4 MB. Medians of nine.
#include <cstdio>

#include "base/utf16.h"
#include "bench.h"
#include "unicode/graphemes.h"
#include "unicode/line_breaks.h"

using namespace broadsheet;

namespace {

constexpr int kRounds = 9;
constexpr std::size_t kUnits = 2'000'000;

template <typename Work>
void report(const char* name, const std::u16string& text, Work work) {
  std::vector<double> seconds;
  std::size_t found = 0;
  for (int i = 0; i < kRounds; ++i) {
    seconds.push_back(bench::time_of([&] { found = work(); }));
  }
  const double megabytes = static_cast<double>(text.size()) * 2e-6;
  std::printf("  %-22s %7.1f MB/s  (%zu found)\n", name,
              megabytes / bench::median(seconds), found);
}

}  // namespace

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::u16string once = to_utf16(bench::read_file(argv[i]));
    if (once.empty()) return 1;
    std::u16string text;
    while (text.size() < kUnits) text += once;
    std::printf("%s\n", argv[i]);
    report("find_breaks", text, [&] { return find_breaks(text).size(); });
    BreakOptions options;
    options.punctuation = PunctuationSpacing::French;
    options.urls = UrlBreaks::AtSeparators;
    report("find_breaks, French", text,
           [&] { return find_breaks(text, options).size(); });
    report("grapheme_ends", text, [&] { return grapheme_ends(text).size(); });
  }
}
