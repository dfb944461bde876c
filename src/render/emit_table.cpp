#include "render/emitter.h"

namespace broadsheet {
namespace {

void emit_header(Emitter& emitter, const TableCell& cell,
                 std::string_view scope) {
  emitter.out.open(Tag::Th);
  emitter.out.attribute(Attribute::Scope, scope);
  emit_text(emitter, cell.text);
  emitter.out.close();
}

void emit_row(Emitter& emitter, const std::vector<TableCell>& row) {
  emitter.out.open(Tag::Tr);
  for (const TableCell& cell : row) {
    if (cell.header) {
      emit_header(emitter, cell, "row");
      continue;
    }
    emitter.out.open(Tag::Td);
    emit_text(emitter, cell.text);
    emitter.out.close();
  }
  emitter.out.close();
}

void emit_head(Emitter& emitter, const std::vector<TableCell>& head) {
  if (head.empty()) return;
  emitter.out.open(Tag::Thead);
  emitter.out.open(Tag::Tr);
  for (const TableCell& cell : head) emit_header(emitter, cell, "col");
  emitter.out.close();
  emitter.out.close();
}

}  // namespace

void emit_table(Emitter& emitter, const Table& table, const Block& block) {
  CommandWriter& out = emitter.out;
  // Focusable, so that a table wider than the page can be scrolled by keys.
  out.open(Tag::Div, "broadsheet-table");
  emit_block_attributes(emitter, &block);
  out.attribute(Attribute::Tabindex, "0");
  out.open(Tag::Table);
  if (!table.caption.empty()) {
    out.open(Tag::Caption);
    emit_text(emitter, table.caption);
    out.close();
  }
  emit_head(emitter, table.head);
  if (!table.rows.empty()) {
    out.open(Tag::Tbody);
    for (const auto& row : table.rows) emit_row(emitter, row);
    out.close();
  }
  out.close();
  out.close();
}

}  // namespace broadsheet
