#include "render/json_ld.h"

#include "render/json_writer.h"

namespace broadsheet {
namespace {

void write_authors(JsonWriter& json, const std::vector<Person>& authors) {
  if (authors.empty()) return;
  json.key("author");
  json.begin_array();
  for (const Person& person : authors) {
    json.begin_object();
    json.optional("@type", "Person");
    json.optional("name", person.name);
    json.optional("url", person.url);
    json.optional("jobTitle", person.role);
    json.end_object();
  }
  json.end_array();
}

void write_publisher(JsonWriter& json, const Publisher& publisher) {
  if (publisher.name.empty()) return;
  json.key("publisher");
  json.begin_object();
  json.optional("@type", "NewsMediaOrganization");
  json.optional("name", publisher.name);
  json.optional("url", publisher.url);
  json.optional("logo", publisher.logo);
  json.end_object();
}

// What is behind the paywall is the body, by its class in our own HTML.
void write_access(JsonWriter& json, const Document& document) {
  if (!document.free_access) return;
  json.key("isAccessibleForFree");
  json.boolean(*document.free_access);
  if (*document.free_access) return;
  json.key("hasPart");
  json.begin_object();
  json.optional("@type", "WebPageElement");
  json.key("isAccessibleForFree");
  json.boolean(false);
  json.optional("cssSelector", ".broadsheet-body");
  json.end_object();
}

void write_tags(JsonWriter& json, const std::vector<std::string>& tags) {
  if (tags.empty()) return;
  json.key("keywords");
  json.begin_array();
  for (const std::string& tag : tags) json.string(tag);
  json.end_array();
}

}  // namespace

std::string write_json_ld(const Document& document, std::size_t word_count) {
  JsonWriter json;
  json.begin_object();
  json.optional("@context", "https://schema.org");
  json.optional("@type", "NewsArticle");
  json.optional("headline", plain_text(document.title));
  json.optional("description", plain_text(document.standfirst));
  json.optional("url", document.url);
  json.optional("mainEntityOfPage", document.url);
  json.optional("inLanguage", document.language.tag);
  if (document.hero) {
    json.key("image");
    json.begin_array();
    json.string(document.hero->src);
    json.end_array();
  }
  if (document.published) {
    json.optional("datePublished", document.published->source);
  }
  if (document.modified) {
    json.optional("dateModified", document.modified->source);
  }
  write_authors(json, document.authors);
  write_publisher(json, document.publisher);
  json.optional("articleSection", document.section);
  write_tags(json, document.tags);
  json.key("wordCount");
  json.integer(static_cast<long>(word_count));
  write_access(json, document);
  json.end_object();
  return json.take();
}

}  // namespace broadsheet
