#include "typography/languages.h"

#include <algorithm>

namespace broadsheet {
namespace {

std::string lowered(std::string_view tag) {
  std::string out(tag);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  });
  return out;
}

}  // namespace

void Languages::add(std::string_view tag, std::string_view strings_section) {
  strings_[lowered(tag)].read_section(strings_section);
}

void Languages::set(std::string_view tag, StringKey key,
                    std::string_view value) {
  strings_[lowered(tag)].set(key, value);
}

const Strings& Languages::strings_for(std::string_view tag) const {
  std::string range = lowered(tag);
  while (!range.empty()) {
    const auto found = strings_.find(range);
    if (found != strings_.end()) return found->second;
    const std::size_t dash = range.rfind('-');
    range.resize(dash == std::string::npos ? 0 : dash);
    // A singleton goes together with what it introduced.
    if (range.size() >= 2 && range[range.size() - 2] == '-') {
      range.resize(range.size() - 2);
    }
  }
  return english_;
}

}  // namespace broadsheet
