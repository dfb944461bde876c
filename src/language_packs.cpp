#include "language_packs.h"

#include "base/language_tag.h"
#include "base/pack.h"

namespace broadsheet {
namespace {

constexpr std::string_view kHyphenationSection = "hyph";

}  // namespace

bool LanguagePacks::add(std::string_view tag,
                        std::span<const std::byte> bytes) {
  const auto pack = Pack::read(bytes);
  if (!pack) return false;
  languages_.add(tag, *pack);

  const std::span<const std::byte> section = pack->section(kHyphenationSection);
  std::erase_if(patterns_,
                [tag](const Patterns& each) { return each.tag == tag; });
  if (!section.empty()) {
    patterns_.push_back(
        {std::string(tag), {section.begin(), section.end()}, std::nullopt});
  }
  return true;
}

LanguagePacks::Patterns* LanguagePacks::find(std::string_view tag) {
  std::vector<std::string_view> tags;
  tags.reserve(patterns_.size());
  for (const Patterns& each : patterns_) tags.push_back(each.tag);
  const auto found = lookup(tag, tags);
  if (!found) return nullptr;
  for (Patterns& each : patterns_) {
    if (each.tag == *found) return &each;
  }
  return nullptr;
}

const Hyphenator* LanguagePacks::hyphenator_for(std::string_view tag) {
  Patterns* patterns = find(tag);
  if (patterns == nullptr) return nullptr;
  if (!patterns->section.empty()) {
    patterns->hyphenator = Hyphenator::load(patterns->section);
    patterns->section = {};
  }
  return patterns->hyphenator ? &*patterns->hyphenator : nullptr;
}

}  // namespace broadsheet
