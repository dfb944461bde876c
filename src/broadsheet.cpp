// The whole engine on one screen: each function is a row of stage calls.
#include "broadsheet.h"

#include <cassert>

#include "card_feed.h"
#include "document/read_document.h"
#include "render/write_html.h"

namespace broadsheet {

Article parse_article(std::string_view json, const ParseOptions& options) {
  DocumentReading reading = read_document(json, options.limits);
  Article article{
      std::move(reading.document), std::move(reading.diagnostics), {}};
  if (!article.document) return article;

  Document& document = *article.document;
  if (document.language == Language{}) document.language = options.language;
  if (!document.recommended.items.empty()) {
    NameTable seen = {{document.id, 0}, {document.url, 0}};
    drop_repeated(document.recommended, seen);
  }
  article.reading_time = reading_time(document, document.language.tag);
  return article;
}

Commands render_commands(const Article& article, const Languages& languages,
                         const RenderOptions& options) {
  assert(article.document);
  const Document& document = *article.document;
  return emit_article(document, languages.strings_for(document.language.tag),
                      article.reading_time.minutes, options);
}

std::string render_html(const Article& article, const Languages& languages,
                        const RenderOptions& options) {
  return write_html(render_commands(article, languages, options));
}

}  // namespace broadsheet
