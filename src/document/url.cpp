#include "document/url.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace broadsheet {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_control_or_space(char c) {
  return static_cast<unsigned char>(c) <= 0x20;
}
bool is_tab_or_newline(char c) { return c == '\t' || c == '\n' || c == '\r'; }
bool is_html_space(char c) {
  return c == ' ' || c == '\f' || is_tab_or_newline(c);
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

std::string clean(std::string_view url) {
  while (!url.empty() && is_control_or_space(url.front())) url.remove_prefix(1);
  while (!url.empty() && is_control_or_space(url.back())) url.remove_suffix(1);
  std::string out;
  out.reserve(url.size());
  for (const char c : url) {
    if (!is_tab_or_newline(c)) out += c;
  }
  return out;
}

// The scheme in lower case, empty for a relative URL.
std::string scheme_of(std::string_view url) {
  if (url.empty() || !is_letter(url.front())) return {};
  for (std::size_t i = 0; i < url.size(); ++i) {
    const char c = url[i];
    if (c == ':') return lowered(url.substr(0, i));
    const bool part =
        is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
    if (!part) return {};
  }
  return {};
}

bool is_allowed(std::string_view scheme, UrlUse use) {
  if (scheme.empty() || scheme == "http" || scheme == "https") return true;
  return use == UrlUse::Link && (scheme == "mailto" || scheme == "tel");
}

// `2x`, `1.5x`, `640w`: digits with at most one point, then x or w.
bool is_descriptor(std::string_view text) {
  if (text.size() < 2) return false;
  const char unit = text.back();
  if (unit != 'x' && unit != 'w') return false;
  int points = 0;
  for (const char c : text.substr(0, text.size() - 1)) {
    if (c == '.') {
      ++points;
    } else if (!is_digit(c)) {
      return false;
    }
  }
  return points == 0 || (points == 1 && unit == 'x' && text.size() > 2);
}

// One candidate, cut off the front of `rest`: its URL and its descriptor.
struct Candidate {
  std::string_view url;
  std::string_view descriptor;
};

Candidate take_candidate(std::string_view& rest) {
  const auto skip = [&rest](auto&& matches) {
    std::size_t n = 0;
    while (n < rest.size() && matches(rest[n])) ++n;
    const std::string_view taken = rest.substr(0, n);
    rest.remove_prefix(n);
    return taken;
  };
  skip([](char c) { return is_html_space(c) || c == ','; });
  std::string_view url = skip([](char c) { return !is_html_space(c); });
  if (!url.empty() && url.back() == ',') {
    while (!url.empty() && url.back() == ',') url.remove_suffix(1);
    return {url, {}};
  }
  skip(is_html_space);
  std::string_view descriptor = skip([](char c) { return c != ','; });
  while (!descriptor.empty() && is_html_space(descriptor.back())) {
    descriptor.remove_suffix(1);
  }
  return {url, descriptor};
}

}  // namespace

std::optional<std::string> accept_url(std::string_view url, UrlUse use) {
  std::string cleaned = clean(url);
  if (cleaned.empty() || !is_allowed(scheme_of(cleaned), use)) {
    return std::nullopt;
  }
  return cleaned;
}

Srcset accept_srcset(std::string_view srcset) {
  Srcset out;
  while (!srcset.empty()) {
    const Candidate candidate = take_candidate(srcset);
    if (candidate.url.empty()) continue;
    const auto url = accept_url(candidate.url, UrlUse::Media);
    const bool valid =
        candidate.descriptor.empty() || is_descriptor(candidate.descriptor);
    if (!url || !valid) {
      ++out.refused;
      continue;
    }
    if (!out.value.empty()) out.value += ", ";
    out.value += *url;
    if (!candidate.descriptor.empty()) {
      out.value += ' ';
      out.value += candidate.descriptor;
    }
  }
  return out;
}

std::optional<HttpUrl> split_http_url(std::string_view url) {
  const std::string cleaned = clean(url);
  const std::string scheme = scheme_of(cleaned);
  if (scheme != "http" && scheme != "https") return std::nullopt;
  std::string_view rest = cleaned;
  rest.remove_prefix(scheme.size() + 1);
  if (rest.substr(0, 2) != "//") return std::nullopt;
  rest.remove_prefix(2);

  rest = rest.substr(0, rest.find('#'));
  const std::size_t end = rest.find_first_of("/?\\");
  std::string_view authority = rest.substr(0, end);
  rest.remove_prefix(authority.size());
  if (authority.find('@') != std::string_view::npos) return std::nullopt;
  authority = authority.substr(0, authority.find(':'));
  if (authority.empty()) return std::nullopt;

  const std::size_t question = rest.find('?');
  HttpUrl out;
  out.host = lowered(authority);
  out.path = rest.substr(0, question);
  if (out.path.empty()) out.path = "/";
  if (question != std::string_view::npos) out.query = rest.substr(question + 1);
  return out;
}

std::string site_of(std::string_view url) {
  std::string whole(url);
  if (url.starts_with("//")) whole.insert(0, "https:");
  auto parts = split_http_url(whole);
  if (!parts) return {};
  if (parts->host.starts_with("www.")) parts->host.erase(0, 4);
  return std::move(parts->host);
}

bool is_same_site(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (!a.ends_with(b)) return false;
  return a.size() == b.size() || a[a.size() - b.size() - 1] == '.';
}

bool is_language_tag(std::string_view tag) {
  std::size_t length = 0;
  bool first = true;
  for (std::size_t i = 0; i <= tag.size(); ++i) {
    if (i < tag.size() && tag[i] != '-') {
      if (!is_letter(tag[i]) && (first || !is_digit(tag[i]))) return false;
      ++length;
      continue;
    }
    const bool singleton = first && length == 1 && i < tag.size() &&
                           (lower(tag[0]) == 'x' || lower(tag[0]) == 'i');
    if (length == 0 || length > 8) return false;
    if (first && length == 1 && !singleton) return false;
    first = false;
    length = 0;
  }
  return true;
}

}  // namespace broadsheet
