// Broadsheet's engine: article JSON in; HTML, DOM commands and findings out.
// This is the only header that a host of the engine includes.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "document/diagnostics.h"
#include "document/document.h"
#include "document/limits.h"
#include "render/commands.h"
#include "render/emit_commands.h"
#include "typography/languages.h"
#include "typography/reading_time.h"

namespace broadsheet {

/// What a host may say about an article when it hands it over.
struct ParseOptions {
  /// Language and direction of an article that does not say its own.
  Language language;
  Limits limits;
};

/// An article as read: immutable, with all that was found about it.
struct Article {
  /// Nothing when no article could be made of the JSON.
  std::optional<Document> document;
  std::vector<Diagnostic> diagnostics;
  ReadingTime reading_time;
};

/// Reads and checks an article. Total: every input gives an Article.
Article parse_article(std::string_view json, const ParseOptions& options);

/// The article as commands for the DOM. `article.document` must be there.
Commands render_commands(const Article& article, const Languages& languages,
                         const RenderOptions& options);

/// The article as HTML; the same tree as render_commands.
std::string render_html(const Article& article, const Languages& languages,
                        const RenderOptions& options);

}  // namespace broadsheet
