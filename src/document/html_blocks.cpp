#include "document/html_blocks.h"

#include <algorithm>
#include <utility>

namespace broadsheet {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool ends_in_space(const Text& run) {
  return run.empty() || run.back().kind == Inline::Kind::Break ||
         run.back().text.empty() || is_space(run.back().text.back());
}

std::string collapsed(std::string_view text, bool after_space) {
  std::string out;
  for (const char c : text) {
    if (!is_space(c)) {
      out += c;
      after_space = false;
    } else if (!after_space) {
      out += ' ';
      after_space = true;
    }
  }
  return out;
}

// Without spaces and breaks at its end.
void trim_end(Text& run) {
  while (!run.empty()) {
    Inline& last = run.back();
    if (last.kind == Inline::Kind::Text) {
      while (!last.text.empty() && is_space(last.text.back())) {
        last.text.pop_back();
      }
      if (!last.text.empty()) return;
    }
    run.pop_back();
  }
}

void append_with_break(Text& target, Text addition) {
  if (addition.empty()) return;
  if (!target.empty()) target.push_back({Inline::Kind::Break, {}, {}});
  for (Inline& each : addition) target.push_back(std::move(each));
}

}  // namespace

void HtmlBlocks::text(std::string_view text, const std::vector<Mark>& marks) {
  // The newline right after <pre> is not part of it.
  if (role_ == Role::Listing && run_.empty() && text.substr(0, 1) == "\n") {
    text.remove_prefix(1);
  }
  std::string kept = preserve_space_ ? std::string(text)
                                     : collapsed(text, ends_in_space(run_));
  if (!kept.empty()) {
    run_.push_back({Inline::Kind::Text, std::move(kept), marks});
  }
}

void HtmlBlocks::line_break() {
  if (preserve_space_) {
    run_.push_back({Inline::Kind::Text, "\n", {}});
  } else if (!run_.empty()) {
    run_.push_back({Inline::Kind::Break, {}, {}});
  }
}

Text* HtmlBlocks::text_target() {
  if (takes_blocks()) return nullptr;
  for (std::size_t i = frames_.size(); i-- > 0;) {
    Frame& frame = frames_[i];
    if (frame.kind == HtmlFrame::Item) return &frame.item.text;
    if (frame.kind == HtmlFrame::Cell) return &frame.cell.text;
    if (frame.kind == HtmlFrame::Caption) return &frame.text;
  }
  return nullptr;
}

void HtmlBlocks::push_block(BlockContent content) {
  if (made_ == maximum_) {
    full_ = true;
    return;
  }
  ++made_;
  for (std::size_t i = frames_.size(); i-- > 0;) {
    const HtmlFrame kind = frames_[i].kind;
    if (kind == HtmlFrame::Body || kind == HtmlFrame::Quote ||
        kind == HtmlFrame::Figure) {
      frames_[i].blocks.push_back({{}, {}, std::move(content)});
      return;
    }
  }
}

void HtmlBlocks::end_paragraph() {
  Text run = std::exchange(run_, {});
  const Role role = std::exchange(role_, Role::Paragraph);
  trim_end(run);
  if (run.empty()) return;
  if (Text* target = text_target()) {
    append_with_break(*target, std::move(run));
  } else if (role == Role::Heading) {
    push_block(Heading{heading_level_, std::move(run)});
  } else if (role == Role::Listing) {
    push_block(CodeListing{plain_text(run), {}});
  } else {
    push_block(Paragraph{std::move(run)});
  }
}

void HtmlBlocks::begin_heading(int level) {
  end_paragraph();
  role_ = Role::Heading;
  heading_level_ = std::clamp(level, 2, 6);
}

void HtmlBlocks::begin_listing() {
  end_paragraph();
  role_ = Role::Listing;
  preserve_space_ = true;
}

void HtmlBlocks::add(BlockContent content, std::string_view instead) {
  const Role role = role_;
  end_paragraph();
  if (Text* target = text_target()) {
    if (!instead.empty()) {
      append_with_break(*target,
                        {{Inline::Kind::Text, std::string(instead), {}}});
    }
  } else {
    push_block(std::move(content));
  }
  role_ = role;
}

void HtmlBlocks::open(HtmlFrame kind) {
  end_paragraph();
  Frame frame;
  frame.kind = kind;
  frames_.push_back(std::move(frame));
}

