#include "document/read_blocks.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "document/inline_html.h"
#include "document/read_items.h"
#include "document/read_media.h"
#include "document/read_text.h"

namespace broadsheet {
namespace {

using Kind = JsonValue::Kind;
using Content = std::optional<BlockContent>;

void add_blocks(const JsonValue& array, const Place& place,
                ReadContext& context, std::vector<Block>& out);

std::vector<Block> paragraph_of(Text text) {
  std::vector<Block> blocks;
  if (!text.empty()) blocks.push_back({{}, {}, Paragraph{std::move(text)}});
  return blocks;
}

void append(std::vector<Block> from, std::vector<Block>& out) {
  std::move(from.begin(), from.end(), std::back_inserter(out));
}

// The blocks of a field that may hold several: HTML brings its own, any other
// text is one paragraph.
std::vector<Block> read_text_blocks(Fields& fields, std::string_view key) {
  const JsonValue* value = fields.find(key);
  const Place place = fields.at(key);
  auto form = value == nullptr ? std::nullopt
                               : html_of(*value, place, fields.context());
  if (!form) return paragraph_of(fields.required_text(key));
  std::vector<Block> blocks = paragraph_of(std::move(form->before));
  append(read_html_blocks(form->html, place, fields.context()), blocks);
  append(paragraph_of(std::move(form->after)), blocks);
  return blocks;
}

Content read_paragraph(Fields& fields) {
  Text text = fields.required_text("text");
  if (text.empty()) return std::nullopt;
  return Paragraph{std::move(text)};
}

Content read_heading(Fields& fields) {
  Heading heading;
  heading.level = fields.integer("level", 2, 6, 2);
  heading.text = fields.required_text("text");
  if (heading.text.empty()) return std::nullopt;
  int& last_level = fields.context().heading_level;
  if (heading.level > last_level + 1) {
    fields.report(Code::HeadingSkips, "level",
                  "expected at most " + std::to_string(last_level + 1) +
                      ", one level below the heading before");
  }
  last_level = heading.level;
  return heading;
}

Content read_quote(Fields& fields) {
  Quote quote;
  quote.blocks = read_text_blocks(fields, "text");
  quote.cite = fields.text("cite");
  quote.pull = fields.boolean("pull");
  if (quote.blocks.empty()) return std::nullopt;
  return quote;
}

Content read_related(Fields& fields) {
  Related related;
  related.label = fields.text("label");
  related.title = fields.required_text("title");
  related.url = fields.required_url("url", UrlUse::Link);
  if (related.title.empty()) return std::nullopt;
  return related;
}

Content read_code(Fields& fields) {
  CodeListing code;
  code.language = fields.string("language");
  code.text = fields.required_string("text");
  if (code.text.empty()) return std::nullopt;
  return code;
}

Content read_divider(Fields&) { return Divider{}; }

Content read_note(Fields& fields) {
  constexpr std::array kKinds = {Note::Kind::Correction, Note::Kind::Update,
                                 Note::Kind::Warning, Note::Kind::Info};
  Note note;
  note.kind = kKinds[fields.choice(
      "kind", {"correction", "update", "warning", "info"}, 3)];
  note.blocks = read_text_blocks(fields, "text");
  if (note.blocks.empty()) return std::nullopt;
  return note;
}

Content read_group(Fields& fields) {
  Group group;
  group.title = fields.text("title");
  const auto& findings = fields.context().diagnostics.list();
  const std::size_t before = findings.size();
  if (const JsonValue* blocks = fields.find("blocks", Kind::Array)) {
    add_blocks(*blocks, fields.at("blocks"), fields.context(), group.blocks);
  }
  if (!group.blocks.empty() || !group.title.empty()) return group;
  if (findings.size() == before) {
    fields.report(Code::EmptyText, "blocks",
                  "expected blocks or a title; nothing is shown");
  }
  return std::nullopt;
}

Content read_video(Fields& fields) {
  return read_media(fields, Media::Kind::Video);
}
Content read_audio(Fields& fields) {
  return read_media(fields, Media::Kind::Audio);
}

struct BlockReader {
  std::string_view type;
  Content (*read)(Fields&);
};

constexpr std::array kReaders = {
    BlockReader{"paragraph", read_paragraph},
    BlockReader{"heading", read_heading},
    BlockReader{"list", read_list},
    BlockReader{"quote", read_quote},
    BlockReader{"image", read_image_block},
    BlockReader{"gallery", read_gallery},
    BlockReader{"video", read_video},
    BlockReader{"audio", read_audio},
    BlockReader{"embed", read_embed},
    BlockReader{"related", read_related},
    BlockReader{"links", read_links},
    BlockReader{"table", read_table},
    BlockReader{"code", read_code},
    BlockReader{"divider", read_divider},
    BlockReader{"note", read_note},
    BlockReader{"slot", read_slot},
    BlockReader{"group", read_group},
};

const BlockReader* find_reader(std::string_view type) {
  for (const BlockReader& reader : kReaders) {
    if (reader.type == type) return &reader;
  }
  return nullptr;
}

const BlockReader* reader_for(Fields& fields) {
  const JsonValue* type = fields.find("type");
  if (type == nullptr) {
    fields.report(Code::MissingField, "type", "expected the type of the block");
    return nullptr;
  }
  if (type->kind != Kind::String) {
    fields.report(Code::WrongType, "type", expected("a string", *type));
    return nullptr;
  }
  const BlockReader* reader = find_reader(type->string);
  if (reader == nullptr) {
    fields.report(
        Code::UnknownBlock, "type",
        "block \"" + type->string + "\" is not known; its text is shown");
  }
  return reader;
}

// What a reader can still be shown of a block that is not as it should be.
void add_salvage(const JsonValue& value, const Place& place,
                 ReadContext& context, std::vector<Block>& out) {
  Text text = salvage_text(value, place, context);
  if (!text.empty()) out.push_back({{}, {}, Paragraph{std::move(text)}});
}

bool is_html_paragraph(const JsonValue& block) {
  const JsonValue* type = block.find("type");
  const JsonValue* text = block.find("text");
  return type->string == "paragraph" && text != nullptr &&
         text->find("html") != nullptr;
}

// HTML beside the fields of a block, which no block has, as blocks.
std::vector<Block> read_stray_blocks(Fields& fields) {
  const JsonValue* html = fields.stray("html");
  if (html == nullptr) return {};
  const Place place = fields.at("html");
  if (html->kind != Kind::String) {
    return paragraph_of(salvage_text(*html, place, fields.context()));
  }
  return read_html_blocks(checked_html(*html, place, fields.context()), place,
                          fields.context());
}

std::vector<Block> read_own_blocks(Fields& fields, const BlockReader& reader,
                                   bool is_html) {
  if (is_html) return read_text_blocks(fields, "text");
  std::vector<Block> blocks;
  if (auto content = reader.read(fields)) {
    blocks.push_back({{}, {}, *std::move(content)});
  }
  return blocks;
}

// HTML may hold many blocks: all are of the language given, the first takes
// the id. What was beside the fields comes before or after, as in the JSON.
void add_known_block(Fields& fields, const BlockReader& reader,
                     const JsonValue& value, std::vector<Block>& out) {
  std::string id = fields.unique_id();
  const Language language = fields.language();
  const bool is_html = is_html_paragraph(value);
  std::vector<Block> blocks = read_own_blocks(fields, reader, is_html);
  if (!blocks.empty()) {
    blocks.front().id = std::move(id);
  } else if (!is_html) {
    fields.report_unknown();
    add_salvage(value, fields.place(), fields.context(), out);
    return;
  }
  std::vector<Block> stray = read_stray_blocks(fields);
  if (fields.is_before("html", "text")) std::swap(blocks, stray);
  append(std::move(stray), blocks);
  fields.report_unknown();
  for (Block& block : blocks) block.language = language;
  append(std::move(blocks), out);
}

void add_block(const JsonValue& value, const Place& place, ReadContext& context,
               std::vector<Block>& out) {
  if (value.kind != Kind::Object) {
    context.diagnostics.add(Code::WrongType, place,
                            expected("an object, a block", value));
    add_salvage(value, place, context, out);
    return;
  }
  Fields fields(value, place, context);
  if (const BlockReader* reader = reader_for(fields)) {
    add_known_block(fields, *reader, value, out);
  } else {
    add_salvage(value, place, context, out);
  }
}

void add_blocks(const JsonValue& array, const Place& place,
                ReadContext& context, std::vector<Block>& out) {
  for (std::size_t i = 0; i < array.elements.size(); ++i) {
    if (context.blocks == context.limits.blocks) {
      context.diagnostics.add(Code::LimitBlocks, place.index(i),
                              "an article may have " +
                                  std::to_string(context.limits.blocks) +
                                  " blocks");
      ++context.blocks;
    }
    if (context.blocks > context.limits.blocks) return;
    ++context.blocks;
    add_block(array.elements[i], place.index(i), context, out);
  }
}

}  // namespace

std::vector<Block> read_blocks(const JsonValue& array, const Place& place,
                               ReadContext& context) {
  std::vector<Block> blocks;
  add_blocks(array, place, context, blocks);
  return blocks;
}

}  // namespace broadsheet
