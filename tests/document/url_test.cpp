#include "document/url.h"

#include "support/catch.h"

using namespace broadsheet;

namespace {

std::string accepted(std::string_view url, UrlUse use) {
  return accept_url(url, use).value_or("refused");
}

}  // namespace

TEST_CASE("url: http, https and relative URLs are taken as they are",
          "[document]") {
  for (const char* url :
       {"http://example.com/", "HTTPS://example.com", "/a/b?c=d#e", "../x.jpg",
        "//example.com/x", "#part", "?q=a:b", "a/b:c"}) {
    INFO(url);
    CHECK(accepted(url, UrlUse::Media) == url);
  }
}

TEST_CASE("url: mailto and tel are for links alone", "[document]") {
  CHECK(accepted("mailto:a@example.com", UrlUse::Link) ==
        "mailto:a@example.com");
  CHECK(accepted("tel:+331", UrlUse::Link) == "tel:+331");
  CHECK(accepted("mailto:a@example.com", UrlUse::Media) == "refused");
}

TEST_CASE("url: the scheme is judged as a browser reads it", "[document]") {
  for (const char* url :
       {"javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)",
        "\x01\x02javascript:alert(1)", "java\nscript:alert(1)",
        "j\ta\rv\nascript:alert(1)", "javascript\t:alert(1)",
        "data:text/html,x", "vbscript:x", "blob:x", "file:///etc/passwd",
        "about:blank"}) {
    INFO(url);
    CHECK(accepted(url, UrlUse::Link) == "refused");
  }
}

TEST_CASE("url: an empty one is refused", "[document]") {
  CHECK(accepted("", UrlUse::Link) == "refused");
  CHECK(accepted(" \n ", UrlUse::Link) == "refused");
}

TEST_CASE("srcset: each candidate is judged and written anew", "[document]") {
  CHECK(accept_srcset(" a.jpg 1x,b.jpg  2x ").value == "a.jpg 1x, b.jpg 2x");
  CHECK(accept_srcset("a.jpg, b.jpg 640w").value == "a.jpg, b.jpg 640w");
  const Srcset mixed = accept_srcset("javascript:x 1x, b.jpg 2x, c.jpg bad");
  CHECK(mixed.value == "b.jpg 2x");
  CHECK(mixed.refused == 2);
}

TEST_CASE("http url: host in lower case, no user, no port", "[document]") {
  const auto url = split_http_url("https://WWW.Example.com:8080/a/b?c=d#e");
  REQUIRE(url);
  CHECK(url->host == "www.example.com");
  CHECK(url->path == "/a/b");
  CHECK(url->query == "c=d");
  CHECK_FALSE(split_http_url("https://user@example.com/"));
  CHECK_FALSE(split_http_url("https:example.com"));
  CHECK_FALSE(split_http_url("/relative"));
}

TEST_CASE("site: the host, and what lies beneath it", "[document]") {
  CHECK(site_of("https://WWW.Example.com:8080/a") == "example.com");
  CHECK(site_of("//cdn.example.com/a") == "cdn.example.com");
  CHECK(site_of("/a").empty());
  CHECK(site_of("mailto:a@example.com").empty());
  CHECK(is_same_site("example.com", "sport.example.com"));
  CHECK(is_same_site("sport.example.com", "example.com"));
  CHECK_FALSE(is_same_site("example.com", "counterexample.com"));
  CHECK_FALSE(is_same_site("example.com", "example.org"));
}

TEST_CASE("language tag: well-formed ones alone", "[document]") {
  for (const char* tag :
       {"fr", "pt-BR", "zh-Hant-TW", "x-custom", "sl-rozaj"}) {
    INFO(tag);
    CHECK(is_language_tag(tag));
  }
  for (const char* tag : {"", "f", "fr_FR", "fr-", "-fr", "français", "fr--x",
                          "123456789", "1a"}) {
    INFO(tag);
    CHECK_FALSE(is_language_tag(tag));
  }
}
