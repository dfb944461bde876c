#include "typography/break_options.h"

#include "base/language_tag.h"

namespace broadsheet {

BreakOptions break_options_for(std::string_view tag) {
  BreakOptions options;
  const std::string language = primary_language(tag);
  if (language == "fr") {
    options.punctuation = PunctuationSpacing::French;
  } else if (language == "ja" || language == "zh" || language == "yue") {
    options.strictness = Strictness::Normal;
    options.writing_system = WritingSystem::ChineseOrJapanese;
  }
  return options;
}

}  // namespace broadsheet
