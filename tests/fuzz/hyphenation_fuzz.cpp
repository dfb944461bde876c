// The first byte says how much of the rest is a text; what follows is a pack,
// or a hyphenation section. Any bytes load or are refused, and what they load
// divides the text within its bounds.
#include <algorithm>

#include "base/pack.h"
#include "fuzz.h"
#include "hyphenation/hyphenator.h"

using namespace broadsheet;

namespace {

void divide(std::span<const std::byte> section, const std::u16string& text) {
  const auto hyphenator = Hyphenator::load(section);
  if (!hyphenator) return;
  std::vector<std::size_t> points;
  hyphenator->hyphenate(text, {1, 1}, points);
  fuzz::require_ascending(points, 0, text.size());
  hyphenate_text(text, *hyphenator, hyphenator->minima(), points,
                 CapitalisedWords::Keep);
  fuzz::require_ascending(points, 0, text.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  if (size == 0) return 0;
  const std::span<const std::uint8_t> rest(data + 1, size - 1);
  const std::size_t text_size = std::min<std::size_t>(data[0], rest.size());
  const std::u16string text = fuzz::to_units(rest.first(text_size));
  const auto bytes = std::as_bytes(rest.subspan(text_size));
  divide(bytes, text);
  if (const auto pack = Pack::read(bytes)) divide(pack->section("hyph"), text);
  return 0;
}
