#include "document/read_text.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "document/inline_html.h"

namespace broadsheet {
namespace {

using Kind = JsonValue::Kind;

struct MarkName {
  std::string_view name;
  MarkKind kind;
};

constexpr std::array kMarkNames = {
    MarkName{"strong", MarkKind::Strong},
    MarkName{"em", MarkKind::Em},
    MarkName{"underline", MarkKind::Underline},
    MarkName{"strike", MarkKind::Strike},
    MarkName{"sub", MarkKind::Sub},
    MarkName{"sup", MarkKind::Sup},
    MarkName{"code", MarkKind::Code},
    MarkName{"mark", MarkKind::Highlight},
    MarkName{"small", MarkKind::Small},
    MarkName{"q", MarkKind::Quotation},
    MarkName{"abbr", MarkKind::Abbreviation},
    MarkName{"time", MarkKind::Time},
    MarkName{"kbd", MarkKind::Keyboard},
    MarkName{"link", MarkKind::Link},
    MarkName{"lang", MarkKind::Lang},
    MarkName{"footnote", MarkKind::Footnote},
};

std::optional<MarkKind> mark_kind(std::string_view name) {
  for (const MarkName& each : kMarkNames) {
    if (each.name == name) return each.kind;
  }
  return std::nullopt;
}

// Marks that mean nothing without a field of their own.
bool needs_fields(MarkKind kind) {
  return kind == MarkKind::Link || kind == MarkKind::Lang ||
         kind == MarkKind::Footnote;
}

bool is_blank(const Text& text) {
  return std::all_of(text.begin(), text.end(), [](const Inline& run) {
    return run.kind == Inline::Kind::Break ||
           run.text.find_first_not_of(" \t\n\r\f") == std::string::npos;
  });
}

void report_unknown_mark(std::string_view name, const Place& place,
                         ReadContext& context) {
  context.diagnostics.add(Code::UnknownMark, place,
                          "mark \"" + std::string(name) +
                              "\" is not known; the text is shown without it");
}

std::optional<Mark> read_lang_mark(Fields& fields, Mark mark) {
  mark.language = fields.language();
  if (mark.language != Language{}) return mark;
  if (fields.find("lang") == nullptr && fields.find("dir") == nullptr) {
    fields.report(Code::MissingField, "lang",
                  "expected \"lang\" or \"dir\", without which this mark says "
                  "nothing");
  }
  return std::nullopt;
}

std::optional<Mark> read_footnote_mark(Fields& fields, Mark mark) {
  if (!fields.require("ref")) return std::nullopt;
  mark.target = fields.string("ref");
  if (fields.context().footnotes.count(mark.target) != 0) return mark;
  fields.report(Code::UnknownFootnote, "ref",
                "expected the id of one of the footnotes");
  return std::nullopt;
}

std::optional<Mark> read_mark_fields(Fields& fields, Mark mark) {
  switch (mark.kind) {
    case MarkKind::Link:
      mark.target = fields.required_url("href", UrlUse::Link);
      mark.title = fields.string("title");
      if (mark.target.empty()) return std::nullopt;
      return mark;
    case MarkKind::Lang:
      return read_lang_mark(fields, std::move(mark));
    case MarkKind::Footnote:
      return read_footnote_mark(fields, std::move(mark));
    case MarkKind::Abbreviation:
      mark.title = fields.string("title");
      return mark;
    case MarkKind::Time:
      if (const auto date = fields.date("datetime")) mark.target = date->source;
      return mark;
    default:
      return mark;
  }
}

std::optional<Mark> read_mark(const JsonValue& value, const Place& place,
                              ReadContext& context) {
  if (value.kind == Kind::String) {
    const auto kind = mark_kind(value.string);
    if (!kind) {
      report_unknown_mark(value.string, place, context);
      return std::nullopt;
    }
    if (needs_fields(*kind)) {
      context.diagnostics.add(
          Code::WrongType, place,
          "expected an object: this mark needs fields of its own");
      return std::nullopt;
    }
    return Mark{.kind = *kind, .target = {}, .title = {}, .language = {}};
  }
  if (value.kind != Kind::Object) {
    context.diagnostics.add(Code::WrongType, place,
                            expected("the name of a mark or an object", value));
    return std::nullopt;
  }
  Fields fields(value, place, context);
  if (!fields.require("type")) return std::nullopt;
  const JsonValue* name = fields.find("type", Kind::String);
  if (name == nullptr) return std::nullopt;
  const auto kind = mark_kind(name->string);
  if (!kind) {
    report_unknown_mark(name->string, place, context);
    return std::nullopt;
  }
  auto mark = read_mark_fields(
      fields, Mark{.kind = *kind, .target = {}, .title = {}, .language = {}});
  fields.report_unknown();
  return mark;
}

std::vector<Mark> read_marks(Fields& fields) {
  std::vector<Mark> marks;
  const JsonValue* list = fields.find("marks", Kind::Array);
  if (list == nullptr) return marks;
  const Place place = fields.at("marks");
  for (std::size_t i = 0; i < list->elements.size(); ++i) {
    auto mark = read_mark(list->elements[i], place.index(i), fields.context());
    const bool repeated =
        mark && std::any_of(marks.begin(), marks.end(), [&](const Mark& each) {
          return each.kind == mark->kind;
        });
    if (mark && !repeated) marks.push_back(*std::move(mark));
  }
  return marks;
}

// A run of text; one that is not a string is shown without marks.
Text read_run(Fields& fields) {
  const JsonValue* text =
      fields.require("text") ? fields.find("text") : nullptr;
  if (text == nullptr) return {};
  if (text->kind == Kind::String) {
    return {{Inline::Kind::Text, text->string, read_marks(fields)}};
  }
  fields.find("text", Kind::String);  // Reports it.
  return salvage_text(*text, fields.at("text"), fields.context());
}

void read_inline_object(const JsonValue& value, const Place& place,
                        ReadContext& context, Text& out) {
  Fields fields(value, place, context);
  const std::string type = fields.string("type");
  Text runs;
  if (type == "break") {
    runs.push_back({Inline::Kind::Break, {}, {}});
  } else {
    if (!type.empty() && type != "text") {
      fields.report(Code::BadValue, "type",
                    "expected \"break\", or no type for a run of text");
    }
    runs = read_run(fields);
  }
  runs = with_stray_text(fields, "text", std::move(runs));
  std::move(runs.begin(), runs.end(), std::back_inserter(out));
  fields.report_unknown();
}

void read_inline(const JsonValue& value, const Place& place,
                 ReadContext& context, Text& out) {
  if (value.kind == Kind::String) {
    out.push_back({Inline::Kind::Text, value.string, {}});
  } else if (value.kind == Kind::Object) {
    read_inline_object(value, place, context, out);
  } else {
    context.diagnostics.add(Code::WrongType, place,
                            expected("a string or an object", value));
  }
}

Text read_form(const JsonValue& value, const Place& place,
               ReadContext& context) {
  Text out;
  if (value.kind == Kind::String) {
    out.push_back({Inline::Kind::Text, value.string, {}});
  } else if (value.kind == Kind::Array) {
    for (std::size_t i = 0; i < value.elements.size(); ++i) {
      read_inline(value.elements[i], place.index(i), context, out);
    }
  } else if (auto form = html_of(value, place, context)) {
    out = std::move(form->before);
    add_text(read_html_text(form->html, place, context), out);
    add_text(std::move(form->after), out);
  } else {
    context.diagnostics.add(
        Code::WrongType, place,
        expected("a string, an array of inlines or {\"html\": …}", value));
    out = salvage_text(value, place, context);
  }
  return out;
}

// Keys whose strings are meant for readers, in any block of any format.
bool is_for_readers(std::string_view key) {
  constexpr std::array<std::string_view, 15> kKeys = {
      "text",   "title",   "caption", "label", "credit",
      "cite",   "content", "body",    "items", "children",
      "blocks", "alt",     "header",  "rows",  "summary"};
  return std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end();
}

class Salvage {
 public:
  Salvage(const Place& place, ReadContext& context)
      : place_(place), context_(context) {}

