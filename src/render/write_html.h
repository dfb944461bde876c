// Commands as HTML. The only place where markup is written and text escaped.
#pragma once

#include <string>

#include "render/commands.h"

namespace broadsheet {

/// HTML that parses to exactly the tree that the commands describe.
/// https://html.spec.whatwg.org/multipage/parsing.html#serialising-html-fragments
std::string write_html(const Commands& commands);

}  // namespace broadsheet
