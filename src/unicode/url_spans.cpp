#include "unicode/url_spans.h"

#include <algorithm>

#include "base/utf16.h"
#include "unicode/properties.h"

namespace broadsheet {
namespace {

constexpr bool is_ascii_letter(char16_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr bool is_ascii_digit(char16_t c) { return c >= '0' && c <= '9'; }

// Letters of any script: addresses are shown as IRIs.
constexpr bool is_address_letter(char16_t c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_' ||
         (c >= 0xC0 && c < 0x2000);
}

// Where an address ends whatever it is: spaces, quotation marks, brackets that
// RFC 3986 excludes, and full-width punctuation.
constexpr bool ends_address(char16_t c) {
  return c <= 0x20 || c == 0x7F || c == '<' || c == '>' || c == '"' ||
         c == '`' || c == '{' || c == '}' || c == '|' || c == '\\' ||
         (c >= 0x80 && c <= 0xBF) || (c >= 0x2000 && c <= 0x206F) ||
         (c >= 0x3000 && c <= 0x303F) || c >= 0xFF00;
}

constexpr bool is_sentence_mark(char16_t c) {
  return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' ||
         c == '\'' || c == '*' || c == '~';
}

bool starts_with_ignoring_case(std::u16string_view text,
                               std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  for (std::size_t i = 0; i < prefix.size(); ++i) {
    const char16_t c = text[i];
    const char16_t lower =
        c >= 'A' && c <= 'Z' ? static_cast<char16_t>(c + 0x20) : c;
    if (lower != static_cast<char16_t>(prefix[i])) return false;
  }
  return true;
}

// A dot between two labels of which the last is a top-level domain: two
// letters or more.
bool is_host(std::u16string_view text) {
  const std::size_t dot = text.rfind(u'.');
  if (dot == std::u16string_view::npos || dot == 0) return false;
  const std::u16string_view top = text.substr(dot + 1);
  const auto fits = [](char16_t c) { return is_address_letter(c) || c == '.'; };
  return top.size() >= 2 &&
         std::none_of(top.begin(), top.end(), is_ascii_digit) &&
         std::all_of(text.begin(), text.end(), fits) &&
         text.find(u"..") == std::u16string_view::npos;
}

std::u16string_view host_of(std::u16string_view text) {
  return text.substr(0, std::min(text.find_first_of(u"/?#:"), text.size()));
}

bool is_mail_address(std::u16string_view text) {
  const std::size_t at = text.find(u'@');
  return at != std::u16string_view::npos && at > 0 &&
         is_host(host_of(text.substr(at + 1)));
}

bool has_scheme(std::u16string_view text) {
  if (starts_with_ignoring_case(text, "mailto:")) return text.size() > 7;
  const std::size_t colon = text.find(u"://");
  return colon != std::u16string_view::npos && colon > 0 &&
         colon + 3 < text.size() &&
         std::all_of(text.begin(),
                     text.begin() + static_cast<std::ptrdiff_t>(colon),
                     is_ascii_letter);
}

bool is_address(std::u16string_view text) {
  if (has_scheme(text) || is_mail_address(text)) return true;
  const std::u16string_view host = host_of(text);
  if (!is_host(host)) return false;
  return starts_with_ignoring_case(text, "www.") ||
         (host.size() < text.size() && text[host.size()] == '/');
}

// How many more brackets of a pair close in `text` than open.
std::ptrdiff_t unmatched(std::u16string_view text, char16_t open,
                         char16_t close) {
  return std::count(text.begin(), text.end(), close) -
         std::count(text.begin(), text.end(), open);
}

// Brackets that open before the address close after it.
std::size_t trimmed_end(std::u16string_view text, TextSpan span) {
  const auto inside = text.substr(span.begin, span.end - span.begin);
  std::ptrdiff_t parentheses = unmatched(inside, u'(', u')');
  std::ptrdiff_t brackets = unmatched(inside, u'[', u']');
  std::size_t end = span.end;
  while (end > span.begin) {
    const char16_t c = text[end - 1];
    const bool closes =
        (c == ')' && parentheses-- > 0) || (c == ']' && brackets-- > 0);
    if (!closes && !is_sentence_mark(c)) break;
    --end;
  }
  return end;
}

// What leads up to a scheme is prose: l'https://…, voir:https://…
std::size_t scheme_begin(std::u16string_view text, TextSpan span) {
  const auto inside = text.substr(span.begin, span.end - span.begin);
  const std::size_t colon = inside.find(u"://");
  if (colon == std::u16string_view::npos) return span.begin;
  std::size_t begin = span.begin + colon;
  while (begin > span.begin && is_ascii_letter(text[begin - 1])) --begin;
  return begin;
}

TextSpan trimmed(std::u16string_view text, TextSpan span) {
  span.begin = scheme_begin(text, span);
  while (span.begin < span.end &&
         (text[span.begin] == '(' || text[span.begin] == '[' ||
          is_sentence_mark(text[span.begin]))) {
    ++span.begin;
  }
  span.end = trimmed_end(text, span);
  return span;
}

constexpr bool breaks_before(char16_t c) {
  return c == '.' || c == '?' || c == '&' || c == '#' || c == '=';
}

bool is_url_break(std::u16string_view text, std::size_t offset) {
  const char16_t before = text[offset - 1];
  const char16_t after = text[offset];
  if (before == '/') return after != '/';
  return breaks_before(after) && !breaks_before(before) && before != ':';
}

}  // namespace

std::vector<TextSpan> find_url_spans(std::u16string_view text) {
  std::vector<TextSpan> spans;
  for (std::size_t i = 0; i < text.size();) {
    if (ends_address(text[i])) {
      ++i;
      continue;
    }
    TextSpan word{i, i};
    bool has_mark = false;  // An address has one of these.
    for (; i < text.size() && !ends_address(text[i]); ++i) {
      has_mark |=
          text[i] == '/' || text[i] == '@' || text[i] == '.' || text[i] == ':';
    }
    word.end = i;
    if (!has_mark) continue;
    word = trimmed(text, word);
    if (is_address(text.substr(word.begin, word.end - word.begin))) {
      spans.push_back(word);
    }
  }
  return spans;
}

void replace_url_breaks(std::u16string_view text,
                        const std::vector<TextSpan>& spans,
                        std::vector<BreakOpportunity>& breaks) {
  if (spans.empty()) return;
  std::vector<BreakOpportunity> merged;
  merged.reserve(breaks.size());
  auto next = breaks.begin();
  for (const TextSpan& span : spans) {
    for (; next != breaks.end() && next->offset <= span.begin; ++next) {
      merged.push_back(*next);
    }
    while (next != breaks.end() && next->offset < span.end) ++next;
    for (std::size_t i = span.begin + 1; i < span.end; ++i) {
      if (is_url_break(text, i)) merged.push_back({i, BreakKind::Url});
    }
  }
  merged.insert(merged.end(), next, breaks.end());
  breaks = std::move(merged);
}

}  // namespace broadsheet
