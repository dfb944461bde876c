// The languages that the engine has been given words for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/pack.h"
#include "typography/strings.h"

namespace broadsheet {

class Languages {
 public:
  /// Adds or replaces a language from its pack; a pack without words adds
  /// none. `tag` is BCP 47.
  void add(std::string_view tag, const Pack& pack);

  /// Replaces one string of a language: what the host passes. It wins over the
  /// pack, whichever comes first.
  void set(std::string_view tag, StringKey key, std::string_view value);

  /// The strings of `tag`: its pack by RFC 4647 look-up, English when there is
  /// none; then the host's, those of "fr" before those of "fr-CA".
  [[nodiscard]] Strings strings_for(std::string_view tag) const;

 private:
  struct Entry {
    std::string tag;
    Strings strings;
  };
  struct Override {
    std::string tag;
    StringKey key;
    std::string value;
  };
  [[nodiscard]] const Entry* find(std::string_view tag) const;

  std::vector<Entry> entries_;
  std::vector<Override> overrides_;
};

}  // namespace broadsheet
