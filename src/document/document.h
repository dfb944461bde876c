// An article as checked values. read_document makes them from JSON; nothing
// changes them afterwards: a pass that corrects something makes new ones.
//
// Strings are well-formed UTF-8. An absent optional field is empty (strings,
// texts, lists), zero (pixel sizes, minutes) or nullopt.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "document/date.h"

namespace broadsheet {

enum class Direction { Unset, LeftToRight, RightToLeft, Auto };

/// Language and direction of a part, where they differ from what surrounds it.
struct Language {
  std::string tag;  // BCP 47, as given
  Direction direction = Direction::Unset;

  bool operator==(const Language&) const = default;
};

enum class MarkKind {
  Strong,
  Em,
  Underline,
  Strike,
  Sub,
  Sup,
  Code,
  Highlight,
  Small,
  Quotation,
  Abbreviation,
  Time,
  Keyboard,
  Link,
  Lang,
  Footnote,
};

/// One mark on a run of text.
struct Mark {
  MarkKind kind = MarkKind::Strong;
  /// Link: the URL, already judged. Footnote: the id referred to. Time: the
  /// machine-readable date, where given.
  std::string target;
  /// Link and abbreviation: what `title` says.
  std::string title;
  Language language;

  bool operator==(const Mark&) const = default;
};

/// A run of text with its marks, outermost first; or a forced line break.
struct Inline {
  enum class Kind { Text, Break };
  Kind kind = Kind::Text;
  std::string text;
  std::vector<Mark> marks;

  bool operator==(const Inline&) const = default;
};

using Text = std::vector<Inline>;

/// The characters of `text` alone; a forced break reads as a space.
std::string plain_text(const Text& text);

/// Where the important part of a picture is: 0 to 1 from its left and top.
struct FocalPoint {
  double x = 0.5;
  double y = 0.5;
};

struct Image {
  std::string src;
  std::string alternative;
  int width = 0;   // CSS px
  int height = 0;  // CSS px
  Text caption;
  Text credit;
  std::string srcset;  // every candidate judged, written anew
  std::string sizes;
  std::optional<FocalPoint> focal;
};

struct Block;

struct Paragraph {
  Text text;
};

struct Heading {
  int level = 2;  // 2 to 6
  Text text;
};

struct ListItem;

struct List {
  bool ordered = false;
  int start = 1;
  std::vector<ListItem> items;
};

struct ListItem {
  Text text;
  std::vector<List> lists;  // nested: none or one
};

struct Quote {
  std::vector<Block> blocks;
  Text cite;
  bool pull = false;
};

struct Gallery {
  std::vector<Image> images;
};

struct CaptionTrack {
  std::string src;
  std::string language;
  std::string label;
};

struct Media {
  enum class Kind { Video, Audio };
  Kind kind = Kind::Video;
  std::string src;
  std::string poster;
  Text title;
  int width = 0;
  int height = 0;
  std::vector<CaptionTrack> captions;
};

/// Something of another site's, shown only after a click.
struct Embed {
  std::string provider;  // as shown: "YouTube"
  std::string url;       // the page at the provider's, for a plain link
  /// What the click loads in a frame; empty when the provider is not known,
  /// and then the embed is a link.
  std::string frame_url;
  std::string poster;
  Text title;
  int width = 0;
  int height = 0;
};

struct Related {
  Text label;
  Text title;
  std::string url;
};

struct LinkItem {
  Text title;
  std::string url;
};

struct Links {
  Text title;
  std::vector<LinkItem> items;
};

struct TableCell {
  Text text;
  bool header = false;
};

struct Table {
  Text caption;
  std::vector<TableCell> head;
  std::vector<std::vector<TableCell>> rows;
};

struct CodeListing {
  std::string text;
  std::string language;
};

struct Divider {};

struct Note {
  enum class Kind { Correction, Update, Warning, Info };
  Kind kind = Kind::Info;
  std::vector<Block> blocks;
};

/// Space kept for the host, an advertisement usually.
struct Slot {
  struct Size {
    int width = 0;   // CSS px
    int height = 0;  // CSS px
  };
  std::string name;
  std::vector<Size> sizes;
  Text label;
};

struct Group {
  Text title;
  std::vector<Block> blocks;
};

using BlockContent = std::variant<Paragraph, Heading, List, Quote, Image,
                                  Gallery, Media, Embed, Related, Links, Table,
                                  CodeListing, Divider, Note, Slot, Group>;

struct Block {
  std::string id;
  Language language;
  BlockContent content;
};

struct Person {
  std::string name;
  std::string url;
  std::string role;
};

struct Publisher {
  std::string name;
  std::string url;
  std::string logo;
};

struct Footnote {
  std::string id;
  Text text;
};

struct Card {
  std::string id;
  std::string url;
  Text title;
  Text kicker;
  Text excerpt;
  std::optional<Image> image;
  std::optional<Date> published;
  int reading_minutes = 0;
  std::string sponsored;  // the label, empty when it is not
};

/// A slot between cards.
struct CardSlot {
  std::size_t before = 0;  // the card that it precedes; after the last: size()
  Slot slot;
};

struct CardList {
  Text title;
  std::vector<Card> items;
  std::vector<CardSlot> slots;  // in order of `before`
  std::string next;  // URL of a further page
};

struct Document {
  std::string id;
  std::string url;
  Language language;
  Text kicker;
  Text title;
  Text standfirst;
  std::vector<Person> authors;
  Publisher publisher;
  std::optional<Date> published;
  std::optional<Date> modified;
  std::string section;
  std::vector<std::string> tags;
  std::optional<Image> hero;
  std::vector<Block> body;
  std::vector<Footnote> footnotes;
  CardList recommended;
  int reading_minutes = 0;  // as given by the publisher; 0: compute it
  std::optional<bool> free_access;
};

}  // namespace broadsheet
