// What HTML reads as where no blocks can be.
#include <string>
#include <variant>

#include "document/inline_html.h"

namespace broadsheet {
namespace {

class Flattener {
 public:
  explicit Flattener(Text& out) : out_(out) {}

  void operator()(const Paragraph& paragraph) { add(paragraph.text); }
  void operator()(const Heading& heading) { add(heading.text); }
  void operator()(const List& list) {
    for (const ListItem& item : list.items) {
      add(item.text);
      for (const List& nested : item.lists) (*this)(nested);
    }
  }
  void operator()(const Quote& quote) { flatten(quote.blocks); }
  void operator()(const Image& image) {
    add(image.alternative);
    add(image.caption);
  }
  void operator()(const Table& table) {
    add(table.caption);
    for (const TableCell& cell : table.head) add(cell.text);
    for (const auto& row : table.rows) {
      for (const TableCell& cell : row) add(cell.text);
    }
  }
  void operator()(const CodeListing& code) { add(code.text); }
  void operator()(const Embed& embed) { add(embed.title); }
  template <typename Other>
  void operator()(const Other&) {}  // HTML makes no other block with text.

  void flatten(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) std::visit(*this, block.content);
  }

 private:
  void add(const Text& text) {
    if (text.empty()) return;
    if (!out_.empty()) out_.push_back({Inline::Kind::Break, {}, {}});
    out_.insert(out_.end(), text.begin(), text.end());
  }
  void add(const std::string& text) {
    if (!text.empty()) add(Text{{Inline::Kind::Text, text, {}}});
  }

  Text& out_;
};

}  // namespace

Text read_html_text(std::string_view html, const Place& place,
                    ReadContext& context) {
  const std::size_t blocks_before = context.blocks;
  Text out;
  Flattener(out).flatten(read_html_blocks(html, place, context));
  context.blocks = blocks_before;
  return out;
}

}  // namespace broadsheet