  void gather(const JsonValue& value, bool wanted) {
    if (value.kind == Kind::String && wanted) add(value.string);
    for (std::size_t i = 0; i < value.elements.size(); ++i) {
      const JsonValue& element = value.elements[i];
      if (value.kind != Kind::Object) {
        gather(element, wanted);
      } else if (value.keys[i] == "html" && element.kind == Kind::String) {
        add(plain_text(read_html_text(element.string, place_, context_)));
      } else {
        gather(element, is_for_readers(value.keys[i]));
      }
    }
  }

  Text take() { return std::move(out_); }

 private:
  void add(std::string_view text) {
    if (text.empty()) return;
    if (!out_.empty()) out_.push_back({Inline::Kind::Text, " ", {}});
    out_.push_back({Inline::Kind::Text, std::string(text), {}});
  }

  const Place& place_;
  ReadContext& context_;
  Text out_;
};

Text read_stray(const JsonValue& value, std::string_view key,
                const Fields& fields) {
  const Place place = fields.at(key);
  ReadContext& context = fields.context();
  if (key != "html" || value.kind != Kind::String) {
    return salvage_text(value, place, context);
  }
  return read_html_text(checked_html(value, place, context), place, context);
}

}  // namespace

Text salvage_text(const JsonValue& value, const Place& place,
                  ReadContext& context) {
  Salvage salvage(place, context);
  salvage.gather(value, true);
  return salvage.take();
}

void add_text(Text more, Text& text) {
  if (more.empty()) return;
  if (!text.empty()) text.push_back({Inline::Kind::Break, {}, {}});
  std::move(more.begin(), more.end(), std::back_inserter(text));
}

Text with_stray_text(Fields& fields, std::string_view key, Text text) {
  for (const std::string_view other : {"text", "html"}) {
    const JsonValue* value = fields.stray(other);
    if (value == nullptr) continue;
    Text more = read_stray(*value, other, fields);
    if (fields.is_before(other, key)) std::swap(text, more);
    add_text(std::move(more), text);
  }
  return text;
}

std::string_view checked_html(const JsonValue& string, const Place& place,
                              ReadContext& context) {
  if (string.string.size() <= context.limits.text) return string.string;
  report_long_text(place, context);
  return {};
}

std::optional<HtmlForm> html_of(const JsonValue& value, const Place& place,
                                ReadContext& context) {
  if (value.kind != Kind::Object) return std::nullopt;
  const JsonValue* html = value.find("html");
  if (html == nullptr || html->kind != Kind::String) return std::nullopt;
  Fields fields(value, place, context);
  fields.find("html");
  HtmlForm form{checked_html(*html, fields.at("html"), context), {}, {}};
  Text& beside = fields.is_before("text", "html") ? form.before : form.after;
  beside = with_stray_text(fields, "html", {});
  fields.report_unknown();
  return form;
}

void report_long_text(const Place& place, ReadContext& context) {
  context.diagnostics.add(
      Code::LimitText, place,
      "one text may have " + std::to_string(context.limits.text) + " bytes");
}

Text read_text(const JsonValue& value, const Place& place,
               ReadContext& context) {
  Text out = read_form(value, place, context);
  std::size_t bytes = 0;
  for (const Inline& run : out) bytes += run.text.size();
  if (bytes > context.limits.text) {
    report_long_text(place, context);
    return {};
  }
  if (is_blank(out)) return {};
  return out;
}

}  // namespace broadsheet
