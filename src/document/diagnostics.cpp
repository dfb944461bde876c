#include "document/diagnostics.h"

#include <array>
#include <utility>

namespace broadsheet {
namespace {

constexpr Severity kError = Severity::Error;
constexpr Severity kWarning = Severity::Warning;

constexpr std::array kCodes = {
    CodeEntry{Code::JsonSyntax, "json-syntax", kError},
    CodeEntry{Code::JsonEncoding, "json-encoding", kWarning},
    CodeEntry{Code::LimitBytes, "limit-bytes", kError},
    CodeEntry{Code::LimitDepth, "limit-depth", kError},
    CodeEntry{Code::LimitBlocks, "limit-blocks", kError},
    CodeEntry{Code::LimitCards, "limit-cards", kError},
    CodeEntry{Code::LimitText, "limit-text", kError},
    CodeEntry{Code::NotAnObject, "not-an-object", kError},
    CodeEntry{Code::MissingTitle, "missing-title", kError},
    CodeEntry{Code::MissingField, "missing-field", kError},
    CodeEntry{Code::WrongType, "wrong-type", kError},
    CodeEntry{Code::BadFormat, "bad-format", kError},
    CodeEntry{Code::BadValue, "bad-value", kError},
    CodeEntry{Code::BadUrl, "bad-url", kError},
    CodeEntry{Code::BadDate, "bad-date", kError},
    CodeEntry{Code::BadLanguage, "bad-language", kError},
    CodeEntry{Code::DuplicateKey, "duplicate-key", kWarning},
    CodeEntry{Code::DuplicateId, "duplicate-id", kWarning},
    CodeEntry{Code::UnknownKey, "unknown-key", kWarning},
    CodeEntry{Code::UnknownBlock, "unknown-block", kWarning},
    CodeEntry{Code::UnknownMark, "unknown-mark", kWarning},
    CodeEntry{Code::UnknownFootnote, "unknown-footnote", kWarning},
    CodeEntry{Code::EmptyText, "empty-text", kWarning},
    CodeEntry{Code::HeadingSkips, "heading-skips", kWarning},
    CodeEntry{Code::MissingAlternative, "missing-alternative", kWarning},
    CodeEntry{Code::HtmlDropped, "html-dropped", kWarning},
    CodeEntry{Code::TooManyDiagnostics, "too-many-diagnostics", kWarning},
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
