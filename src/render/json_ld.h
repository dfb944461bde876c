// The article as schema.org's NewsArticle, for search engines.
#pragma once

#include <string>

#include "document/document.h"

namespace broadsheet {

/// JSON-LD, safe inside a script element.
/// https://schema.org/NewsArticle
/// https://developers.google.com/search/docs/appearance/structured-data/article
std::string write_json_ld(const Document& document, std::size_t word_count);

}  // namespace broadsheet
