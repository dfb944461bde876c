// What to render, said once for both ways of rendering: write_html turns
// commands into HTML, web/src/dom.ts turns their encoding into DOM.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "render/vocabulary.h"

namespace broadsheet {

enum class CommandKind : std::uint8_t { Open, Attribute, Text, Close };

/// One step. `name` is a Tag for Open and an Attribute for Attribute; `begin`
/// and `size` say where the value or the text is, in bytes of the text.
struct Command {
  CommandKind kind = CommandKind::Close;
  std::uint8_t name = 0;
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
};

/// Commands in document order. Every Open has its Close, void elements too;
/// attributes follow their Open at once; no two Texts meet and none is empty,
/// so that a parser of the HTML makes the same nodes.
struct Commands {
  std::string text;  // UTF-8: all values and texts, one after the other
  std::vector<Command> list;
};

/// Writes commands and keeps the promises above.
class CommandWriter {
 public:
  void open(Tag tag);
  void open(Tag tag, std::string_view class_name);
  void attribute(Attribute name, std::string_view value);
  /// The same, unless `value` is empty.
  void optional_attribute(Attribute name, std::string_view value);
  /// The same for a positive number of CSS px.
  void pixels(Attribute name, int value);
  void text(std::string_view text);
  void close();

  Commands take() { return std::move(commands_); }

 private:
  void append(CommandKind kind, std::uint8_t name, std::string_view value);

  Commands commands_;
};

/// The form in which commands cross into JavaScript. Each word holds
/// `kind | name << 2`; after Attribute and Text comes a word with the length
/// of the value in UTF-16 code units. Values are read off the text in order.
std::vector<std::uint32_t> encode(const Commands& commands);

}  // namespace broadsheet
