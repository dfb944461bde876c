#include "document/walk.h"

namespace broadsheet {
namespace {

class Walker {
 public:
  explicit Walker(const std::function<void(const Text&)>& visit)
      : visit_(visit) {}

  void operator()(const Paragraph& paragraph) { visit_(paragraph.text); }
  void operator()(const Heading& heading) { visit_(heading.text); }
  void operator()(const List& list) {
    for (const ListItem& item : list.items) {
      visit_(item.text);
      for (const List& nested : item.lists) (*this)(nested);
    }
  }
  void operator()(const Quote& quote) { walk(quote.blocks); }
  void operator()(const Note& note) { walk(note.blocks); }
  void operator()(const Group& group) {
    visit_(group.title);
    walk(group.blocks);
  }
  void operator()(const Table& table) {
    for (const TableCell& cell : table.head) visit_(cell.text);
    for (const auto& row : table.rows) {
      for (const TableCell& cell : row) visit_(cell.text);
    }
  }
  // Not part of the running text.
  void operator()(const Image&) {}
  void operator()(const Gallery&) {}
  void operator()(const Media&) {}
  void operator()(const Embed&) {}
  void operator()(const Related&) {}
  void operator()(const Links&) {}
  void operator()(const CodeListing&) {}
  void operator()(const Divider&) {}
  void operator()(const Slot&) {}

  void walk(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) std::visit(*this, block.content);
  }

 private:
  const std::function<void(const Text&)>& visit_;
};

}  // namespace

void for_each_text(const std::vector<Block>& blocks,
                   const std::function<void(const Text&)>& visit) {
  Walker(visit).walk(blocks);
}

}  // namespace broadsheet
