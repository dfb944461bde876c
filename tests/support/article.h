// Reading and rendering in one call, as text in and text out.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::test {

/// HTML of the article's body blocks alone, for `{"title": "T", "body":
/// [BODY]}`.
std::string body_html(std::string_view body);

/// Findings of an article, one a line: `severity code pointer`.
std::string findings(std::string_view json);

/// The same for one that has `body` as its blocks.
std::string body_findings(std::string_view body);

/// A file below the project's root.
std::string read_file(std::string_view path);

}  // namespace broadsheet::test
