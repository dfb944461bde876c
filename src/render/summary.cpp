#include "render/summary.h"

#include "render/json_writer.h"

namespace broadsheet {
namespace {

void write_string(JsonWriter& json, std::string_view name,
                  std::string_view value) {
  json.key(name);
  json.string(value);
}

void write_diagnostics(JsonWriter& json,
                       const std::vector<Diagnostic>& diagnostics) {
  json.key("diagnostics");
  json.begin_array();
  for (const Diagnostic& each : diagnostics) {
    json.begin_object();
    write_string(json, "severity",
                 each.severity == Severity::Error ? "error" : "warning");
    write_string(json, "code", name_of(each.code));
    write_string(json, "pointer", each.pointer);
    write_string(json, "message", each.message);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

std::string write_summary(const Document* document,
                          const std::vector<Diagnostic>& diagnostics,
                          const ReadingTime& reading_time) {
  const bool ok = document != nullptr;
  JsonWriter json;
  json.begin_object();
  json.key("ok");
  json.boolean(ok);
  write_diagnostics(json, diagnostics);
  write_string(json, "title", ok ? plain_text(document->title) : "");
  write_string(json, "lang", ok ? document->language.tag : "");
  json.key("wordCount");
  json.integer(ok ? static_cast<long>(reading_time.words) : 0);
  json.key("readingMinutes");
  json.integer(ok ? reading_time.minutes : 0);
  json.end_object();
  return json.take();
}

std::string write_summary(const CardList* cards, const Language& language,
                          const std::vector<Diagnostic>& diagnostics) {
  const bool ok = cards != nullptr;
  JsonWriter json;
  json.begin_object();
  json.key("ok");
  json.boolean(ok);
  write_diagnostics(json, diagnostics);
  write_string(json, "title", ok ? plain_text(cards->title) : "");
  write_string(json, "lang", language.tag);
  json.key("count");
  json.integer(ok ? static_cast<long>(cards->items.size()) : 0);
  json.key("slots");
  json.begin_array();
  if (ok) {
    for (const CardSlot& slot : cards->slots) {
      json.begin_object();
      json.key("before");
      json.integer(static_cast<long>(slot.before));
      json.key("sizes");
      json.begin_array();
      for (const Slot::Size& size : slot.slot.sizes) {
        json.begin_array();
        json.integer(size.width);
        json.integer(size.height);
        json.end_array();
      }
      json.end_array();
      json.end_object();
    }
  }
  json.end_array();
  write_string(json, "next", ok ? cards->next : "");
  json.end_object();
  return json.take();
}

}  // namespace broadsheet
