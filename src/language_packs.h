// The language packs that the engine has been given: words and hyphenation.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hyphenation/hyphenator.h"
#include "typography/languages.h"

namespace broadsheet {

class LanguagePacks {
 public:
  /// Adds or replaces the pack of `tag`; what is needed of `bytes` is copied.
  /// A pack that is none changes nothing, and gives false.
  bool add(std::string_view tag, std::span<const std::byte> bytes);

  [[nodiscard]] Languages& languages() { return languages_; }
  [[nodiscard]] const Languages& languages() const { return languages_; }

  /// The patterns for `tag`, by RFC 4647 look-up among the packs that have
  /// any; null when there are none or the pack's are damaged. They are
  /// unpacked when first asked for. Valid until the next add().
  const Hyphenator* hyphenator_for(std::string_view tag);

 private:
  struct Patterns {
    std::string tag;
    std::vector<std::byte> section;  // empty once unpacked
    std::optional<Hyphenator> hyphenator;
  };
  Patterns* find(std::string_view tag);

  Languages languages_;
  std::vector<Patterns> patterns_;
};

}  // namespace broadsheet
