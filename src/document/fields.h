// Reading the fields of one JSON object, with a finding for each that is wrong.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/name_table.h"
#include "document/diagnostics.h"
#include "document/document.h"
#include "document/json_value.h"
#include "document/limits.h"
#include "document/url.h"

namespace broadsheet {

/// What all readers of one article share.
struct ReadContext {
  ReadContext(const Limits& all_limits, Diagnostics& findings)
      : limits(all_limits), diagnostics(findings) {}

  const Limits& limits;
  Diagnostics& diagnostics;
  std::size_t blocks = 0;  // read so far
  int heading_level = 1;   // of the last heading; title: 1
  // Views of the JSON's strings.
  NameTable ids;        // given to a block or a footnote
  NameTable footnotes;  // that a mark may refer to
};

/// The fields of `object`, which must be an object. Every getter gives the
/// field's empty value when it is absent or null, and adds a finding and gives
/// the empty value when it is wrong.
class Fields {
 public:
  Fields(const JsonValue& object, const Place& place, ReadContext& context)
      : object_(object), place_(place), context_(context) {}

  /// The member, or null when it is absent or JSON's null.
  const JsonValue* find(std::string_view key);
  /// The same, when it is of `kind`; otherwise a `wrong-type` finding.
  const JsonValue* find(std::string_view key, JsonValue::Kind kind);

  std::string string(std::string_view key);
  bool boolean(std::string_view key);
  std::optional<bool> optional_boolean(std::string_view key);
  /// A number from `min` to `max`.
  std::optional<double> number(std::string_view key, double min, double max);
  /// A whole number from `min` to `max`, or `otherwise`.
  int integer(std::string_view key, int min, int max, int otherwise);
  std::string url(std::string_view key, UrlUse use);
  std::optional<Date> date(std::string_view key);
  Text text(std::string_view key);

  /// True when the field is given; otherwise a `missing-field` finding.
  bool require(std::string_view key);
  /// The same as above, with a finding when the field is absent.
  std::string required_string(std::string_view key);
  std::string required_url(std::string_view key, UrlUse use);
  Text required_text(std::string_view key);

  /// `lang`, a language tag.
  std::string language_tag();
  /// `lang` and `dir`.
  Language language();
  /// `id`, when no other part of the article has it.
  std::string unique_id();

  /// The index of the string `key` in `choices`, or `otherwise`.
  std::size_t choice(std::string_view key,
                     std::initializer_list<std::string_view> choices,
                     std::size_t otherwise);

  /// A member with text that has no place here and that nobody asked for, or
  /// null: an `unknown-key` finding says that its text is shown.
  const JsonValue* stray(std::string_view key);
  /// True when both are members, `key` before `other`.
  [[nodiscard]] bool is_before(std::string_view key,
                               std::string_view other) const;

  /// Adds `unknown-key` for every member that nobody asked for.
  void report_unknown();

  [[nodiscard]] Place at(std::string_view key) const { return place_.key(key); }
  [[nodiscard]] const Place& place() const { return place_; }
  [[nodiscard]] ReadContext& context() const { return context_; }
  void report(Code code, std::string_view key, std::string_view message) const {
    context_.diagnostics.add(code, place_.key(key), message);
  }

 private:
  [[nodiscard]] bool is_asked(std::string_view key) const;
  void report_empty(std::string_view key) const;

  const JsonValue& object_;
  const Place& place_;
  ReadContext& context_;
  std::vector<std::string_view> asked_;
};

/// "expected …, found …"
std::string expected(std::string_view what, const JsonValue& found);

}  // namespace broadsheet
