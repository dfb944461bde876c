// Builds blocks from a stream of tags and texts. Internal to document/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace broadsheet {

/// What is open around the text being read.
enum class HtmlFrame {
  Body,
  Quote,
  List,
  Item,
  Figure,
  Caption,
  Table,
  Row,
  Cell,
};

/// Collects text into paragraphs and paragraphs into what holds them. Total:
/// ends may be missing, come twice, or in any order.
class HtmlBlocks {
 public:
  /// At most `maximum` blocks are made; `full()` says that more were wanted.
  explicit HtmlBlocks(std::size_t maximum) : maximum_(maximum) {
    frames_.push_back({});
  }

  /// Adds text. White space is collapsed unless `preserve_space()` is on.
  void text(std::string_view text, const std::vector<Mark>& marks);
  void line_break();
  void preserve_space(bool on) { preserve_space_ = on; }

  /// Ends the paragraph under way, so that the next text begins another.
  void end_paragraph();
  /// The paragraph under way is a heading of `level`, until it ends.
  void begin_heading(int level);
  /// The paragraph under way is a listing, until it ends.
  void begin_listing();

  /// Adds a block after the paragraph under way. Where no blocks can be, its
  /// `instead` is added as text.
  void add(BlockContent content, std::string_view instead);

  void open(HtmlFrame kind);
  void open_list(bool ordered, int start);
  void open_cell(bool header);
  /// Closes the innermost frame of `kind` and all inside it, unless a frame of
  /// `barrier` is nearer.
  void close(HtmlFrame kind, HtmlFrame barrier = HtmlFrame::Body);

  /// False inside an item, a cell or a caption, which take text alone.
  [[nodiscard]] bool takes_blocks() const;
  [[nodiscard]] bool is_inside(HtmlFrame kind) const;
  [[nodiscard]] HtmlFrame innermost() const { return frames_.back().kind; }
  [[nodiscard]] std::size_t depth() const { return frames_.size(); }
  [[nodiscard]] bool full() const { return full_; }

  /// Closes everything and gives the blocks.
  std::vector<Block> take();

 private:
  struct Frame {
    HtmlFrame kind = HtmlFrame::Body;
    std::vector<Block> blocks;   // Body, Quote, Figure
    List list;                   // List
    ListItem item;               // Item
    Text text;                   // Caption
    Table table;                 // Table
    std::vector<TableCell> row;  // Row
    TableCell cell;              // Cell
  };
  enum class Role { Paragraph, Heading, Listing };

  void close_innermost();
  void finish_item(Frame& frame);
  void finish_figure(Frame& frame);
  void finish_row(Frame& frame);
  void push_block(BlockContent content);
  /// Where text goes that is not a block: an item, a cell or a caption.
  Text* text_target();

  std::vector<Frame> frames_;
  Text run_;
  bool preserve_space_ = false;
  Role role_ = Role::Paragraph;
  int heading_level_ = 2;
  std::size_t maximum_;
  std::size_t made_ = 0;
  bool full_ = false;
};

}  // namespace broadsheet
