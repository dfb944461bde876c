#include "document/inline_html.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "document/embed.h"
#include "document/html_blocks.h"
#include "document/html_marks.h"
#include "document/html_tokenizer.h"

namespace broadsheet {
namespace {

// Lists in lists past this depth continue the list that they are in.
constexpr std::size_t kMaximumFrames = 24;
constexpr int kMaximumPixels = 100'000;

// Elements that begin and end a paragraph, and mean nothing more here.
bool parts_paragraphs(std::string_view tag) {
  constexpr std::array<std::string_view, 31> kTags = {
      "p",       "div",      "section", "article",  "header", "footer",
      "main",    "aside",    "nav",     "address",  "center", "details",
      "summary", "fieldset", "legend",  "form",     "dl",     "dt",
      "dd",      "hgroup",   "dir",     "menu",     "body",   "html",
      "head",    "title",    "option",  "optgroup", "select", "textarea",
      "search"};
  return std::find(kTags.begin(), kTags.end(), tag) != kTags.end();
}

bool is_heading(std::string_view tag) {
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

// Content that browsers read as bare text, not as markup.
bool is_raw_text(std::string_view tag) {
  return tag == "script" || tag == "style" || tag == "iframe" || tag == "xmp" ||
         tag == "noembed" || tag == "noframes";
}

int pixels(const HtmlToken& token, std::string_view name) {
  const std::string_view text = token.attribute(name).value_or("");
  int value = 0;
  const auto result =
      std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole =
      result.ec == std::errc() && result.ptr == text.data() + text.size();
  return whole && value > 0 && value <= kMaximumPixels ? value : 0;
}

class HtmlReader {
 public:
  HtmlReader(std::string_view html, const Place& place, ReadContext& context)
      : tokenizer_(html),
        place_(place),
        context_(context),
        blocks_(context.limits.blocks -
                std::min(context.blocks, context.limits.blocks)) {}

  std::vector<Block> read() {
    for (HtmlToken token = tokenizer_.next();
         token.kind != HtmlToken::Kind::End && !blocks_.full();
         token = tokenizer_.next()) {
      take(token);
    }
    std::vector<Block> out = blocks_.take();
    context_.blocks += out.size();
    if (blocks_.full()) {
      context_.diagnostics.add(Code::LimitBlocks, place_,
                               "an article may have " +
                                   std::to_string(context_.limits.blocks) +
                                   " blocks");
    }
    return out;
  }

 private:
  void take(const HtmlToken& token) {
    // A template's content is inert, tags and all.
    if (token.name == "template") {
      if (token.kind == HtmlToken::Kind::StartTag) {
        if (template_depth_++ == 0) report_dropped("a template");
      } else if (template_depth_ > 0) {
        --template_depth_;
      }
      return;
    }
    if (token.kind == HtmlToken::Kind::StartTag && is_raw_text(token.name)) {
      take_raw_text(token);
    } else if (template_depth_ > 0) {
      return;
    } else if (token.kind == HtmlToken::Kind::Characters) {
      blocks_.text(token.text, marks_.current());
    } else if (token.kind == HtmlToken::Kind::StartTag) {
      start_tag(token);
    } else {
      end_tag(token.name);
    }
  }

  void take_raw_text(const HtmlToken& token) {
    const std::string text =
        tokenizer_.take_raw_text(token.name, HtmlTokenizer::References::Kept);
    if (template_depth_ > 0) return;
    if (token.name == "iframe") {
      add_frame(token);
    } else if (token.name == "script" || token.name == "style") {
      report_dropped(token.name == "script" ? "a script" : "a style sheet");
    } else {
      blocks_.text(text, marks_.current());
    }
  }

  void start_tag(const HtmlToken& token) {
    const std::string_view tag = token.name;
    if (HtmlMarks::is_mark(tag)) {
      if (!marks_.open(token)) {
        report_dropped("a link whose URL is not accepted");
      }
    } else if (tag == "br") {
      blocks_.line_break();
    } else if (tag == "img") {
      add_picture(token);
    } else if (tag == "hr") {
      blocks_.add(Divider{}, {});
    } else if (is_heading(tag)) {
      if (blocks_.takes_blocks()) {
        blocks_.begin_heading(tag[1] - '0');
      } else {
        blocks_.end_paragraph();
      }
    } else if (tag == "pre" || tag == "listing") {
      if (blocks_.takes_blocks()) {
        blocks_.begin_listing();
      } else {
        blocks_.end_paragraph();
      }
    } else if (tag == "textarea" || tag == "title") {
      blocks_.end_paragraph();
      blocks_.text(
          tokenizer_.take_raw_text(tag, HtmlTokenizer::References::Resolved),
          marks_.current());
      blocks_.end_paragraph();
    } else if (!open_list(token) && !open_table(token)) {
      open_container(tag);
    }
  }

  bool open_list(const HtmlToken& token) {
    const std::string_view tag = token.name;
    if (tag == "li") {
      blocks_.close(HtmlFrame::Item, HtmlFrame::List);
      if (blocks_.innermost() == HtmlFrame::List) {
        blocks_.open(HtmlFrame::Item);
      } else {
        blocks_.end_paragraph();
      }
      return true;
    }
    if (tag != "ul" && tag != "ol") return false;
    const bool in_item = blocks_.innermost() == HtmlFrame::Item;
    const bool here =
        (in_item || blocks_.takes_blocks()) && blocks_.depth() < kMaximumFrames;
    if (!here) {
      blocks_.end_paragraph();
      return true;
    }
    if (blocks_.innermost() == HtmlFrame::List) blocks_.open(HtmlFrame::Item);
    const int start = pixels(token, "start");
    blocks_.open_list(tag == "ol", start == 0 ? 1 : start);
    return true;
  }

  bool open_table(const HtmlToken& token) {
    const std::string_view tag = token.name;
    const bool in_table = blocks_.is_inside(HtmlFrame::Table);
    if (tag == "table") {
      if (!in_table && blocks_.takes_blocks()) {
        blocks_.open(HtmlFrame::Table);
      } else {
        blocks_.end_paragraph();
      }
      return true;
    }
    const bool part = tag == "tr" || tag == "td" || tag == "th" ||
                      tag == "caption" || tag == "thead" || tag == "tbody" ||
                      tag == "tfoot";
    if (!part) return false;
    blocks_.end_paragraph();
    if (!in_table) return true;
    if (tag == "td" || tag == "th") {
      blocks_.close(HtmlFrame::Cell, HtmlFrame::Table);
      if (blocks_.innermost() == HtmlFrame::Table) blocks_.open(HtmlFrame::Row);
      if (blocks_.innermost() == HtmlFrame::Row) {
        blocks_.open_cell(tag == "th");
      }
      return true;
    }
    blocks_.close(HtmlFrame::Row, HtmlFrame::Table);
    blocks_.close(HtmlFrame::Caption, HtmlFrame::Table);
    if (blocks_.innermost() != HtmlFrame::Table) return true;
    if (tag == "tr") blocks_.open(HtmlFrame::Row);
    if (tag == "caption") blocks_.open(HtmlFrame::Caption);
    return true;
  }

  void open_container(std::string_view tag) {
    if (tag == "blockquote" || tag == "figure") {
      const HtmlFrame kind =
          tag == "figure" ? HtmlFrame::Figure : HtmlFrame::Quote;
      if (blocks_.takes_blocks() && !blocks_.is_inside(kind)) {
        blocks_.open(kind);
      } else {
        blocks_.end_paragraph();
      }
    } else if (tag == "figcaption") {
      if (blocks_.innermost() == HtmlFrame::Figure) {
        blocks_.open(HtmlFrame::Caption);
      } else {
        blocks_.end_paragraph();
      }
    } else if (parts_paragraphs(tag)) {
      blocks_.end_paragraph();
    }
  }

  void end_tag(std::string_view tag) {
    if (HtmlMarks::is_mark(tag)) {
      marks_.close(tag);
    } else if (tag == "br") {
      blocks_.line_break();  // "</br>" is one, says the standard.
    } else if (tag == "pre" || tag == "listing") {
      blocks_.end_paragraph();
      blocks_.preserve_space(false);
    } else if (tag == "li") {
      blocks_.close(HtmlFrame::Item, HtmlFrame::List);
    } else if (tag == "ul" || tag == "ol") {
      blocks_.close(HtmlFrame::List, HtmlFrame::Cell);
    } else if (tag == "blockquote") {
      blocks_.close(HtmlFrame::Quote);
    } else if (tag == "figure") {
      blocks_.close(HtmlFrame::Figure);
    } else if (tag == "figcaption") {
      blocks_.close(HtmlFrame::Caption, HtmlFrame::Figure);
    } else if (tag == "caption") {
      blocks_.close(HtmlFrame::Caption, HtmlFrame::Table);
    } else if (tag == "td" || tag == "th") {
      blocks_.close(HtmlFrame::Cell, HtmlFrame::Table);
    } else if (tag == "tr") {
      blocks_.close(HtmlFrame::Row, HtmlFrame::Table);
    } else if (tag == "table") {
      blocks_.close(HtmlFrame::Table);
    } else if (parts_paragraphs(tag) || is_heading(tag)) {
      blocks_.end_paragraph();
    }
  }

  void add_picture(const HtmlToken& token) {
    Image image;
    image.alternative = token.value("alt");
    const auto src = accept_url(token.value("src"), UrlUse::Media);
    if (!src) {
      report_dropped("a picture whose URL is not accepted");
      blocks_.text(image.alternative, marks_.current());
      return;
    }
    image.src = *src;
    image.width = pixels(token, "width");
    image.height = pixels(token, "height");
    image.srcset = accept_srcset(token.value("srcset")).value;
    image.sizes = token.value("sizes");
    const std::string instead = image.alternative;
    blocks_.add(std::move(image), instead);
  }

  // A player of a known provider becomes an embed, loaded on a click.
  void add_frame(const HtmlToken& token) {
    const std::string src = token.value("src");
    const auto provider = find_provider(src);
    if (!provider) {
      report_dropped("a frame");
      return;
    }
    Embed embed;
    embed.provider = provider->name;
    embed.frame_url = provider->frame_url;
    embed.url = accept_url(src, UrlUse::Link).value_or(provider->frame_url);
    embed.width = pixels(token, "width");
    embed.height = pixels(token, "height");
    const std::string title = token.value("title");
    if (!title.empty()) {
      embed.title.push_back({Inline::Kind::Text, title, {}});
    }
    blocks_.add(std::move(embed), title);
  }

  void report_dropped(std::string_view what) {
    context_.diagnostics.add(Code::HtmlDropped, place_,
                             std::string(what) + " is not shown");
  }

  HtmlTokenizer tokenizer_;
  const Place& place_;
  ReadContext& context_;
  HtmlBlocks blocks_;
  HtmlMarks marks_;
  int template_depth_ = 0;
};

}  // namespace

std::vector<Block> read_html_blocks(std::string_view html, const Place& place,
                                    ReadContext& context) {
  return HtmlReader(html, place, context).read();
}

}  // namespace broadsheet
