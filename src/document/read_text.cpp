#include "document/read_text.h"

#include <algorithm>
#include <array>
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

void read_inline_object(const JsonValue& value, const Place& place,
                        ReadContext& context, Text& out) {
  Fields fields(value, place, context);
  const std::string type = fields.string("type");
  if (type == "break") {
    out.push_back({Inline::Kind::Break, {}, {}});
  } else {
    if (!type.empty() && type != "text") {
      fields.report(Code::BadValue, "type",
                    "expected \"break\", or no type for a run of text");
    }
    const JsonValue* text =
        fields.require("text") ? fields.find("text", Kind::String) : nullptr;
    if (text != nullptr) {
      out.push_back({Inline::Kind::Text, text->string, read_marks(fields)});
    }
  }
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
  } else if (const auto html = html_of(value, place, context)) {
    out = read_html_text(*html, place, context);
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

}  // namespace

Text salvage_text(const JsonValue& value, const Place& place,
                  ReadContext& context) {
  Salvage salvage(place, context);
  salvage.gather(value, true);
  return salvage.take();
}

std::optional<std::string> html_of(const JsonValue& value, const Place& place,
                                   ReadContext& context) {
  if (value.kind != Kind::Object) return std::nullopt;
  const JsonValue* html = value.find("html");
  if (html == nullptr || html->kind != Kind::String) return std::nullopt;
  Fields fields(value, place, context);
  fields.find("html");
  fields.report_unknown();
  if (html->string.size() <= context.limits.text) return html->string;
  report_long_text(place.key("html"), context);
  return std::string();
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
