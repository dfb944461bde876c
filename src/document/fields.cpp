#include "document/fields.h"

#include <algorithm>
#include <cmath>

#include "document/read_text.h"

namespace broadsheet {
namespace {

using Kind = JsonValue::Kind;

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::Boolean:
      return "true or false";
    case Kind::Number:
      return "a number";
    case Kind::String:
      return "a string";
    case Kind::Array:
      return "an array";
    case Kind::Object:
      return "an object";
    case Kind::Null:
      break;
  }
  return "null";
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n\r\f") == std::string_view::npos;
}

std::string schemes_of(UrlUse use) {
  return use == UrlUse::Link ? "an http, https, mailto, tel or relative URL"
                             : "an http, https or relative URL";
}

// Numbers in messages: whole ones without a fraction.
std::string written(double number) {
  return std::to_string(static_cast<long>(number));
}

}  // namespace

std::string expected(std::string_view what, const JsonValue& found) {
  return "expected " + std::string(what) + ", found " +
         std::string(describe(found));
}

const JsonValue* Fields::find(std::string_view key) {
  asked_.push_back(key);
  const JsonValue* value = object_.find(key);
  return value == nullptr || value->kind == Kind::Null ? nullptr : value;
}

const JsonValue* Fields::find(std::string_view key, Kind kind) {
  const JsonValue* value = find(key);
  if (value == nullptr || value->kind == kind) return value;
  report(Code::WrongType, key, expected(name_of(kind), *value));
  return nullptr;
}

bool Fields::require(std::string_view key) {
  if (find(key) != nullptr) return true;
  report(Code::MissingField, key,
         "expected \"" + std::string(key) + "\", which this cannot do without");
  return false;
}

std::string Fields::string(std::string_view key) {
  const JsonValue* value = find(key, Kind::String);
  if (value == nullptr || is_blank(value->string)) return {};
  if (value->string.size() > context_.limits.text) {
    report_long_text(place_.key(key), context_);
    return {};
  }
  return value->string;
}

std::optional<bool> Fields::optional_boolean(std::string_view key) {
  const JsonValue* value = find(key, Kind::Boolean);
  return value == nullptr ? std::nullopt : std::optional(value->boolean);
}

bool Fields::boolean(std::string_view key) {
  return optional_boolean(key).value_or(false);
}

std::optional<double> Fields::number(std::string_view key, double min,
                                     double max) {
  const JsonValue* value = find(key, Kind::Number);
  if (value == nullptr) return std::nullopt;
  if (value->number >= min && value->number <= max) return value->number;
  report(Code::BadValue, key,
         "expected a number from " + written(min) + " to " + written(max));
  return std::nullopt;
}

int Fields::integer(std::string_view key, int min, int max, int otherwise) {
  const JsonValue* value = find(key, Kind::Number);
  if (value == nullptr) return otherwise;
  const double number = value->number;
  if (number >= min && number <= max && std::floor(number) == number) {
    return static_cast<int>(number);
  }
  report(Code::BadValue, key,
         "expected a whole number from " + std::to_string(min) + " to " +
             std::to_string(max));
  return otherwise;
}

std::string Fields::url(std::string_view key, UrlUse use) {
  const JsonValue* value = find(key, Kind::String);
  if (value == nullptr) return {};
  auto url = accept_url(value->string, use);
  if (url) return *std::move(url);
  report(Code::BadUrl, key, "expected " + schemes_of(use));
  return {};
}

std::optional<Date> Fields::date(std::string_view key) {
  const JsonValue* value = find(key, Kind::String);
  if (value == nullptr) return std::nullopt;
  auto date = parse_date(value->string);
  if (!date) {
    report(Code::BadDate, key,
           "expected a date (RFC 3339) such as 2025-06-23 or "
           "2025-06-23T18:30:00+03:00");
  }
  return date;
}

Text Fields::text(std::string_view key) {
  const JsonValue* value = find(key);
  if (value == nullptr) return {};
  return read_text(*value, place_.key(key), context_);
}

std::string Fields::required_string(std::string_view key) {
  if (!require(key)) return {};
  const std::size_t before = context_.diagnostics.list().size();
  std::string text = string(key);
  if (text.empty() && context_.diagnostics.list().size() == before) {
    report_empty(key);
  }
  return text;
}

std::string Fields::required_url(std::string_view key, UrlUse use) {
  return require(key) ? url(key, use) : std::string();
}

Text Fields::required_text(std::string_view key) {
  if (!require(key)) return {};
  const JsonValue* value = find(key);
  const std::size_t before = context_.diagnostics.list().size();
  Text text = read_text(*value, place_.key(key), context_);
  if (text.empty() && context_.diagnostics.list().size() == before) {
    report_empty(key);
  }
  return text;
}

void Fields::report_empty(std::string_view key) const {
  report(Code::EmptyText, key, "expected some text; nothing is shown");
}

std::string Fields::language_tag() {
  const JsonValue* tag = find("lang", Kind::String);
  if (tag == nullptr) return {};
  if (is_language_tag(tag->string)) return tag->string;
  report(Code::BadLanguage, "lang",
         "expected a language tag (BCP 47) such as fr or pt-BR");
  return {};
}

Language Fields::language() {
  Language out;
  out.tag = language_tag();
  const std::size_t direction = choice("dir", {"ltr", "rtl", "auto"}, 3);
  constexpr Direction kDirections[] = {Direction::LeftToRight,
                                       Direction::RightToLeft, Direction::Auto,
                                       Direction::Unset};
  out.direction = kDirections[direction];
  return out;
}

std::string Fields::unique_id() {
  std::string id = string("id");
  if (id.empty()) return id;
  if (context_.ids.emplace(object_.find("id")->string, 0).second) return id;
  report(Code::DuplicateId, "id",
         "another part of the article already has this id");
  return {};
}

std::size_t Fields::choice(std::string_view key,
                           std::initializer_list<std::string_view> choices,
                           std::size_t otherwise) {
  const JsonValue* value = find(key, Kind::String);
  if (value == nullptr) return otherwise;
  const auto found = std::find(choices.begin(), choices.end(), value->string);
  if (found != choices.end()) {
    return static_cast<std::size_t>(found - choices.begin());
  }
  std::string message = "expected one of:";
  for (const std::string_view each : choices) {
    message += ' ';
    message += each;
  }
  report(Code::BadValue, key, message);
  return otherwise;
}

bool Fields::is_asked(std::string_view key) const {
  return std::find(asked_.begin(), asked_.end(), key) != asked_.end();
}

const JsonValue* Fields::stray(std::string_view key) {
  const JsonValue* value = is_asked(key) ? nullptr : find(key);
  if (value != nullptr) {
    report(Code::UnknownKey, key,
           "this key is not known here; its text is shown");
  }
  return value;
}

bool Fields::is_before(std::string_view key, std::string_view other) const {
  const auto& keys = object_.keys;
  const auto found = std::find(keys.begin(), keys.end(), key);
  return key != other && std::find(found, keys.end(), other) != keys.end();
}

void Fields::report_unknown() {
  for (const std::string& key : object_.keys) {
    if (!is_asked(key)) {
      report(Code::UnknownKey, key, "this key is not known here; ignored");
    }
  }
}

}  // namespace broadsheet
