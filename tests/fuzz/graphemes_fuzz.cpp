// Any UTF-16: clusters cover the text and part no surrogate pair.
#include "base/utf16.h"
#include "fuzz.h"
#include "unicode/graphemes.h"

using namespace broadsheet;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::u16string text = fuzz::to_units({data, size});
  const std::vector<std::size_t> ends = grapheme_ends(text);
  fuzz::require(ends.empty() == text.empty());
  if (text.empty()) return 0;
  fuzz::require_ascending(ends, 0, text.size() + 1);
  fuzz::require(ends.back() == text.size());
  for (const std::size_t end : ends) {
    fuzz::require(end == text.size() || !is_high_surrogate(text[end - 1]) ||
                  !is_low_surrogate(text[end]));
  }
  return 0;
}
