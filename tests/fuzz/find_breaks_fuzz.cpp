// Any UTF-16 and any options: opportunities ascend, lie inside the text and
// part no surrogate pair; mandatory ones depend on no option.
#include "base/utf16.h"
#include "fuzz.h"
#include "unicode/line_breaks.h"
#include "unicode/url_spans.h"

using namespace broadsheet;

namespace {

BreakOptions options_of(std::uint8_t bits) {
  BreakOptions options;
  options.strictness = static_cast<Strictness>(bits % 3);
  options.writing_system = (bits & 4U) != 0 ? WritingSystem::ChineseOrJapanese
                                            : WritingSystem::Other;
  options.punctuation = (bits & 8U) != 0 ? PunctuationSpacing::French
                                         : PunctuationSpacing::Unicode;
  options.urls =
      (bits & 16U) != 0 ? UrlBreaks::AtSeparators : UrlBreaks::Unicode;
  return options;
}

std::vector<std::size_t> mandatory_of(
    const std::vector<BreakOpportunity>& breaks) {
  std::vector<std::size_t> offsets;
  for (const BreakOpportunity& each : breaks) {
    if (each.kind == BreakKind::Mandatory) offsets.push_back(each.offset);
  }
  return offsets;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  if (size < 4) return 0;
  BreakOptions options = options_of(data[0]);
  const std::vector<std::size_t> boundaries = {data[1], data[2], data[3]};
  options.word_boundaries = boundaries;
  const std::u16string text = fuzz::to_units({data + 4, size - 4});
  const auto breaks = find_breaks(text, options);
  std::vector<std::size_t> offsets;
  for (const BreakOpportunity& each : breaks) offsets.push_back(each.offset);
  fuzz::require_ascending(offsets, 0, text.size());
  for (const std::size_t offset : offsets) {
    fuzz::require(!is_high_surrogate(text[offset - 1]) ||
                  !is_low_surrogate(text[offset]));
  }
  fuzz::require(mandatory_of(breaks) == mandatory_of(find_breaks(text)));
  std::size_t end = 0;
  for (const TextSpan& span : find_url_spans(text)) {
    fuzz::require(span.begin >= end && span.end > span.begin);
    end = span.end;
  }
  fuzz::require(end <= text.size());
  return 0;
}
