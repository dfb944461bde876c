// The languages that the engine has been given words for.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "typography/strings.h"

namespace broadsheet {

class Languages {
 public:
  /// Adds or replaces a language from its pack. `tag` is BCP 47. A pack that is
  /// none changes nothing, and gives false.
  bool add(std::string_view tag, std::span<const std::byte> pack);

  /// Replaces single strings of a language: what the host passes.
  void set(std::string_view tag, StringKey key, std::string_view value);

  /// The strings of `tag`, found by RFC 4647 look-up; English when no part of
  /// it is known.
  [[nodiscard]] const Strings& strings_for(std::string_view tag) const;

 private:
  struct Entry {
    std::string tag;
    Strings strings;
  };
  /// The strings of exactly `tag`, made when there are none.
  Strings& strings_of(std::string_view tag);

  std::vector<Entry> entries_;
  Strings english_;
};

}  // namespace broadsheet
