#include "document/html_tokenizer.h"

#include <algorithm>

#include "base/utf8.h"
#include "document/html_references.h"

namespace broadsheet {
namespace {

// More attributes than any tag has; the others are passed over.
constexpr std::size_t kMaximumAttributes = 64;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f';
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}
std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

// Newlines as the standard's input stream has them; NUL as U+FFFD.
std::string preprocessed(std::string_view html) {
  std::string out;
  out.reserve(html.size());
  for (std::size_t i = 0; i < html.size(); ++i) {
    if (html[i] == '\0') {
      append_utf8(out, kReplacementCharacter);
    } else if (html[i] == '\r') {
      out += '\n';
      if (i + 1 < html.size() && html[i + 1] == '\n') ++i;
    } else {
      out += html[i];
    }
  }
  return out;
}

}  // namespace

std::optional<std::string_view> HtmlToken::attribute(
    std::string_view wanted) const {
  for (const HtmlAttribute& each : attributes) {
    if (each.name == wanted) return each.value;
  }
  return std::nullopt;
}

std::string HtmlToken::value(std::string_view wanted) const {
  return std::string(attribute(wanted).value_or(""));
}

HtmlTokenizer::HtmlTokenizer(std::string_view html)
    : html_(preprocessed(html)) {}

HtmlToken HtmlTokenizer::next() {
  while (!done()) {
    if (peek() != '<') return read_text();
    if (is_letter(peek(1))) return read_tag(HtmlToken::Kind::StartTag);
    if (peek(1) == '/' && is_letter(peek(2))) {
      return read_tag(HtmlToken::Kind::EndTag);
    }
    const bool comment = peek(1) == '!' || peek(1) == '?' ||
                         (peek(1) == '/' && at_ + 2 < html_.size());
    if (!comment) return read_text();
    skip_comment();
  }
  return {};
}

// Up to the next '<' that could begin something; a '<' that begins nothing is
// text itself.
HtmlToken HtmlTokenizer::read_text() {
  const std::size_t end = html_.find('<', at_ + 1);
  const std::string_view text =
      std::string_view(html_).substr(at_, std::min(end, html_.size()) - at_);
  at_ += text.size();
  HtmlToken token;
  token.kind = HtmlToken::Kind::Characters;
  token.text = resolve_references(text, ReferencePlace::Content);
  return token;
}

HtmlToken HtmlTokenizer::read_tag(HtmlToken::Kind kind) {
  at_ += kind == HtmlToken::Kind::EndTag ? 2 : 1;
  const std::size_t begin = at_;
  while (!done() && !is_space(peek()) && peek() != '/' && peek() != '>') ++at_;
  HtmlToken token;
  token.kind = kind;
  token.name = lowered(std::string_view(html_).substr(begin, at_ - begin));
  read_attributes(token);
  // A tag that the text ends in is no tag.
  if (done()) return {};
  ++at_;
  return token;
}

void HtmlTokenizer::read_attributes(HtmlToken& tag) {
  while (true) {
    while (is_space(peek()) || peek() == '/') ++at_;
    if (done() || peek() == '>') return;
    HtmlAttribute attribute = read_attribute();
    const bool kept = tag.attributes.size() < kMaximumAttributes;
    if (kept && !tag.attribute(attribute.name)) {
      tag.attributes.push_back(std::move(attribute));
    }
  }
}

HtmlAttribute HtmlTokenizer::read_attribute() {
  const std::size_t begin = at_;
  // A name may begin with '='.
  do {
    ++at_;
  } while (!done() && !is_space(peek()) && peek() != '/' && peek() != '>' &&
           peek() != '=');
  HtmlAttribute attribute;
  attribute.name = lowered(std::string_view(html_).substr(begin, at_ - begin));
  skip_spaces();
  if (peek() != '=') return attribute;
  ++at_;
  skip_spaces();
  if (peek() != '>') attribute.value = read_value();
  return attribute;
}

std::string HtmlTokenizer::read_value() {
  const char quote = peek();
  const bool quoted = quote == '"' || quote == '\'';
  if (quoted) ++at_;
  const std::size_t begin = at_;
  if (quoted) {
    at_ = std::min(html_.find(quote, at_), html_.size());
  } else {
    while (!done() && !is_space(peek()) && peek() != '>') ++at_;
  }
  const std::string_view value =
      std::string_view(html_).substr(begin, at_ - begin);
  if (quoted && !done()) ++at_;
  return resolve_references(value, ReferencePlace::Attribute);
}

// Comments, and what the standard takes for one: doctypes, processing
// instructions, CDATA sections, "</" before no letter.
void HtmlTokenizer::skip_comment() {
  if (!looking_at("<!--")) {
    skip_past(">");
    return;
  }
  at_ += 4;
  if (looking_at(">") || looking_at("->")) {
    skip_past(">");
    return;
  }
  // "--!>" ends a comment too.
  std::size_t end = html_.find("--", at_);
  while (end != std::string::npos) {
    std::size_t after = end + 2;
    if (after < html_.size() && html_[after] == '!') ++after;
    if (after < html_.size() && html_[after] == '>') {
      at_ = after + 1;
      return;
    }
    end = html_.find("--", end + 1);
  }
  at_ = html_.size();
}

void HtmlTokenizer::skip_past(std::string_view end) {
  const std::size_t found = html_.find(end, at_);
  at_ = found == std::string::npos ? html_.size() : found + end.size();
}

void HtmlTokenizer::skip_spaces() {
  while (is_space(peek())) ++at_;
}

std::string HtmlTokenizer::take_raw_text(std::string_view name,
                                         References references) {
  const std::size_t begin = at_;
  std::size_t end = html_.size();
  for (std::size_t i = html_.find("</", at_); i != std::string::npos;
       i = html_.find("</", i + 2)) {
    const std::size_t after = i + 2 + name.size();
    if (lowered(std::string_view(html_).substr(i + 2, name.size())) != name) {
      continue;
    }
    if (after < html_.size() && !is_space(html_[after]) &&
        html_[after] != '/' && html_[after] != '>') {
      continue;
    }
    end = i;
    break;
  }
  const std::string_view text =
      std::string_view(html_).substr(begin, end - begin);
  at_ = end;
  if (!done()) skip_past(">");
  return references == References::Resolved
             ? resolve_references(text, ReferencePlace::Content)
             : std::string(text);
}

}  // namespace broadsheet
