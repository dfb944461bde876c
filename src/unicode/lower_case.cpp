#include "unicode/lower_case.h"

namespace broadsheet {

char16_t to_lower(char16_t unit) {
  // Runs of every second letter interleave: a run that ends before `unit` does
  // not end the search.
  for (std::size_t i = 0; i < kCaseRunCount; ++i) {
    const CaseRun& run = kCaseRuns[i];
    if (unit < run.first) break;
    const unsigned offset = static_cast<unsigned>(unit - run.first);
    if (offset % run.step == 0 && offset / run.step < run.count) {
      return run.lower(offset / run.step);
    }
  }
  return unit;
}

}  // namespace broadsheet
