#include "typography/languages.h"

#include <algorithm>

#include "base/language_tag.h"

namespace broadsheet {
namespace {

constexpr std::string_view kStringsSection = "strs";

std::string_view text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// True when look-up for `tag` would come by `range`.
bool covers(std::string_view range, std::string_view tag) {
  return lookup(tag, std::span(&range, 1)).has_value();
}

}  // namespace

void Languages::add(std::string_view tag, const Pack& pack) {
  const std::span<const std::byte> section = pack.section(kStringsSection);
  if (section.empty()) return;
  Strings strings(tag);
  strings.read_section(text_of(section));
  const auto same =
      std::find_if(entries_.begin(), entries_.end(),
                   [tag](const Entry& entry) { return entry.tag == tag; });
  if (same != entries_.end()) {
    same->strings = std::move(strings);
  } else {
    entries_.push_back({std::string(tag), std::move(strings)});
  }
}

void Languages::set(std::string_view tag, StringKey key,
                    std::string_view value) {
  // In order of length a subtag's words come after its language's.
  const auto place = std::find_if(
      overrides_.begin(), overrides_.end(),
      [tag](const Override& each) { return each.tag.size() > tag.size(); });
  overrides_.insert(place, {std::string(tag), key, std::string(value)});
}

const Languages::Entry* Languages::find(std::string_view tag) const {
  std::vector<std::string_view> tags;
  tags.reserve(entries_.size());
  for (const Entry& entry : entries_) tags.push_back(entry.tag);
  const auto found = lookup(tag, tags);
  if (!found) return nullptr;
  for (const Entry& entry : entries_) {
    if (entry.tag == *found) return &entry;
  }
  return nullptr;
}

Strings Languages::strings_for(std::string_view tag) const {
  const Entry* entry = find(tag);
  Strings strings = entry != nullptr ? entry->strings : Strings();
  bool translated = entry != nullptr;
  for (const Override& each : overrides_) {
    if (!covers(each.tag, tag)) continue;
    // Words for a language that has no pack follow that language's plurals.
    if (!translated) strings.set_language(each.tag);
    translated = true;
    strings.set(each.key, each.value);
  }
  return strings;
}

}  // namespace broadsheet
