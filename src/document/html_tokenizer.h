// HTML as tokens, by the rules of the HTML standard's tokenizer.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

struct HtmlAttribute {
  std::string name;  // in lower case
  std::string value;
};

struct HtmlToken {
  enum class Kind { Characters, StartTag, EndTag, End };
  Kind kind = Kind::End;
  std::string name;  // of a tag, in lower case
  std::string text;  // of Characters, its references resolved
  std::vector<HtmlAttribute> attributes;

  /// The value of an attribute, or nothing.
  [[nodiscard]] std::optional<std::string_view> attribute(
      std::string_view wanted) const;
  /// The same; the empty string where there is none.
  [[nodiscard]] std::string value(std::string_view wanted) const;
};

/// Cuts HTML into tokens. Total: any UTF-8 ends in End. Comments, doctypes and
/// CDATA sections give no token. NUL reads as U+FFFD, CR and CR LF as LF.
/// https://html.spec.whatwg.org/multipage/parsing.html#tokenization
class HtmlTokenizer {
 public:
  explicit HtmlTokenizer(std::string_view html);

  /// The next token; two Characters may follow one another.
  HtmlToken next();

  /// The text up to the end tag `name`, whose content is not markup, and
  /// passes that tag. Without it, all the rest. `references` says whether
  /// character references are resolved in it (RCDATA) or not (RAWTEXT).
  enum class References { Resolved, Kept };
  std::string take_raw_text(std::string_view name, References references);

 private:
  HtmlToken read_text();
  HtmlToken read_tag(HtmlToken::Kind kind);
  void read_attributes(HtmlToken& tag);
  HtmlAttribute read_attribute();
  std::string read_value();
  void skip_comment();
  void skip_past(std::string_view end);
  void skip_spaces();

  [[nodiscard]] bool done() const { return at_ >= html_.size(); }
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < html_.size() ? html_[at_ + ahead] : '\0';
  }
  [[nodiscard]] bool looking_at(std::string_view text) const {
    return std::string_view(html_).substr(at_, text.size()) == text;
  }

  std::string html_;
  std::size_t at_ = 0;
};

}  // namespace broadsheet
