// The first byte chooses a language, the rest is a text: any bytes give
// well-formed UTF-8, and polishing them twice is polishing them once.
#include "base/utf8.h"
#include "fuzz.h"
#include "typography/polish.h"
#include "typography/polish_languages.h"

using namespace broadsheet;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  if (size == 0) return 0;
  const auto language =
      static_cast<PolishLanguage>(data[0] % polish_language_count());
  const std::string_view tag = language_rules(language).tag;
  const std::string_view text(reinterpret_cast<const char*>(data + 1),
                              size - 1);
  const std::string once = polish_text(text, tag, {});
  fuzz::require(is_well_formed_utf8(once));
  fuzz::require(polish_text(once, tag, {}) == once);
  return 0;
}
