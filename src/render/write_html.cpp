#include "render/write_html.h"

#include <string_view>
#include <vector>

namespace broadsheet {
namespace {

// One escaper for text and attribute values: what is needed in either is
// harmless in the other. A bare carriage return would be read as a newline.
void append_escaped(std::string& out, std::string_view text) {
  std::size_t plain = 0;
  const auto replace = [&](std::size_t at, std::string_view with) {
    out += text.substr(plain, at - plain);
    out += with;
    plain = at + 1;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    switch (text[i]) {
      case '&':
        replace(i, "&amp;");
        break;
      case '<':
        replace(i, "&lt;");
        break;
      case '>':
        replace(i, "&gt;");
        break;
      case '"':
        replace(i, "&quot;");
        break;
      case '\r':
        replace(i, "&#13;");
        break;
      default:
        break;
    }
  }
  out += text.substr(plain);
}

class HtmlWriter {
 public:
  explicit HtmlWriter(const Commands& commands) : text_(commands.text) {
    out_.reserve(commands.text.size() * 3);
    for (const Command& command : commands.list) write(command);
  }

  std::string take() { return std::move(out_); }

 private:
  void write(const Command& command) {
    const std::string_view value = text_.substr(command.begin, command.size);
    switch (command.kind) {
      case CommandKind::Open:
        end_start_tag();
        open_.push_back(static_cast<Tag>(command.name));
        out_ += '<';
        out_ += name_of(open_.back());
        in_start_tag_ = true;
        break;
      case CommandKind::Attribute:
        write_attribute(static_cast<Attribute>(command.name), value);
        break;
      case CommandKind::Text:
        end_start_tag();
        append_escaped(out_, value);
        break;
      case CommandKind::Close:
        end_start_tag();
        write_end_tag();
        break;
    }
  }

  void write_attribute(Attribute name, std::string_view value) {
    out_ += ' ';
    out_ += name_of(name);
    if (is_boolean(name)) return;
    out_ += "=\"";
    append_escaped(out_, value);
    out_ += '"';
  }

  void end_start_tag() {
    if (in_start_tag_) out_ += '>';
    in_start_tag_ = false;
  }

  void write_end_tag() {
    const Tag tag = open_.back();
    open_.pop_back();
    if (is_void(tag)) return;
    out_ += "</";
    out_ += name_of(tag);
    out_ += '>';
  }

  std::string_view text_;
  std::string out_;
  std::vector<Tag> open_;
  bool in_start_tag_ = false;
};

}  // namespace

std::string write_html(const Commands& commands) {
  return HtmlWriter(commands).take();
}

}  // namespace broadsheet
