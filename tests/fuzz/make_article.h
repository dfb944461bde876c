// Bytes as an article of the format's own keys, so that what is rendered is
// reached at once: random text is seldom JSON, and seldom an article.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "render/json_writer.h"

namespace broadsheet::fuzz {

class ArticleMaker {
 public:
  explicit ArticleMaker(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  std::string make() {
    json_.begin_object();
    json_.key("title");
    json_.string("T");
    const int members = byte() % 12;
    for (int i = 0; i < members; ++i) {
      json_.key(pick(kFrontKeys));
      value(0);
    }
    json_.key("body");
    json_.begin_array();
    while (!bytes_.empty()) block(0);
    json_.end_array();
    json_.end_object();
    return json_.take();
  }

 private:
  static constexpr int kMaximumDepth = 5;
  static constexpr auto kFrontKeys = std::to_array<std::string_view>(
      {"id", "url", "lang", "dir", "kicker", "authors", "publisher",
       "published", "modified", "section", "tags", "hero", "footnotes",
       "recommended", "standfirst", "access", "format", "readingTime", "else"});
  static constexpr auto kTypes = std::to_array<std::string_view>(
      {"paragraph", "heading", "list",  "quote",   "image",   "gallery",
       "video",     "audio",   "embed", "related", "links",   "table",
       "code",      "divider", "note",  "slot",    "group",   "break",
       "link",      "lang",    "abbr",  "time",    "footnote"});
  static constexpr auto kKeys = std::to_array<std::string_view>(
      {"text",   "type",    "marks",     "href",     "html",     "id",
       "lang",   "dir",     "level",     "items",    "list",     "ordered",
       "start",  "cite",    "pull",      "src",      "alt",      "width",
       "height", "caption", "credit",    "srcset",   "sizes",    "focal",
       "images", "poster",  "title",     "captions", "provider", "url",
       "label",  "head",    "rows",      "language", "kind",     "name",
       "blocks", "header",  "ref",       "datetime", "role",     "logo",
       "kicker", "excerpt", "sponsored", "next",     "free",     "x"});
  static constexpr auto kStrings = std::to_array<std::string_view>(
      {"strong",
       "em",
       "code",
       "sub",
       "q",
       "a",
       "b",
       "ltr",
       "rtl",
       "auto",
       "fr",
       "ar",
       "pt-BR",
       "#a",
       "#b",
       "/x",
       "https://example.org/a?b=c&d#e",
       "javascript:alert(1)",
       "mailto:a@b.c",
       "2025-06-23",
       "2025-06-23T18:30:00+03:00",
       "a.jpg 1x, b.jpg 640w",
       "correction",
       "https://youtu.be/abc",
       "https://vimeo.com/1",
       "https://x.com/a/status/1",
       "<b>",
       "\"><img src=x onerror=alert(1)>",
       "<p>One <a href=/x>two</a><script>three</script>",
       "</script>",
       " ",
       "&amp;",
       "\r\n",
       "footnote"});

  std::uint8_t byte() {
    if (bytes_.empty()) return 0;
    const std::uint8_t first = bytes_[0];
    bytes_ = bytes_.subspan(1);
    return first;
  }

  template <typename List>
  std::string_view pick(const List& list) {
    return list[byte() % list.size()];
  }

  // One in four is the input's own bytes.
  void string() {
    if (byte() % 4 != 0) {
      json_.string(pick(kStrings));
      return;
    }
    const std::size_t size = std::min<std::size_t>(byte() % 32, bytes_.size());
    const std::string raw(bytes_.begin(),
                          bytes_.begin() + static_cast<std::ptrdiff_t>(size));
    bytes_ = bytes_.subspan(size);
    json_.string(to_well_formed_utf8(raw));
  }

  void members(int depth) {
    const int count = byte() % 6;
    for (int i = 0; i < count; ++i) {
      json_.key(pick(kKeys));
      value(depth + 1);
    }
  }

  void value(int depth) {
    const int kind = byte() % (depth < kMaximumDepth ? 10 : 6);
    if (kind < 4) {
      string();
    } else if (kind == 4) {
      json_.integer(static_cast<std::int8_t>(byte()));
    } else if (kind == 5) {
      json_.boolean(byte() % 2 != 0);
    } else if (kind < 8) {
      json_.begin_array();
      const int count = byte() % 4;
      for (int i = 0; i < count; ++i) value(depth + 1);
      json_.end_array();
    } else {
      block(depth);
    }
  }

  void block(int depth) {
    json_.begin_object();
    json_.key("type");
    json_.string(pick(kTypes));
    members(depth);
    json_.end_object();
  }

  std::span<const std::uint8_t> bytes_;
  JsonWriter json_;
};

inline std::string make_article(std::span<const std::uint8_t> bytes) {
  return ArticleMaker(bytes).make();
}

}  // namespace broadsheet::fuzz
