// The languages that the engine has been given words for.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "typography/strings.h"

namespace broadsheet {

class Languages {
 public:
  /// Adds or replaces a language from its pack's strings. `tag` is BCP 47.
  void add(std::string_view tag, std::string_view strings_section);

  /// Replaces single strings of a language: what the host passes.
  void set(std::string_view tag, StringKey key, std::string_view value);

  /// The strings of `tag`, found by shortening it from the right ("fr-CA",
  /// then "fr"); English when no part of it is known.
  /// https://www.rfc-editor.org/rfc/rfc4647#section-3.4
  [[nodiscard]] const Strings& strings_for(std::string_view tag) const;

 private:
  std::map<std::string, Strings, std::less<>> strings_;
  Strings english_;
};

}  // namespace broadsheet
