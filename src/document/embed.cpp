#include "document/embed.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "document/url.h"

namespace broadsheet {
namespace {

std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> out;
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::size_t end = std::min(path.find('/'), path.size());
    if (end > 0) out.push_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return out;
}

bool is_id(std::string_view text) {
  if (text.empty() || text.size() > 64) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

bool is_number(std::string_view text) {
  return is_id(text) && std::all_of(text.begin(), text.end(), [](char c) {
           return c >= '0' && c <= '9';
         });
}

std::string_view query_value(std::string_view query, std::string_view name) {
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view pair = query.substr(0, end);
    if (pair.size() > name.size() && pair[name.size()] == '=' &&
        pair.substr(0, name.size()) == name) {
      return pair.substr(name.size() + 1);
    }
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return {};
}

// A URL taken apart, and the questions that the rules below ask of it.
class Page {
 public:
  explicit Page(const HttpUrl& url)
      : url_(url), host_(url.host), segments_(segments_of(url.path)) {
    if (host_.substr(0, 4) == "www.") host_.remove_prefix(4);
    if (host_.substr(0, 2) == "m.") host_.remove_prefix(2);
  }

  [[nodiscard]] bool is_at(std::string_view host) const {
    return host_ == host;
  }
  /// The path's part at `i`, empty when it has fewer.
  [[nodiscard]] std::string_view part(std::size_t i) const {
    return i < segments_.size() ? segments_[i] : std::string_view();
  }
  [[nodiscard]] std::string_view query(std::string_view name) const {
    return query_value(url_.query, name);
  }

 private:
  const HttpUrl& url_;
  std::string_view host_;
  std::vector<std::string_view> segments_;
};

using Found = std::optional<Provider>;

Found framed(std::string_view name, std::string_view base, std::string_view id,
             std::string_view rest = {}) {
  if (!is_id(id)) return std::nullopt;
  std::string url(base);
  url += id;
  url += rest;
  return Provider{std::string(name), url};
}

Found youtube(const Page& page) {
  constexpr std::string_view kBase = "https://www.youtube-nocookie.com/embed/";
  if (page.is_at("youtu.be")) return framed("YouTube", kBase, page.part(0));
  if (!page.is_at("youtube.com") && !page.is_at("youtube-nocookie.com")) {
    return std::nullopt;
  }
  const std::string_view kind = page.part(0);
  if (kind == "watch") return framed("YouTube", kBase, page.query("v"));
  if (kind == "embed" || kind == "shorts" || kind == "live") {
    return framed("YouTube", kBase, page.part(1));
  }
  return std::nullopt;
}

Found vimeo(const Page& page) {
  constexpr std::string_view kBase = "https://player.vimeo.com/video/";
  const bool player = page.is_at("player.vimeo.com");
  if (!player && !page.is_at("vimeo.com")) return std::nullopt;
  const std::string_view id = player ? page.part(1) : page.part(0);
  if (!is_number(id)) return std::nullopt;
  return framed("Vimeo", kBase, id, "?dnt=1");
}

Found dailymotion(const Page& page) {
  constexpr std::string_view kBase =
      "https://geo.dailymotion.com/player.html?video=";
  if (page.is_at("dai.ly")) return framed("Dailymotion", kBase, page.part(0));
  if (!page.is_at("dailymotion.com") || page.part(0) != "video") {
    return std::nullopt;
  }
  return framed("Dailymotion", kBase, page.part(1));
}

Found x(const Page& page) {
  const bool here = page.is_at("x.com") || page.is_at("twitter.com");
  if (!here || page.part(1) != "status" || !is_number(page.part(2))) {
    return std::nullopt;
  }
  return framed("X",
                "https://platform.twitter.com/embed/Tweet.html?dnt=true&id=",
                page.part(2));
}

Found instagram(const Page& page) {
  const std::string_view kind = page.part(0);
  if (!page.is_at("instagram.com") ||
      (kind != "p" && kind != "reel" && kind != "tv")) {
    return std::nullopt;
  }
  return framed("Instagram", "https://www.instagram.com/p/", page.part(1),
                "/embed/");
}

Found tiktok(const Page& page) {
  if (!page.is_at("tiktok.com") || page.part(1) != "video" ||
      !is_number(page.part(2))) {
    return std::nullopt;
  }
  return framed("TikTok", "https://www.tiktok.com/embed/v2/", page.part(2));
}

Found soundcloud(const Page& page) {
  if (!page.is_at("soundcloud.com") || !is_id(page.part(0)) ||
      !is_id(page.part(1))) {
    return std::nullopt;
  }
  std::string url =
      "https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/";
  url += page.part(0);
  url += "/";
  url += page.part(1);
  return Provider{"SoundCloud", url};
}

Found spotify(const Page& page) {
  const std::string_view kind = page.part(0);
  const bool known = kind == "track" || kind == "album" || kind == "episode" ||
                     kind == "show" || kind == "playlist" || kind == "artist";
  if (!page.is_at("open.spotify.com") || !known) return std::nullopt;
  std::string base = "https://open.spotify.com/embed/";
  base += kind;
  base += '/';
  return framed("Spotify", base, page.part(1));
}

}  // namespace

std::optional<Provider> find_provider(std::string_view url) {
  const auto split = split_http_url(url);
  if (!split) return std::nullopt;
  const Page page(*split);
  for (const auto rule : {youtube, vimeo, dailymotion, x, instagram, tiktok,
                          soundcloud, spotify}) {
    if (auto found = rule(page)) return found;
  }
  return std::nullopt;
}

}  // namespace broadsheet
