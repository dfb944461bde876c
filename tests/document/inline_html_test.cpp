#include "document/inline_html.h"

#include "document/html_references.h"
#include "document/html_tokenizer.h"
#include "support/article.h"
#include "support/catch.h"

using namespace broadsheet;
using broadsheet::test::body_findings;
using broadsheet::test::body_html;

namespace {

std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string block_of(std::string_view html) {
  return R"({"type":"paragraph","text":{"html":)" + json_string(html) + "}}";
}

// The body's HTML for a paragraph given as `html`.
std::string shown(std::string_view html) { return body_html(block_of(html)); }

std::string resolved(std::string_view text,
                     ReferencePlace place = ReferencePlace::Content) {
  return resolve_references(text, place);
}

}  // namespace

TEST_CASE("references: HTML 4's names and every number", "[document]") {
  CHECK(resolved("&eacute;&nbsp;&laquo;&hellip;&apos;&thetasym;&Yuml;") ==
        "é\u00A0«…'ϑŸ");
  CHECK(resolved("&#233;&#xE9;&#XE9;") == "ééé");
  CHECK(resolved("&#233 x") == "é x");
  CHECK(resolved("&#xE9;g") == "ég");
  CHECK(resolved("&#128512;") == "😀");
}

TEST_CASE("references: windows-1252, surrogates, NUL and beyond",
          "[document]") {
  CHECK(resolved("&#150;&#x80;&#x92;") == "–€’");
  CHECK(resolved("&#xD800;&#0;&#x110000;&#99999999999999;") ==
        "\uFFFD\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("references: the old names do without a semicolon", "[document]") {
  CHECK(resolved("&eacutea&copy2") == "éa©2");
  CHECK(resolved("&amplt;") == "&lt;");
  CHECK(resolved("&notin;&notit;") == "∉¬it;");
  CHECK(resolved("&hellip &apos &unknown; & &; &#; &#x;") ==
        "&hellip &apos &unknown; & &; &#; &#x;");
}

TEST_CASE("references: in an attribute they leave query strings alone",
          "[document]") {
  CHECK(resolved("?a=1&copy=2&copy;&lt", ReferencePlace::Attribute) ==
        "?a=1&copy=2©<");
}

TEST_CASE("html text: marks are kept, other tags lose themselves",
          "[document]") {
  CHECK(shown("a <b>b</b> <i>c</i> <font color=red>d</font> <blink>e") ==
        "<p>a <strong>b</strong> <em>c</em> d e</p>");
  CHECK(shown("<a href=/x title=T>l</a> <abbr title='World'>W</abbr> "
              "<span lang=en>yes</span>") ==
        "<p><a href=\"/x\" title=\"T\">l</a> <abbr title=\"World\">W</abbr> "
        "<span lang=\"en\" dir=\"ltr\">yes</span></p>");
}

TEST_CASE("html text: misnested and unclosed tags read as in a browser",
          "[document]") {
  CHECK(shown("<b>a<i>b</b>c</i>d") ==
        "<p><strong>a<em>b</em></strong><em>c</em>d</p>");
  CHECK(shown("<p><b>a<p>b") ==
        "<p><strong>a</strong></p><p><strong>b</strong></p>");
  CHECK(shown("<a href=/1>a<a href=/2>b") ==
        "<p><a href=\"/1\">a</a><a href=\"/2\">b</a></p>");
  CHECK(shown("a</b></p></div>b") == "<p>a</p><p>b</p>");
}

TEST_CASE("html text: the tokenizer takes odd tags as the standard does",
          "[document]") {
  CHECK(shown("1 < 2 <3 a<b") == "<p>1 &lt; 2 &lt;3 a</p>");
  CHECK(shown("a<!-- <b>x</b> -->b<!doctype x>c<?php x ?>d</ x>e") ==
        "<p>abcde</p>");
  CHECK(shown("a<!-->b<!--->c<!-- --!>d<!-- never") == "<p>abcd</p>");
  CHECK(shown("<B/ ID=x =y>a</B foo=bar>b") == "<p><strong>a</strong>b</p>");
  CHECK(shown("<a href='/?a=1&copy=2&amp;b'>x</a>") ==
        "<p><a href=\"/?a=1&amp;copy=2&amp;b\">x</a></p>");
}

TEST_CASE("html text: what is never shown is dropped with a finding",
          "[document]") {
  for (const char* html :
       {"a<script>alert('<b>')</script>b", "a<style>p{}</style>b",
        "a<template><b>x</b><template>y</template>z</template>b",
        "a<iframe src=/x>y</iframe>b"}) {
    INFO(html);
    CHECK(shown(html) == "<p>ab</p>");
    CHECK(body_findings(block_of(html)) == "warning html-dropped /body/0/text");
  }
}

TEST_CASE("html text: a link or picture of a bad scheme keeps its text",
          "[document]") {
  CHECK(shown("<a href=' java&#10;script:x'>l</a>") == "<p>l</p>");
  CHECK(shown("<img src=javascript:x alt=Photo>") == "<p>Photo</p>");
  CHECK(body_findings(block_of("<a href=javascript:x>l</a>")) ==
        "warning html-dropped /body/0/text");
}

TEST_CASE("html blocks: each tag that makes a block", "[document]") {
  CHECK(shown("<p>a</p>\n<p>b<br>c</p>") == "<p>a</p><p>b<br>c</p>");
  CHECK(shown("<h1>a</h1><h4>b</h4>") == "<h2>a</h2><h4>b</h4>");
  CHECK(shown("<ul><li>a<li>b<ol start=3><li>c</ol></ul>d") ==
        "<ul><li>a</li><li>b<ol start=\"3\"><li>c</li></ol></li></ul><p>d</p>");
  CHECK(shown("<blockquote><p>a</p><p>b</p></blockquote>") ==
        "<figure class=\"broadsheet-quote\"><blockquote><p>a</p><p>b</p>"
        "</blockquote></figure>");
  CHECK(shown("<pre>\na\n  b</pre>") ==
        "<pre class=\"broadsheet-code\" tabindex=\"0\" dir=\"ltr\"><code>a\n  b"
        "</code></pre>");
  CHECK(shown("a<hr>b") == "<p>a</p><hr><p>b</p>");
}

TEST_CASE("html blocks: a figure keeps its caption", "[document]") {
  CHECK(shown("<figure><img src=/a.jpg alt=A width=3 height=2>"
              "<figcaption>C <b>d</b></figcaption></figure>") ==
        "<figure class=\"broadsheet-figure\"><img class=\"broadsheet-picture\" "
        "loading=\"lazy\" decoding=\"async\" src=\"/a.jpg\" alt=\"A\" "
        "width=\"3\" height=\"2\"><figcaption><bdi "
        "class=\"broadsheet-caption\">C <strong>d</strong></bdi></figcaption>"
        "</figure>");
}

TEST_CASE("html blocks: a table keeps its header cells", "[document]") {
  CHECK(shown("<table><caption>T<tr><th>a<th>b<tr><th>c<td>d</table>") ==
        "<div class=\"broadsheet-table\" tabindex=\"0\"><table><caption>T"
        "</caption><thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th>"
        "</tr></thead><tbody><tr><th scope=\"row\">c</th><td>d</td></tr>"
        "</tbody></table></div>");
}

TEST_CASE("html blocks: a player of a known provider is an embed",
          "[document]") {
  const std::string html =
      shown("<iframe src=https://www.youtube.com/embed/abc title=V></iframe>");
  CHECK(
      html.find("data-frame=\"https://www.youtube-nocookie.com/embed/abc\"") !=
      std::string::npos);
}

TEST_CASE("html blocks: nothing is lost where no block can be", "[document]") {
  CHECK(body_html(R"({"type":"heading","level":2,"text":{"html":
                      "<p>a</p><ul><li>b</ul><img src=x alt=c>"}})") ==
        "<h2>a<br>b<br>c</h2>");
  CHECK(shown("<ul><li><table><tr><td>a<td>b</table><h2>c</h2></ul>") ==
        "<ul><li>a<br>b<br>c</li></ul>");
}

TEST_CASE("html blocks: the first takes the id, all the language",
          "[document]") {
  CHECK(body_html(R"({"type":"paragraph","id":"x","lang":"en","text":{"html":
                      "<p>a<p>b"}})") ==
        "<p id=\"broadsheet-a-x\" lang=\"en\" dir=\"ltr\">a</p>"
        "<p lang=\"en\" dir=\"ltr\">b</p>");
}

TEST_CASE("html blocks: a hundred thousand levels are no more than many",
          "[document]") {
  std::string html;
  for (int i = 0; i < 100'000; ++i) html += "<ul><li><blockquote><b><table>";
  CHECK(shown(html + "x").find('x') != std::string::npos);
}

TEST_CASE("html blocks: white space is that of the text alone", "[document]") {
  CHECK(shown("\n  <p>\n  a\n  <b> b </b>  c  </p>\n") ==
        "<p>a <strong>b </strong>c</p>");
}
