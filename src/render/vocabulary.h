// The elements and attributes that the engine may write: nothing else can be
// said by a render command.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace broadsheet {

enum class Tag : std::uint8_t {
  A,
  Abbr,
  Article,
  Aside,
  Audio,
  Bdi,
  Blockquote,
  Br,
  Caption,
  Cite,
  Code,
  Div,
  Em,
  Figcaption,
  Figure,
  H1,
  H2,
  H3,
  H4,
  H5,
  H6,
  Header,
  Hr,
  Img,
  Kbd,
  Li,
  Mark,
  Ol,
  P,
  Pre,
  Q,
  S,
  Section,
  Small,
  Source,
  Span,
  Strong,
  Sub,
  Sup,
  Svg,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Time,
  Tr,
  Track,
  U,
  Ul,
  Video,
};

inline constexpr std::array<std::string_view, 51> kTagNames = {
    "a",      "abbr",    "article", "aside", "audio",   "bdi",   "blockquote",
    "br",     "caption", "cite",    "code",  "div",     "em",    "figcaption",
    "figure", "h1",      "h2",      "h3",    "h4",      "h5",    "h6",
    "header", "hr",      "img",     "kbd",   "li",      "mark",  "ol",
    "p",      "pre",     "q",       "s",     "section", "small", "source",
    "span",   "strong",  "sub",     "sup",   "svg",     "table", "tbody",
    "td",     "th",      "thead",   "time",  "tr",      "track", "u",
    "ul",     "video"};

enum class Attribute : std::uint8_t {
  Alt,
  AriaHidden,
  AriaLabel,
  AriaLabelledby,
  Class,
  Controls,
  DataCard,
  DataFrame,
  DataNext,
  DataSizes,
  DataSlot,
  Datetime,
  Decoding,
  Dir,
  Fetchpriority,
  Height,
  Href,
  Id,
  Kind,
  Label,
  Lang,
  Loading,
  Playsinline,
  Poster,
  Preload,
  Rel,
  Role,
  Scope,
  Sizes,
  Src,
  Srclang,
  Srcset,
  Start,
  Tabindex,
  Title,
  Width,
};

inline constexpr std::array<std::string_view, 36> kAttributeNames = {
    "alt",       "aria-hidden", "aria-label",    "aria-labelledby",
    "class",     "controls",    "data-card",     "data-frame",
    "data-next", "data-sizes",  "data-slot",     "datetime",
    "decoding",  "dir",         "fetchpriority", "height",
    "href",      "id",          "kind",          "label",
    "lang",      "loading",     "playsinline",   "poster",
    "preload",   "rel",         "role",          "scope",
    "sizes",     "src",         "srclang",       "srcset",
    "start",     "tabindex",    "title",         "width"};

static_assert(kTagNames.size() == static_cast<std::size_t>(Tag::Video) + 1);
static_assert(kAttributeNames.size() ==
              static_cast<std::size_t>(Attribute::Width) + 1);

constexpr std::string_view name_of(Tag tag) {
  return kTagNames[static_cast<std::size_t>(tag)];
}
constexpr std::string_view name_of(Attribute attribute) {
  return kAttributeNames[static_cast<std::size_t>(attribute)];
}

/// Elements that have no content and no end tag.
/// https://html.spec.whatwg.org/multipage/syntax.html#void-elements
constexpr bool is_void(Tag tag) {
  return tag == Tag::Br || tag == Tag::Hr || tag == Tag::Img ||
         tag == Tag::Source || tag == Tag::Track;
}

/// Attributes whose presence alone says it.
constexpr bool is_boolean(Attribute attribute) {
  return attribute == Attribute::Controls ||
         attribute == Attribute::Playsinline;
}

}  // namespace broadsheet
