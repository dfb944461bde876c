#include "document/read_items.h"

#include <utility>

#include "document/read_text.h"

namespace broadsheet {
namespace {

using Kind = JsonValue::Kind;
using Content = std::optional<BlockContent>;

// Whether `value` is an object with a member `key` that is not null.
bool gives(const JsonValue& value, std::string_view key) {
  const JsonValue* member = value.find(key);
  return member != nullptr && member->kind != Kind::Null;
}

// A nested list, or what can be read of one that is not as it should be.
void read_nested_list(const JsonValue& value, const Place& place,
                      ReadContext& context, ListItem& item) {
  Content content;
  if (value.kind == Kind::Object) {
    Fields fields(value, place, context);
    fields.find("type");
    content = read_list(fields);
    fields.report_unknown();
  } else {
    context.diagnostics.add(Code::WrongType, place,
                            expected("an object", value));
  }
  if (content) {
    item.lists.push_back(std::get<List>(*std::move(content)));
  } else {
    add_text(salvage_text(value, place, context), item.text);
  }
}

std::optional<ListItem> read_list_item(const JsonValue& value,
                                       const Place& place,
                                       ReadContext& context) {
  ListItem item;
  if (!gives(value, "text") && !gives(value, "list")) {
    item.text = read_text(value, place, context);
  } else {
    Fields fields(value, place, context);
    item.text = with_stray_text(fields, "text", fields.text("text"));
    if (const JsonValue* nested = fields.find("list")) {
      read_nested_list(*nested, fields.at("list"), context, item);
    }
    fields.report_unknown();
  }
  if (item.text.empty() && item.lists.empty()) return std::nullopt;
  return item;
}

TableCell read_cell(const JsonValue& value, const Place& place,
                    ReadContext& context) {
  const bool is_html_header = gives(value, "html") && gives(value, "header");
  if (!gives(value, "text") && !is_html_header) {
    return {read_text(value, place, context), false};
  }
  Fields fields(value, place, context);
  TableCell cell{with_stray_text(fields, "text", fields.text("text")),
                 fields.boolean("header")};
  fields.report_unknown();
  return cell;
}

std::vector<TableCell> read_row(const JsonValue& row, const Place& place,
                                ReadContext& context) {
  std::vector<TableCell> cells;
  if (row.kind != Kind::Array) {
    context.diagnostics.add(Code::WrongType, place,
                            expected("an array of cells", row));
    Text text = salvage_text(row, place, context);
    if (!text.empty()) cells.push_back({std::move(text), false});
    return cells;
  }
  for (std::size_t i = 0; i < row.elements.size(); ++i) {
    cells.push_back(read_cell(row.elements[i], place.index(i), context));
  }
  return cells;
}

}  // namespace

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

}  // namespace broadsheet
