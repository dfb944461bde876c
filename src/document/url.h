// Which URLs an article may carry, judged on the scheme as a browser reads it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

enum class UrlUse {
  Link,   // http, https, mailto, tel, relative
  Media,  // http, https, relative
};

/// The URL as a browser would take it: without leading and trailing controls
/// and spaces, and without tabs and newlines. Nothing when it is empty or its
/// scheme is not one of those of `use`.
/// https://url.spec.whatwg.org/#concept-basic-url-parser
std::optional<std::string> accept_url(std::string_view url, UrlUse use);

/// Every candidate of a `srcset`, judged as Media and written anew, and how
/// many were refused.
/// https://html.spec.whatwg.org/multipage/images.html#parse-a-srcset-attribute
struct Srcset {
  std::string value;
  int refused = 0;
};
Srcset accept_srcset(std::string_view srcset);

/// The parts of an absolute http or https URL that providers of embeds are
/// recognised by; nothing for any other URL. `host` is in lower case, without
/// user or port; `path` starts with '/'; `query` has no '?'.
struct HttpUrl {
  std::string host;
  std::string path;
  std::string query;
};
std::optional<HttpUrl> split_http_url(std::string_view url);

/// Its host without a leading "www."; empty for any other URL, relative ones
/// among them.
std::string site_of(std::string_view url);
/// True for one site, and where either is a subdomain of the other.
bool is_same_site(std::string_view a, std::string_view b);

/// True for a well-formed language tag: subtags of one to eight letters and
/// digits, the first of two letters or more (or `x`, `i`).
/// https://www.rfc-editor.org/rfc/rfc5646#section-2.1
bool is_language_tag(std::string_view tag);

}  // namespace broadsheet
