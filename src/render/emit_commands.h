// A Document as render commands: which element each part becomes.
#pragma once

#include "document/document.h"
#include "render/commands.h"
#include "typography/polish_rules.h"
#include "typography/strings.h"

namespace broadsheet {

struct RenderOptions {
  /// Level of the title's heading, 1 to 6; those below it follow.
  int heading_level = 1;
  /// Which rules of punctuation and spacing the text is shown in.
  PolishRules polish;
};

/// The whole article: one `article` element. `minutes` is the reading time.
Commands emit_article(const Document& document, const Strings& strings,
                      int minutes, const RenderOptions& options);

/// A list of cards on its own: one `section` element.
Commands emit_card_section(const CardList& cards, const Language& language,
                           const Strings& strings,
                           const RenderOptions& options);

}  // namespace broadsheet
