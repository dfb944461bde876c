#include "document/read_document.h"

#include <utility>

#include "document/fields.h"
#include "document/read_blocks.h"
#include "document/read_cards.h"
#include "document/read_text.h"

namespace broadsheet {
namespace {

using Kind = JsonValue::Kind;

constexpr std::string_view kFormat = "broadsheet-article/1";
constexpr int kMaximumMinutes = 10'000;

void check_format(Fields& fields) {
  const JsonValue* format = fields.find("format", Kind::String);
  if (format != nullptr && format->string != kFormat) {
    fields.report(Code::BadFormat, "format",
                  "expected \"" + std::string(kFormat) + "\"");
  }
}

// The title is the one thing that an article cannot do without.
Text read_title(Fields& fields) {
  Text title = fields.text("title");
  if (title.empty()) {
    fields.report(Code::MissingTitle, "title",
                  "expected the article's title, a text that is not empty");
  }
  return title;
}

std::vector<Person> read_authors(Fields& fields) {
  std::vector<Person> authors;
  const JsonValue* list = fields.find("authors", Kind::Array);
  if (list == nullptr) return authors;
  const Place list_place = fields.at("authors");
  for (std::size_t i = 0; i < list->elements.size(); ++i) {
    const Place place = list_place.index(i);
    const JsonValue& value = list->elements[i];
    if (value.kind != Kind::Object) {
      fields.context().diagnostics.add(Code::WrongType, place,
                                       expected("an object", value));
      if (value.kind == Kind::String) authors.push_back({value.string, {}, {}});
      continue;
    }
    Fields author(value, place, fields.context());
    Person person;
    person.name = author.string("name");
    person.url = author.url("url", UrlUse::Link);
    person.role = author.string("role");
    if (person.name.empty()) {
      author.report(Code::MissingField, "name", "expected the author's name");
    } else {
      authors.push_back(std::move(person));
    }
    author.report_unknown();
  }
  return authors;
}

Publisher read_publisher(Fields& fields) {
  Publisher out;
  const JsonValue* value = fields.find("publisher", Kind::Object);
  if (value == nullptr) return out;
  const Place place = fields.at("publisher");
  Fields publisher(*value, place, fields.context());
  out.name = publisher.string("name");
  out.url = publisher.url("url", UrlUse::Link);
  out.logo = publisher.url("logo", UrlUse::Media);
  publisher.report_unknown();
  return out;
}

std::vector<std::string> read_tags(Fields& fields) {
  std::vector<std::string> tags;
  const JsonValue* list = fields.find("tags", Kind::Array);
  if (list == nullptr) return tags;
  const Place list_place = fields.at("tags");
  for (std::size_t i = 0; i < list->elements.size(); ++i) {
    const JsonValue& value = list->elements[i];
    if (value.kind == Kind::String) {
      if (!value.string.empty()) tags.push_back(value.string);
    } else {
      fields.context().diagnostics.add(Code::WrongType, list_place.index(i),
                                       expected("a string", value));
    }
  }
  return tags;
}

// Ids first, so that a mark anywhere in the article can be checked against
// them while it is read.
void collect_footnote_ids(const JsonValue& root, ReadContext& context) {
  const JsonValue* list = root.find("footnotes");
  if (list == nullptr || list->kind != Kind::Array) return;
  for (const JsonValue& footnote : list->elements) {
    const JsonValue* id = footnote.find("id");
    if (id != nullptr && id->kind == Kind::String && !id->string.empty()) {
      context.footnotes.emplace(id->string, 0);
    }
  }
}

std::vector<Footnote> read_footnotes(Fields& fields) {
  std::vector<Footnote> footnotes;
  const JsonValue* list = fields.find("footnotes", Kind::Array);
  if (list == nullptr) return footnotes;
  const Place list_place = fields.at("footnotes");
  for (std::size_t i = 0; i < list->elements.size(); ++i) {
    const Place place = list_place.index(i);
    const JsonValue& value = list->elements[i];
    if (value.kind != Kind::Object) {
      fields.context().diagnostics.add(Code::WrongType, place,
                                       expected("an object", value));
      continue;
    }
    Fields footnote(value, place, fields.context());
    Footnote out{footnote.unique_id(), footnote.required_text("text")};
    out.text = with_stray_text(footnote, "text", std::move(out.text));
    footnote.report_unknown();
    if (!out.text.empty()) footnotes.push_back(std::move(out));
  }
  return footnotes;
}

std::optional<bool> read_access(Fields& fields) {
  const JsonValue* value = fields.find("access", Kind::Object);
  if (value == nullptr) return std::nullopt;
  const Place place = fields.at("access");
  Fields access(*value, place, fields.context());
  const auto free = access.optional_boolean("free");
  access.report_unknown();
  return free;
}

void read_front(Fields& fields, Document& out) {
  check_format(fields);
  out.id = fields.string("id");
  out.url = fields.url("url", UrlUse::Link);
  out.language = fields.language();
  out.kicker = fields.text("kicker");
  out.title = read_title(fields);
  out.standfirst = fields.text("standfirst");
  out.authors = read_authors(fields);
  out.publisher = read_publisher(fields);
  out.published = fields.date("published");
  out.modified = fields.date("modified");
  out.section = fields.string("section");
  out.tags = read_tags(fields);
  out.reading_minutes = fields.integer("readingTime", 1, kMaximumMinutes, 0);
  out.free_access = read_access(fields);
  if (const JsonValue* hero = fields.find("hero")) {
    out.hero = read_image(*hero, fields.at("hero"), fields.context());
  }
}

Document read_root(const JsonValue& root, ReadContext& context) {
  const Place place;
  Fields fields(root, place, context);
  collect_footnote_ids(root, context);

  fields.find("$schema");  // For editors: where the schema of articles is.
  Document out;
  read_front(fields, out);
  if (const JsonValue* body = fields.find("body", Kind::Array)) {
    out.body = read_blocks(*body, fields.at("body"), context);
  }
  out.footnotes = read_footnotes(fields);
  if (const JsonValue* cards = fields.find("recommended", Kind::Object)) {
    out.recommended = read_cards(*cards, fields.at("recommended"), context);
  }
  fields.report_unknown();
  return out;
}

}  // namespace

DocumentReading read_document(std::string_view json, const Limits& limits) {
  Diagnostics diagnostics;
  DocumentReading out;
  const auto root = read_json(json, limits, diagnostics);
  if (root && root->kind != Kind::Object) {
    diagnostics.add(Code::NotAnObject, Place(),
                    expected("an object, the article", *root));
  } else if (root) {
    ReadContext context(limits, diagnostics);
    Document document = read_root(*root, context);
    if (!diagnostics.fatal()) out.document = std::move(document);
  }
  out.diagnostics = diagnostics.list();
  return out;
}

}  // namespace broadsheet
