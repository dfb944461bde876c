// What is wrong with an article, where, and what was expected instead.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

enum class Severity { Error, Warning };

/// Every way an article can be wrong. docs/diagnostics.md explains each; a test
/// holds that page and this list equal.
enum class Code {
  JsonSyntax,
  JsonEncoding,
  LimitBytes,
  LimitDepth,
  LimitBlocks,
  LimitCards,
  LimitText,
  NotAnObject,
  MissingTitle,
  MissingField,
  WrongType,
  BadFormat,
  BadValue,
  BadUrl,
  BadDate,
  BadLanguage,
  DuplicateKey,
  DuplicateId,
  UnknownKey,
  UnknownBlock,
  UnknownMark,
  UnknownFootnote,
  EmptyText,
  HeadingSkips,
  MissingAlternative,
  HtmlDropped,
  TooManyDiagnostics,
};

/// One code: its public name and its severity. docs/diagnostics.md says what
/// it means.
struct CodeEntry {
  Code code;
  std::string_view name;
  Severity severity;
};

/// All codes, in the order of the enumeration.
std::span<const CodeEntry> all_codes();

/// The public name, e.g. `missing-title`.
std::string_view name_of(Code code);

/// One finding. `pointer` is a JSON pointer (RFC 6901), empty for the root.
struct Diagnostic {
  Severity severity = Severity::Error;
  Code code = Code::WrongType;
  std::string pointer;
  std::string message;
};

/// A place in the JSON, kept as a chain to its parents on the stack, so that a
/// pointer is spelled out only when something is wrong there.
class Place {
 public:
  Place() = default;

  [[nodiscard]] Place key(std::string_view name) const {
    return {this, name, 0};
  }
  [[nodiscard]] Place index(std::size_t i) const { return {this, {}, i}; }

  /// RFC 6901: `~` is written `~0` and `/` is written `~1`.
  [[nodiscard]] std::string pointer() const;

 private:
  Place(const Place* parent, std::string_view name, std::size_t i)
      : parent_(parent), name_(name), index_(i) {}

  const Place* parent_ = nullptr;
  std::string_view name_;  // Keys are never empty views; an index has none.
  std::size_t index_ = 0;
};

/// Collects findings in the order they are met, up to `kMaximum` errors and as
/// many warnings, so that no error is hidden by warnings; one more finding says
/// that there are others.
class Diagnostics {
 public:
  static constexpr std::size_t kMaximum = 1000;

  /// Adds a finding with the severity that `code` always has.
  void add(Code code, const Place& place, std::string_view message);

  /// True once a finding was added for which no article can be made.
  [[nodiscard]] bool fatal() const { return fatal_; }
  [[nodiscard]] const std::vector<Diagnostic>& list() const { return list_; }

 private:
  std::vector<Diagnostic> list_;
  std::size_t errors_ = 0;    // in the list
  std::size_t warnings_ = 0;  // in the list
  bool cut_ = false;          // some are not in the list
  bool fatal_ = false;
};

}  // namespace broadsheet
