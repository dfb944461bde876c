#include "french_text.h"

#include <fstream>
#include <sstream>

#include "base/utf8.h"
#include "typeset/break_costs.h"

namespace broadsheet::bench {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;
constexpr char32_t kNoBreakSpace = 0xA0;
constexpr double kSpace = 0.25;
constexpr double kHyphen = 0.333;

// Liberation Serif has no U+202F; browsers paint about a fifth of an em.
constexpr double kOther = 0.2;

constexpr auto kLastResort = static_cast<float>(BreakCosts{}.proper_noun);

bool may_break_after(char32_t code) {
  return code == U'-' || code == 0x2010 || code == 0x2013 || code == U'/';
}

class Collector {
 public:
  explicit Collector(const Advances& advances) : advances_(advances) {}

  void add(char32_t code) {
    if (code == kSoftHyphen && last_is(ItemKind::Hyphen)) {
      items_.back().penalty = kLastResort;
    } else if (code == kSoftHyphen) {
      push(ItemKind::Hyphen, kHyphen);
    } else if (code == U' ' || code == kNoBreakSpace) {
      push(code == U' ' ? ItemKind::Glue : ItemKind::NoBreakGlue, kSpace);
      take(code);
    } else {
      if (!last_is(ItemKind::Box)) push(ItemKind::Box, 0);
      const auto found = advances_.find(code);
      items_.back().width +=
          Em(found == advances_.end() ? kOther : found->second);
      ++items_.back().letters;
      take(code);
      if (may_break_after(code)) push(ItemKind::Penalty, 0);
    }
  }

  Paragraph finish() {
    push(ItemKind::ForcedBreak, 0);
    return {std::move(text_), std::move(items_)};
  }

 private:
  void push(ItemKind kind, double width) {
    Item item;
    item.kind = kind;
    item.width = Em(width);
    item.offset = static_cast<std::uint32_t>(text_.size());
    items_.push_back(item);
  }

  [[nodiscard]] bool last_is(ItemKind kind) const {
    return !items_.empty() && items_.back().kind == kind;
  }

  void take(char32_t code) { text_ += static_cast<char16_t>(code); }

  const Advances& advances_;
  std::u16string text_;
  std::vector<Item> items_;
};

}  // namespace

Advances read_advances(const std::string& path) {
  Advances advances;
  std::ifstream file(path);
  unsigned long code = 0;
  double thousandths = 0;
  while (file >> std::hex >> code >> std::dec >> thousandths) {
    advances[static_cast<char32_t>(code)] = thousandths / 1000;
  }
  return advances;
}

std::vector<Paragraph> read_paragraphs(const std::string& path,
                                       const Advances& advances) {
  std::vector<Paragraph> paragraphs;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    Collector collector(advances);
    for (std::size_t i = 0; i < line.size();) {
      const DecodedCodePoint decoded = decode_utf8(line, i);
      collector.add(decoded.code_point);
      i += decoded.size;
    }
    paragraphs.push_back(collector.finish());
  }
  return paragraphs;
}

Paragraph join(const std::vector<Paragraph>& paragraphs) {
  Paragraph all;
  for (const Paragraph& each : paragraphs) {
    if (!all.items.empty()) {
      all.items.back().kind = ItemKind::Glue;
      all.items.back().width = Em(kSpace);
      all.text += u' ';
    }
    const auto offset = static_cast<std::uint32_t>(all.text.size());
    for (Item item : each.items) {
      item.offset += offset;
      all.items.push_back(item);
    }
    all.text += each.text;
  }
  return all;
}

}  // namespace broadsheet::bench
