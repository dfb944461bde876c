// Which fields of a document are text, and in which language.
#include "typography/polish.h"

#include <utility>

namespace broadsheet {
namespace {

// Works on a copy of its own: the document given stays as it is.
class Polisher {
 public:
  Polisher(std::string_view language, const PolishRules& rules)
      : language_(language), rules_(rules) {}

  void operator()(Text& text) const {
    if (!text.empty()) text = polish(text, language_, rules_);
  }
  void operator()(std::string& text) const {
    if (!text.empty()) text = polish_text(text, language_, rules_);
  }

  void operator()(Paragraph& paragraph) const { (*this)(paragraph.text); }
  void operator()(Heading& heading) const { (*this)(heading.text); }
  void operator()(List& list) const {
    for (ListItem& item : list.items) {
      (*this)(item.text);
      for (List& nested : item.lists) (*this)(nested);
    }
  }
  void operator()(Quote& quote) const {
    blocks(quote.blocks);
    (*this)(quote.cite);
  }
  void operator()(Image& image) const {
    (*this)(image.caption);
    (*this)(image.credit);
  }
  void operator()(Gallery& gallery) const {
    for (Image& image : gallery.images) (*this)(image);
  }
  void operator()(Media& media) const { (*this)(media.title); }
  void operator()(Embed& embed) const { (*this)(embed.title); }
  void operator()(Related& related) const {
    (*this)(related.label);
    (*this)(related.title);
  }
  void operator()(Links& links) const {
    (*this)(links.title);
    for (LinkItem& item : links.items) (*this)(item.title);
  }
  void operator()(Table& table) const {
    (*this)(table.caption);
    for (TableCell& cell : table.head) (*this)(cell.text);
    for (auto& row : table.rows) {
      for (TableCell& cell : row) (*this)(cell.text);
    }
  }
  void operator()(CodeListing&) const {}
  void operator()(Divider&) const {}
  void operator()(Note& note) const { blocks(note.blocks); }
  void operator()(Slot& slot) const { (*this)(slot.label); }
  void operator()(Group& group) const {
    (*this)(group.title);
    blocks(group.blocks);
  }

  void blocks(std::vector<Block>& blocks) const {
    for (Block& block : blocks) {
      const std::string& own = block.language.tag;
      if (own.empty()) {
        std::visit(*this, block.content);
      } else {
        std::visit(Polisher(own, rules_), block.content);
      }
    }
  }

  void operator()(CardList& cards) const {
    (*this)(cards.title);
    for (Card& card : cards.items) {
      (*this)(card.title);
      (*this)(card.kicker);
      (*this)(card.excerpt);
      (*this)(card.sponsored);
      if (card.image) (*this)(*card.image);
    }
    for (CardSlot& slot : cards.slots) (*this)(slot.slot);
  }

  // A name is nobody's to correct: its initials stay with it, no more.
  void name(std::string& name) const {
    PolishRules initials = rules_;
    initials.keep_only(PolishRule::Initials);
    name = polish_text(name, language_, initials);
  }

  void operator()(Document& document) const {
    (*this)(document.kicker);
    (*this)(document.title);
    (*this)(document.standfirst);
    for (Person& person : document.authors) {
      name(person.name);
      (*this)(person.role);
    }
    if (document.hero) (*this)(*document.hero);
    blocks(document.body);
    for (Footnote& footnote : document.footnotes) (*this)(footnote.text);
    (*this)(document.recommended);
  }

 private:
  std::string_view language_;
  const PolishRules& rules_;
};

}  // namespace

Document polish(const Document& document, const PolishRules& rules) {
  Document out = document;
  if (!rules.none()) Polisher(document.language.tag, rules)(out);
  return out;
}

CardList polish(const CardList& cards, std::string_view language,
                const PolishRules& rules) {
  CardList out = cards;
  if (!rules.none()) Polisher(language, rules)(out);
  return out;
}

}  // namespace broadsheet
