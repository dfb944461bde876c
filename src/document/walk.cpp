#include "document/walk.h"

namespace broadsheet {
namespace {

class Walker {
 public:
  Walker(std::string_view language, const VisitText& visit)
      : language_(language), visit_(visit) {}

  void operator()(const Paragraph& paragraph) {
    visit_(paragraph.text, language_);
  }
  void operator()(const Heading& heading) { visit_(heading.text, language_); }
  void operator()(const List& list) {
    for (const ListItem& item : list.items) {
      visit_(item.text, language_);
      for (const List& nested : item.lists) (*this)(nested);
    }
  }
  void operator()(const Quote& quote) { walk(quote.blocks); }
  void operator()(const Note& note) { walk(note.blocks); }
  void operator()(const Group& group) {
    visit_(group.title, language_);
    walk(group.blocks);
  }
  void operator()(const Table& table) {
    for (const TableCell& cell : table.head) visit_(cell.text, language_);
    for (const auto& row : table.rows) {
      for (const TableCell& cell : row) visit_(cell.text, language_);
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
    const std::string_view outer = language_;
    for (const Block& block : blocks) {
      if (!block.language.tag.empty()) language_ = block.language.tag;
      std::visit(*this, block.content);
      language_ = outer;
    }
  }

 private:
  std::string_view language_;
  const VisitText& visit_;
};

class ImageCounter {
 public:
  void operator()(const Image&) { ++count_; }
  void operator()(const Gallery& gallery) { count_ += gallery.images.size(); }
  void operator()(const Quote& quote) { walk(quote.blocks); }
  void operator()(const Note& note) { walk(note.blocks); }
  void operator()(const Group& group) { walk(group.blocks); }
  template <typename Other>
  void operator()(const Other&) {}

  void walk(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) std::visit(*this, block.content);
  }

  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  std::size_t count_ = 0;
};

}  // namespace

void for_each_text(const std::vector<Block>& blocks, std::string_view language,
                   const VisitText& visit) {
  Walker(language, visit).walk(blocks);
}

std::size_t count_images(const std::vector<Block>& blocks) {
  ImageCounter counter;
  counter.walk(blocks);
  return counter.count();
}

}  // namespace broadsheet
