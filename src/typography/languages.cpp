#include "typography/languages.h"

#include "base/language_tag.h"
#include "base/pack.h"

namespace broadsheet {
namespace {

constexpr std::string_view kStringsSection = "strs";

std::string_view text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

bool Languages::add(std::string_view tag, std::span<const std::byte> pack) {
  const auto read = Pack::read(pack);
  if (!read) return false;
  strings_of(tag).read_section(text_of(read->section(kStringsSection)));
  return true;
}

void Languages::set(std::string_view tag, StringKey key,
                    std::string_view value) {
  strings_of(tag).set(key, value);
}

Strings& Languages::strings_of(std::string_view tag) {
  for (Entry& entry : entries_) {
    if (entry.tag == tag) return entry.strings;
  }
  return entries_.emplace_back(Entry{std::string(tag), {}}).strings;
}

const Strings& Languages::strings_for(std::string_view tag) const {
  std::vector<std::string_view> tags;
  tags.reserve(entries_.size());
  for (const Entry& entry : entries_) tags.push_back(entry.tag);
  const auto found = lookup(tag, tags);
  if (!found) return english_;
  for (const Entry& entry : entries_) {
    if (entry.tag == *found) return entry.strings;
  }
  return english_;
}

}  // namespace broadsheet
