#include "document/read_blocks.h"

#include <array>
#include <utility>

#include "document/inline_html.h"
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

// The blocks of a field that may hold several: HTML brings its own, any other
// text is one paragraph.
std::vector<Block> read_text_blocks(Fields& fields, std::string_view key) {
  if (const JsonValue* value = fields.find(key)) {
    const Place place = fields.at(key);
    if (const auto html = html_of(*value, place, fields.context())) {
      return read_html_blocks(*html, place, fields.context());
    }
  }
  return paragraph_of(fields.required_text(key));
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

Content read_list(Fields& fields);

// Whether `value` is an object with a member `key` that is not null.
bool gives(const JsonValue& value, std::string_view key) {
  const JsonValue* member = value.find(key);
  return member != nullptr && member->kind != Kind::Null;
}

std::optional<ListItem> read_list_item(const JsonValue& value,
                                       const Place& place,
                                       ReadContext& context) {
  ListItem item;
  if (!gives(value, "text") && !gives(value, "list")) {
    item.text = read_text(value, place, context);
  } else {
    Fields fields(value, place, context);
    item.text = fields.text("text");
    if (const JsonValue* nested = fields.find("list", Kind::Object)) {
      const Place nested_place = fields.at("list");
      Fields list(*nested, nested_place, context);
      list.find("type");
      if (auto content = read_list(list)) {
        item.lists.push_back(std::get<List>(*std::move(content)));
      }
      list.report_unknown();
    }
    fields.report_unknown();
  }
  if (item.text.empty() && item.lists.empty()) return std::nullopt;
  return item;
}

Content read_list(Fields& fields) {
  List list;
  list.ordered = fields.boolean("ordered");
  list.start = fields.integer("start", -1'000'000, 1'000'000, 1);
  if (const JsonValue* items = fields.find("items", Kind::Array)) {
    const Place place = fields.at("items");
    for (std::size_t i = 0; i < items->elements.size(); ++i) {
      auto item =
          read_list_item(items->elements[i], place.index(i), fields.context());
      if (item) list.items.push_back(*std::move(item));
    }
  }
  if (!list.items.empty()) return list;
  fields.report(Code::MissingField, "items", "expected at least one item");
  return std::nullopt;
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

Content read_links(Fields& fields) {
  Links links;
  links.title = fields.text("title");
  if (const JsonValue* items = fields.find("items", Kind::Array)) {
    const Place list_place = fields.at("items");
    for (std::size_t i = 0; i < items->elements.size(); ++i) {
      const JsonValue& value = items->elements[i];
      const Place place = list_place.index(i);
      if (value.kind != Kind::Object) {
        fields.context().diagnostics.add(Code::WrongType, place,
                                         expected("an object", value));
        continue;
      }
      Fields item(value, place, fields.context());
      LinkItem link{item.required_text("title"),
                    item.required_url("url", UrlUse::Link)};
      item.report_unknown();
      if (!link.title.empty()) links.items.push_back(std::move(link));
    }
  }
  if (!links.items.empty()) return links;
  fields.report(Code::MissingField, "items", "expected at least one link");
  return std::nullopt;
}

TableCell read_cell(const JsonValue& value, const Place& place,
                    ReadContext& context) {
  if (!gives(value, "text")) {
    return {read_text(value, place, context), false};
  }
  Fields fields(value, place, context);
  TableCell cell{fields.text("text"), fields.boolean("header")};
  fields.report_unknown();
  return cell;
}

std::vector<TableCell> read_row(const JsonValue& row, const Place& place,
                                ReadContext& context) {
  std::vector<TableCell> cells;
  if (row.kind != Kind::Array) {
    context.diagnostics.add(Code::WrongType, place,
                            expected("an array of cells", row));
    return cells;
  }
  for (std::size_t i = 0; i < row.elements.size(); ++i) {
    cells.push_back(read_cell(row.elements[i], place.index(i), context));
  }
  return cells;
}

Content read_table(Fields& fields) {
  Table table;
  table.caption = fields.text("caption");
  if (const JsonValue* head = fields.find("head", Kind::Array)) {
    table.head = read_row(*head, fields.at("head"), fields.context());
  }
  if (const JsonValue* rows = fields.find("rows", Kind::Array)) {
    const Place place = fields.at("rows");
    for (std::size_t i = 0; i < rows->elements.size(); ++i) {
      auto row = read_row(rows->elements[i], place.index(i), fields.context());
      if (!row.empty()) table.rows.push_back(std::move(row));
    }
  }
  if (!table.rows.empty() || !table.head.empty()) return table;
  fields.report(Code::MissingField, "rows", "expected at least one row");
  return std::nullopt;
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

// HTML may hold many blocks: all are of the language given, the first takes
// the id.
void add_html_paragraph(Fields& fields, Block given, std::vector<Block>& out) {
  std::vector<Block> blocks = read_text_blocks(fields, "text");
  fields.report_unknown();
  for (Block& block : blocks) {
    block.language = given.language;
    block.id = std::exchange(given.id, {});
    out.push_back(std::move(block));
  }
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
  const BlockReader* reader = reader_for(fields);
  if (reader == nullptr) {
    add_salvage(value, place, context, out);
    return;
  }
  Block block;
  block.id = fields.unique_id();
  block.language = fields.language();
  if (is_html_paragraph(value)) {
    add_html_paragraph(fields, std::move(block), out);
    return;
  }
  auto content = reader->read(fields);
  fields.report_unknown();
  if (content) {
    out.push_back(
        {std::move(block.id), std::move(block.language), *std::move(content)});
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