void HtmlBlocks::open_list(bool ordered, int start) {
  open(HtmlFrame::List);
  frames_.back().list.ordered = ordered;
  frames_.back().list.start = start;
}

void HtmlBlocks::open_cell(bool header) {
  open(HtmlFrame::Cell);
  frames_.back().cell.header = header;
}

bool HtmlBlocks::takes_blocks() const {
  for (std::size_t i = frames_.size(); i-- > 0;) {
    switch (frames_[i].kind) {
      case HtmlFrame::Body:
      case HtmlFrame::Quote:
      case HtmlFrame::Figure:
        return true;
      case HtmlFrame::Item:
      case HtmlFrame::Cell:
      case HtmlFrame::Caption:
        return false;
      default:
        break;
    }
  }
  return true;
}

bool HtmlBlocks::is_inside(HtmlFrame kind) const {
  return std::any_of(frames_.begin(), frames_.end(),
                     [kind](const Frame& each) { return each.kind == kind; });
}

void HtmlBlocks::close(HtmlFrame kind, HtmlFrame barrier) {
  std::size_t target = frames_.size();
  while (target > 1 && frames_[target - 1].kind != kind) {
    if (frames_[target - 1].kind == barrier) return;
    --target;
  }
  if (target <= 1) return;
  while (frames_.size() >= target) close_innermost();
}

void HtmlBlocks::close_innermost() {
  end_paragraph();
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  Frame& parent = frames_.back();
  switch (frame.kind) {
    case HtmlFrame::Body:
      break;
    case HtmlFrame::Quote:
      if (!frame.blocks.empty()) push_block(Quote{std::move(frame.blocks), {}});
      break;
    case HtmlFrame::List:
      if (frame.list.items.empty()) break;
      if (parent.kind == HtmlFrame::Item) {
        parent.item.lists.push_back(std::move(frame.list));
      } else {
        push_block(std::move(frame.list));
      }
      break;
    case HtmlFrame::Item:
      finish_item(frame);
      break;
    case HtmlFrame::Figure:
      finish_figure(frame);
      break;
    case HtmlFrame::Caption:
      if (parent.kind == HtmlFrame::Table) {
        append_with_break(parent.table.caption, std::move(frame.text));
      } else {
        append_with_break(parent.text, std::move(frame.text));
      }
      break;
    case HtmlFrame::Table:
      if (!frame.table.rows.empty() || !frame.table.head.empty()) {
        push_block(std::move(frame.table));
      }
      break;
    case HtmlFrame::Row:
      finish_row(frame);
      break;
    case HtmlFrame::Cell:
      parent.row.push_back(std::move(frame.cell));
      break;
  }
}

void HtmlBlocks::finish_item(Frame& frame) {
  if (frame.item.text.empty() && frame.item.lists.empty()) return;
  frames_.back().list.items.push_back(std::move(frame.item));
}

// The caption belongs to the last picture; without one it is a paragraph.
void HtmlBlocks::finish_figure(Frame& frame) {
  Image* picture = nullptr;
  for (Block& block : frame.blocks) {
    if (auto* image = std::get_if<Image>(&block.content)) picture = image;
  }
  if (picture != nullptr) {
    picture->caption = std::move(frame.text);
  } else if (!frame.text.empty()) {
    frame.blocks.push_back({{}, {}, Paragraph{std::move(frame.text)}});
  }
  // They were counted when they were made.
  made_ -= std::min(made_, frame.blocks.size());
  for (Block& block : frame.blocks) push_block(std::move(block.content));
}

// The first row is the head of the table when all its cells are headers.
void HtmlBlocks::finish_row(Frame& frame) {
  Table& table = frames_.back().table;
  if (frame.row.empty()) return;
  const bool all_headers =
      std::all_of(frame.row.begin(), frame.row.end(),
                  [](const TableCell& cell) { return cell.header; });
  if (all_headers && table.head.empty() && table.rows.empty()) {
    table.head = std::move(frame.row);
  } else {
    table.rows.push_back(std::move(frame.row));
  }
}

std::vector<Block> HtmlBlocks::take() {
  while (frames_.size() > 1) close_innermost();
  end_paragraph();
  return std::move(frames_.front().blocks);
}

}  // namespace broadsheet
