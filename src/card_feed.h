// Pages of one list of cards, as they arrive: no card comes twice.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/name_table.h"
#include "broadsheet.h"
#include "document/document.h"

namespace broadsheet {

/// A page as read: immutable.
struct CardPage {
  /// Nothing when no list could be made of the JSON.
  std::optional<CardList> cards;
  Language language;
  std::vector<Diagnostic> diagnostics;
};

/// Leaves out every card whose id or URL is in `seen`, and adds those of the
/// others to it. The table then views strings of `cards`.
[[gnu::noinline]] void drop_repeated(CardList& cards, NameTable& seen);

class CardFeed {
 public:
  /// `excluded`: ids and URLs that are not to be shown, the article's own
  /// usually, separated by newlines.
  explicit CardFeed(std::string_view excluded);

  /// Reads and checks a further page. Total.
  const CardPage& add(std::string_view json, const ParseOptions& options);

  [[nodiscard]] const CardPage& page(std::size_t i) const { return *pages_[i]; }

 private:
  std::string excluded_;
  NameTable seen_;  // views of excluded_ and of the pages
  // Each has an address of its own, which the views rely on.
  std::vector<std::unique_ptr<CardPage>> pages_;
};

/// Cards [begin, end) of a page, with heading and list round them.
Commands render_card_commands(const CardPage& page, std::size_t begin,
                              std::size_t end, const Languages& languages,
                              const RenderOptions& options);

/// JSON: see write_summary.
std::string write_card_summary(const CardPage& page);

}  // namespace broadsheet
