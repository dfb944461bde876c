#include "document/json_value.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "base/utf8.h"
#include "document/json_text.h"
#include "nlohmann/json.hpp"

namespace broadsheet {
namespace {

using Kind = JsonValue::Kind;

// A NUL in a string would end it, or vanish, in the HTML parser.
std::string without_nul(std::string text) {
  if (text.find('\0') == std::string::npos) return text;
  std::string out;
  for (const char c : text) {
    if (c == '\0') {
      append_utf8(out, kReplacementCharacter);
    } else {
      out += c;
    }
  }
  return out;
}

// What is wrong, out of the parser's own longer sentence, e.g. "unexpected
// '}'; expected string literal". It repeats what it last read, which may be a
// whole text, cut inside a character: that is left out.
std::string reason_in(std::string_view what) {
  const std::size_t dash = what.find(" - ");
  if (dash != std::string_view::npos) what.remove_prefix(dash + 3);
  return std::string(what.substr(0, what.find("; last read: '")));
}

// Builds the tree as the parser meets values. Stops it (by returning false)
// when the nesting is too deep.
class TreeBuilder final : public nlohmann::json::json_sax_t {
 public:
  TreeBuilder(std::string_view json, const Limits& limits,
              Diagnostics& diagnostics)
      : json_(json), limits_(limits), diagnostics_(diagnostics) {}

  JsonValue take_root() { return std::move(root_); }

  bool null() override {
    add();
    return true;
  }
  bool boolean(bool value) override {
    JsonValue& out = add();
    out.kind = Kind::Boolean;
    out.boolean = value;
    return true;
  }
  bool number_integer(std::int64_t value) override {
    return number(static_cast<double>(value));
  }
  bool number_unsigned(std::uint64_t value) override {
    return number(static_cast<double>(value));
  }
  bool number_float(double value, const std::string&) override {
    return number(value);
  }
  bool string(std::string& value) override {
    JsonValue& out = add();
    out.kind = Kind::String;
    out.string = without_nul(std::move(value));
    return true;
  }
  bool binary(nlohmann::json::binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Kind::Object); }
  bool start_array(std::size_t) override { return open(Kind::Array); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(std::string& name) override {
    key_ = without_nul(std::move(name));
    return true;
  }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::json::exception& error) override {
    report_syntax_error(json_, position == 0 ? 0 : position - 1,
                        reason_in(error.what()), diagnostics_);
    return false;
  }

 private:
  JsonValue& add() {
    if (open_.empty()) return root_;
    JsonValue& parent = *open_.back();
    if (parent.kind == Kind::Object) parent.keys.push_back(std::move(key_));
    return parent.elements.emplace_back();
  }

  bool number(double value) {
    JsonValue& out = add();
    out.kind = Kind::Number;
    out.number = value;
    return true;
  }

  bool open(Kind kind) {
    if (open_.size() == limits_.depth) {
      diagnostics_.add(Code::LimitDepth, Place(),
                       "arrays and objects may be nested " +
                           std::to_string(limits_.depth) + " deep");
      return false;
    }
    // A value stays where it is while it is open: only its own elements grow.
    JsonValue& value = add();
    value.kind = kind;
    open_.push_back(&value);
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  std::string_view json_;
  const Limits& limits_;
  Diagnostics& diagnostics_;
  JsonValue root_;
  std::vector<JsonValue*> open_;
  std::string key_;
};

void report_duplicate_keys(const JsonValue& value, const Place& place,
                           Diagnostics& diagnostics) {
  if (value.kind == Kind::Object) {
    std::vector<std::string_view> sorted(value.keys.begin(), value.keys.end());
    std::make_heap(sorted.begin(), sorted.end());
    std::sort_heap(sorted.begin(), sorted.end());
    for (std::size_t i = 1; i < sorted.size(); ++i) {
      if (sorted[i] == sorted[i - 1]) {
        diagnostics.add(Code::DuplicateKey, place.key(sorted[i]),
                        "this key is said more than once; the last one counts");
      }
    }
  }
  for (std::size_t i = 0; i < value.elements.size(); ++i) {
    report_duplicate_keys(
        value.elements[i],
        value.kind == Kind::Object ? place.key(value.keys[i]) : place.index(i),
        diagnostics);
  }
}

}  // namespace

const JsonValue* JsonValue::find(std::string_view key) const {
  for (std::size_t i = keys.size(); i-- > 0;) {
    if (keys[i] == key) return &elements[i];
  }
  return nullptr;
}

std::string_view describe(const JsonValue& value) {
  switch (value.kind) {
    case Kind::Null:
      return "null";
    case Kind::Boolean:
      return value.boolean ? "true" : "false";
    case Kind::Number:
      return "a number";
    case Kind::String:
      return "a string";
    case Kind::Array:
      return "an array";
    case Kind::Object:
      return "an object";
  }
  return "";
}

std::optional<JsonValue> read_json(std::string_view json, const Limits& limits,
                                   Diagnostics& diagnostics) {
  if (json.size() > limits.bytes) {
    diagnostics.add(Code::LimitBytes, Place(),
                    "the JSON has " + std::to_string(json.size()) +
                        " bytes; at most " + std::to_string(limits.bytes) +
                        " are read");
    return std::nullopt;
  }
  const RepairedText text(json, diagnostics);
  // The parser takes a NUL for the end of its input.
  const std::size_t nul = text.view().find('\0');
  if (nul != std::string_view::npos) {
    report_syntax_error(text.view(), nul, "unexpected NUL character",
                        diagnostics);
    return std::nullopt;
  }
  TreeBuilder builder(text.view(), limits, diagnostics);
  const bool ok = nlohmann::json::sax_parse(text.view().begin(),
                                            text.view().end(), &builder);
  if (!ok) return std::nullopt;
  JsonValue root = builder.take_root();
  report_duplicate_keys(root, Place(), diagnostics);
  return root;
}

}  // namespace broadsheet
