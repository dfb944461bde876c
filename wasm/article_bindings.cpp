// Articles in, their summary, commands, HTML and JSON-LD out.
#include <emscripten/bind.h>

#include "crossing.h"
#include "render/json_ld.h"
#include "render/summary.h"

namespace crossing {
namespace {

using broadsheet::Article;

// An article lives until dispose(): JavaScript's finalizers call it.
Address parse(Address json, std::uint32_t size) {
  return address_of(new Article(
      broadsheet::parse_article(view_of(json, size), parse_options())));
}

void dispose(Address article) { delete &object_at<Article>(article); }

Address summary(Address address) {
  const Article& article = object_at<Article>(address);
  return give(
      broadsheet::write_summary(article.document ? &*article.document : nullptr,
                                article.diagnostics, article.reading_time));
}

Address commands(Address article, std::uint32_t heading_level) {
  return give(broadsheet::render_commands(object_at<Article>(article),
                                          packs().languages(),
                                          render_options(heading_level)));
}

Address html(Address article, std::uint32_t heading_level) {
  return give(broadsheet::render_html(object_at<Article>(article),
                                      packs().languages(),
                                      render_options(heading_level)));
}

Address json_ld(Address address) {
  const Article& article = object_at<Article>(address);
  return give(
      broadsheet::write_json_ld(*article.document, article.reading_time.words));
}

// Names of elements, then of attributes, in the order that commands number
// them: words separated by spaces, the two lists by a newline.
Address vocabulary() {
  std::string out;
  for (const std::string_view name : broadsheet::kTagNames) {
    out.append(name).append(" ");
  }
  out.back() = '\n';
  for (const std::string_view name : broadsheet::kAttributeNames) {
    out.append(name).append(" ");
  }
  out.pop_back();
  return give(out);
}

}  // namespace
}  // namespace crossing

EMSCRIPTEN_BINDINGS(article) {
  using emscripten::function;
  function("parse", &crossing::parse);
  function("dispose", &crossing::dispose);
  function("summary", &crossing::summary);
  function("commands", &crossing::commands);
  function("html", &crossing::html);
  function("jsonLd", &crossing::json_ld);
  function("vocabulary", &crossing::vocabulary);
}
