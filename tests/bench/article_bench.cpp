// article_bench FILE…: megabytes of JSON per CPU second that are read, and
// rendered as HTML and as commands, medians of alternated rounds; and the
// memory that the process had at most, in MB per MB of JSON for the first file.
#include <sys/resource.h>

#include <cstdio>

#include "bench.h"
#include "broadsheet.h"

using namespace broadsheet;

namespace {

constexpr double kMegabyte = 1e6;
// Enough rounds for a median, few enough for a file of many megabytes.
constexpr double kMegabytesInAll = 20;

// Linux counts in KB.
double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024 / kMegabyte;
}

void bench_file(const char* path) {
  const std::string json = bench::read_file(path);
  const double megabytes = static_cast<double>(json.size()) / kMegabyte;
  const int rounds = std::max(3, static_cast<int>(kMegabytesInAll / megabytes));
  const Languages languages;
  std::vector<double> parse;
  std::vector<double> html;
  std::vector<double> commands;
  const double before = peak_megabytes();
  double memory = 0;
  for (int i = 0; i < rounds; ++i) {
    Article article;
    parse.push_back(bench::time_of([&] { article = parse_article(json, {}); }));
    if (!article.document) {
      std::printf("%s: no article, after %.1f ms\n", path, parse.back() * 1e3);
      return;
    }
    if (i == 0) memory = peak_megabytes() - before;
    std::size_t size = 0;
    html.push_back(bench::time_of(
        [&] { size += render_html(article, languages, {}).size(); }));
    commands.push_back(bench::time_of([&] {
      size += encode(render_commands(article, languages, {})).size();
    }));
  }
  const auto rate = [&](const std::vector<double>& seconds) {
    return megabytes / bench::median(seconds);
  };
  std::printf(
      "native   %5.1f MB: parse %6.1f  html %6.1f  commands %6.1f MB/s; "
      "memory to read it %5.1f MB\n",
      megabytes, rate(parse), rate(html), rate(commands), memory);
}

}  // namespace

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) bench_file(argv[i]);
}
