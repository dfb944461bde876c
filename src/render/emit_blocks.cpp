#include <array>
#include <string>
#include <variant>

#include "render/emitter.h"

namespace broadsheet {
namespace {

// "{label} :" as the language writes it.
std::string labelled(const Emitter& emitter, std::string_view label) {
  return fill(emitter.strings.get(StringKey::Label), {"label", label});
}

struct NoteKind {
  std::string_view class_name;
  StringKey label;
};

NoteKind describe(Note::Kind kind) {
  switch (kind) {
    case Note::Kind::Correction:
      return {"broadsheet-note broadsheet-note-correction",
              StringKey::Correction};
    case Note::Kind::Update:
      return {"broadsheet-note broadsheet-note-update", StringKey::Update};
    case Note::Kind::Warning:
      return {"broadsheet-note broadsheet-note-warning", StringKey::Warning};
    case Note::Kind::Info:
      break;
  }
  return {"broadsheet-note broadsheet-note-info", StringKey::Information};
}

class BlockEmitter {
 public:
  BlockEmitter(Emitter& emitter, const Block& block)
      : emitter_(emitter), out_(emitter.out), block_(block) {}

  void operator()(const Paragraph& paragraph) {
    open(Tag::P);
    emit_text(emitter_, paragraph.text);
    out_.close();
  }

  void operator()(const Heading& heading) {
    open(emitter_.heading(heading.level - 1));
    emit_text(emitter_, heading.text);
    out_.close();
  }

  void operator()(const List& list) { emit_list(list, &block_); }

  void operator()(const Quote& quote) {
    out_.open(Tag::Figure, quote.pull ? "broadsheet-quote broadsheet-pull"
                                      : "broadsheet-quote");
    emit_block_attributes(emitter_, &block_);
    out_.open(Tag::Blockquote);
    emit_blocks(emitter_, quote.blocks);
    out_.close();
    if (!quote.cite.empty()) {
      out_.open(Tag::Figcaption);
      emit_text(emitter_, quote.cite);
      out_.close();
    }
    out_.close();
  }

  void operator()(const Image& image) {
    emit_figure(emitter_, image, ImageLoading::Lazy, "broadsheet-figure",
                &block_);
  }

  void operator()(const Gallery& gallery) {
    open(Tag::Div, "broadsheet-gallery");
    for (const Image& image : gallery.images) {
      emit_figure(emitter_, image, ImageLoading::Lazy, "broadsheet-figure",
                  nullptr);
    }
    out_.close();
  }

  void operator()(const Media& media) { emit_media(emitter_, media, block_); }
  void operator()(const Embed& embed) { emit_embed(emitter_, embed, block_); }
  void operator()(const Slot& slot) { emit_slot(emitter_, slot, block_); }

  void operator()(const Related& related) {
    open(Tag::Aside, "broadsheet-related");
    out_.open(Tag::P);
    const std::string label =
        related.label.empty()
            ? std::string(emitter_.strings.get(StringKey::ReadAlso))
            : plain_text(emitter_.shown(related.label));
    out_.open(Tag::Bdi, "broadsheet-related-label");
    out_.text(labelled(emitter_, label));
    out_.close();
    out_.text(" ");
    emit_link(related.url, related.title);
    out_.close();
    out_.close();
  }

  void operator()(const Links& links) {
    open(Tag::Aside, "broadsheet-links");
    if (!links.title.empty()) {
      out_.open(Tag::P, "broadsheet-links-title");
      emit_text(emitter_, links.title);
      out_.close();
    }
    out_.open(Tag::Ul);
    for (const LinkItem& item : links.items) {
      out_.open(Tag::Li);
      emit_link(item.url, item.title);
      out_.close();
    }
    out_.close();
    out_.close();
  }

  void operator()(const Table& table) { emit_table(emitter_, table, block_); }

  void operator()(const CodeListing& code) {
    // Code reads from left to right, whatever the language of its words.
    out_.open(Tag::Pre, "broadsheet-code");
    if (!block_.id.empty()) {
      out_.attribute(Attribute::Id, emitter_.element_id(block_.id));
    }
    out_.attribute(Attribute::Tabindex, "0");
    emit_language(emitter_, {block_.language.tag, Direction::LeftToRight});
    out_.open(Tag::Code);
    out_.optional_attribute(Attribute::Class, language_class(code.language));
    out_.text(code.text);
    out_.close();
    out_.close();
  }

  void operator()(const Divider&) {
    open(Tag::Hr);
    out_.close();
  }

  void operator()(const Note& note) {
    const NoteKind kind = describe(note.kind);
    open(Tag::Div, kind.class_name);
    out_.attribute(Attribute::Role, "note");
    out_.open(Tag::P, "broadsheet-note-label");
    out_.text(emitter_.strings.get(kind.label));
    out_.close();
    emit_blocks(emitter_, note.blocks);
    out_.close();
  }

  void operator()(const Group& group) {
    open(Tag::Div, "broadsheet-group");
    if (!group.title.empty()) {
      out_.open(Tag::P, "broadsheet-group-title");
      emit_text(emitter_, group.title);
      out_.close();
    }
    emit_blocks(emitter_, group.blocks);
    out_.close();
  }

 private:
  void open(Tag tag) {
    out_.open(tag);
    emit_block_attributes(emitter_, &block_);
  }
  void open(Tag tag, std::string_view class_name) {
    out_.open(tag, class_name);
    emit_block_attributes(emitter_, &block_);
  }

  void emit_list(const List& list, const Block* block) {
    out_.open(list.ordered ? Tag::Ol : Tag::Ul);
    emit_block_attributes(emitter_, block);
    if (list.ordered && list.start != 1) {
      out_.attribute(Attribute::Start, std::to_string(list.start));
    }
    for (const ListItem& item : list.items) {
      out_.open(Tag::Li);
      emit_text(emitter_, item.text);
      for (const List& nested : item.lists) emit_list(nested, nullptr);
      out_.close();
    }
    out_.close();
  }

  void emit_link(const std::string& url, const Text& title) {
    if (url.empty()) {
      emit_text(emitter_, title);
      return;
    }
    open_link(emitter_, url, {});
    emit_text(emitter_, title, LinksInText::Dropped);
    out_.close();
  }

  // "language-cpp", as highlighters expect; only what can be in a class name.
  static std::string language_class(std::string_view language) {
    std::string out;
    for (const char c : language) {
      const bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                        (c >= '0' && c <= '9') || c == '-' || c == '+' ||
                        c == '#' || c == '_';
      if (kept) out += c;
    }
    return out.empty() ? out : "language-" + out;
  }

  Emitter& emitter_;
  CommandWriter& out_;
  const Block& block_;
};

}  // namespace

void emit_block_attributes(Emitter& emitter, const Block* block) {
  if (block == nullptr) return;
  if (!block->id.empty()) {
    emitter.out.attribute(Attribute::Id, emitter.element_id(block->id));
  }
  emit_language(emitter, block->language);
}

void emit_blocks(Emitter& emitter, const std::vector<Block>& blocks) {
  const std::string_view around = emitter.language;
  for (const Block& block : blocks) {
    if (!block.language.tag.empty()) emitter.language = block.language.tag;
    std::visit(BlockEmitter(emitter, block), block.content);
    emitter.language = around;
  }
}

}  // namespace broadsheet
