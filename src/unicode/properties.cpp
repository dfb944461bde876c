#include "unicode/properties.h"

#include <iterator>

namespace broadsheet {

const CharacterProperties& high_properties_of(char32_t code_point) {
  const generated::HighRun* run = std::end(generated::kHighRuns) - 1;
  while (run != generated::kHighRuns && run->first > code_point) --run;
  return kRecords[run->record];
}

}  // namespace broadsheet
