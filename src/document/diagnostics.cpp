#include "document/diagnostics.h"

#include <array>
#include <utility>

namespace broadsheet {
namespace {

constexpr Severity kError = Severity::Error;
constexpr Severity kWarning = Severity::Warning;

constexpr std::array kCodes = {
    CodeEntry{Code::JsonSyntax, "json-syntax", kError, "The text is not JSON."},
    CodeEntry{Code::JsonEncoding, "json-encoding", kWarning,
              "The text is not well-formed UTF-8, or escapes half a surrogate "
              "pair; what is broken reads as U+FFFD."},
    CodeEntry{Code::LimitBytes, "limit-bytes", kError,
              "The JSON is longer than the limit."},
    CodeEntry{Code::LimitDepth, "limit-depth", kError,
              "Arrays and objects are nested deeper than the limit."},
    CodeEntry{Code::LimitBlocks, "limit-blocks", kError,
              "The article has more blocks than the limit."},
    CodeEntry{Code::LimitCards, "limit-cards", kError,
              "There are more cards than the limit."},
    CodeEntry{Code::LimitText, "limit-text", kError,
              "One text is longer than the limit."},
    CodeEntry{Code::NotAnObject, "not-an-object", kError,
              "The root of the JSON is not an object."},
    CodeEntry{Code::MissingTitle, "missing-title", kError,
              "The article has no title."},
    CodeEntry{Code::MissingField, "missing-field", kError,
              "A field that its block cannot do without is missing."},
    CodeEntry{Code::WrongType, "wrong-type", kError,
              "A value is of another JSON type than its field takes."},
    CodeEntry{Code::BadFormat, "bad-format", kError,
              "`format` names another format than broadsheet-article/1."},
    CodeEntry{Code::BadValue, "bad-value", kError,
              "A value is outside what its field takes."},
    CodeEntry{Code::BadUrl, "bad-url", kError,
              "A URL has a scheme that its field does not take, or is empty."},
    CodeEntry{Code::BadDate, "bad-date", kError,
              "A date is not an RFC 3339 date or date-time."},
    CodeEntry{Code::BadLanguage, "bad-language", kError,
              "A language tag is not well formed (BCP 47)."},
    CodeEntry{Code::DuplicateKey, "duplicate-key", kWarning,
              "An object has one key twice; the last one counts."},
    CodeEntry{Code::DuplicateId, "duplicate-id", kWarning,
              "An id is used twice; the first one keeps it."},
    CodeEntry{Code::UnknownKey, "unknown-key", kWarning,
              "A key is not part of the format; it is ignored."},
    CodeEntry{Code::UnknownBlock, "unknown-block", kWarning,
              "A block type is not part of the format; its text is shown."},
    CodeEntry{Code::UnknownMark, "unknown-mark", kWarning,
              "A mark is not part of the format; its text is shown without."},
    CodeEntry{Code::UnknownFootnote, "unknown-footnote", kWarning,
              "A footnote mark refers to no footnote; its text is shown."},
    CodeEntry{Code::EmptyText, "empty-text", kWarning,
              "A text is empty; nothing is shown for it."},
    CodeEntry{Code::HeadingSkips, "heading-skips", kWarning,
              "A heading is more than one level below the one before it."},
    CodeEntry{Code::MissingAlternative, "missing-alternative", kWarning,
              "A picture has no `alt`; give one, or \"\" if it is decorative."},
    CodeEntry{Code::HtmlDropped, "html-dropped", kWarning,
              "HTML held content that is never shown, such as a script."},
    CodeEntry{Code::TooManyDiagnostics, "too-many-diagnostics", kWarning,
              "There are more findings than are listed."},
};

constexpr bool in_enumeration_order() {
  for (std::size_t i = 0; i < kCodes.size(); ++i) {
    if (static_cast<std::size_t>(kCodes[i].code) != i) return false;
  }
  return kCodes.back().code == Code::TooManyDiagnostics;
}
static_assert(in_enumeration_order());

const CodeEntry& entry_of(Code code) {
  return kCodes[static_cast<std::size_t>(code)];
}

// Without a title, or past a hard limit, there is no article to show.
bool is_fatal(Code code) {
  switch (code) {
    case Code::JsonSyntax:
    case Code::LimitBytes:
    case Code::LimitDepth:
    case Code::LimitBlocks:
    case Code::LimitCards:
    case Code::LimitText:
    case Code::NotAnObject:
    case Code::MissingTitle:
      return true;
    default:
      return false;
  }
}

void append_escaped(std::string& out, std::string_view key) {
  for (const char c : key) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
}

}  // namespace

std::span<const CodeEntry> all_codes() { return kCodes; }

std::string_view name_of(Code code) { return entry_of(code).name; }

std::string Place::pointer() const {
  if (parent_ == nullptr) return {};
  std::string out = parent_->pointer();
  out += '/';
  if (name_.data() != nullptr) {
    append_escaped(out, name_);
  } else {
    out += std::to_string(index_);
  }
  return out;
}

void Diagnostics::add(Code code, const Place& place, std::string_view message) {
  fatal_ = fatal_ || is_fatal(code);
  const Severity severity = entry_of(code).severity;
  std::size_t& listed = severity == kError ? errors_ : warnings_;
  if (listed < kMaximum || is_fatal(code)) {
    ++listed;
    list_.push_back({severity, code, place.pointer(), std::string(message)});
  } else if (!cut_) {
    cut_ = true;
    list_.push_back({kWarning,
                     Code::TooManyDiagnostics,
                     {},
                     "more findings follow; mend these first"});
  }
}

}  // namespace broadsheet
