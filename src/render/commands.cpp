#include "render/commands.h"

#include "base/utf8.h"

namespace broadsheet {

void CommandWriter::append(CommandKind kind, std::uint8_t name,
                           std::string_view value) {
  const auto begin = static_cast<std::uint32_t>(commands_.text.size());
  commands_.text += value;
  commands_.list.push_back(
      {kind, name, begin, static_cast<std::uint32_t>(value.size())});
}

void CommandWriter::open(Tag tag) {
  append(CommandKind::Open, static_cast<std::uint8_t>(tag), {});
}

void CommandWriter::open(Tag tag, std::string_view class_name) {
  open(tag);
  attribute(Attribute::Class, class_name);
}

void CommandWriter::attribute(Attribute name, std::string_view value) {
  append(CommandKind::Attribute, static_cast<std::uint8_t>(name), value);
}

void CommandWriter::optional_attribute(Attribute name, std::string_view value) {
  if (!value.empty()) attribute(name, value);
}

void CommandWriter::pixels(Attribute name, int value) {
  if (value > 0) attribute(name, std::to_string(value));
}

void CommandWriter::text(std::string_view text) {
  if (text.empty()) return;
  if (!commands_.list.empty() &&
      commands_.list.back().kind == CommandKind::Text) {
    commands_.text += text;
    commands_.list.back().size += static_cast<std::uint32_t>(text.size());
    return;
  }
  append(CommandKind::Text, 0, text);
}

void CommandWriter::close() { append(CommandKind::Close, 0, {}); }

std::vector<std::uint32_t> encode(const Commands& commands) {
  constexpr unsigned kKindBits = 2;
  std::vector<std::uint32_t> words;
  words.reserve(commands.list.size() * 2);
  const std::string_view text = commands.text;
  for (const Command& command : commands.list) {
    words.push_back(static_cast<std::uint32_t>(command.kind) |
                    static_cast<std::uint32_t>(command.name) << kKindBits);
    if (command.kind == CommandKind::Attribute ||
        command.kind == CommandKind::Text) {
      words.push_back(static_cast<std::uint32_t>(
          utf16_length(text.substr(command.begin, command.size))));
    }
  }
  return words;
}

}  // namespace broadsheet
