#include "document/embed.h"

#include "support/catch.h"

using namespace broadsheet;

namespace {

std::string frame(std::string_view url) {
  const auto found = find_provider(url);
  return found ? found->name + " " + found->frame_url : "none";
}

}  // namespace

TEST_CASE("embed: pages of known providers are framed by their id",
          "[document]") {
  CHECK(frame("https://www.youtube.com/watch?t=1&v=dQw4w9WgXcQ") ==
        "YouTube https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ");
  CHECK(frame("https://youtu.be/dQw4w9WgXcQ?si=x") ==
        "YouTube https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ");
  CHECK(frame("https://vimeo.com/76979871") ==
        "Vimeo https://player.vimeo.com/video/76979871?dnt=1");
  CHECK(frame("https://www.dailymotion.com/video/x8abc") ==
        "Dailymotion https://geo.dailymotion.com/player.html?video=x8abc");
  CHECK(frame("https://twitter.com/a/status/20") ==
        "X https://platform.twitter.com/embed/Tweet.html?dnt=true&id=20");
  CHECK(frame("https://www.instagram.com/reel/Cabc_1/") ==
        "Instagram https://www.instagram.com/p/Cabc_1/embed/");
  CHECK(frame("https://www.tiktok.com/@a/video/71234") ==
        "TikTok https://www.tiktok.com/embed/v2/71234");
  CHECK(frame("https://soundcloud.com/artist/track-1") ==
        "SoundCloud https://w.soundcloud.com/player/?url=https%3A//"
        "soundcloud.com/artist/track-1");
  CHECK(frame("https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk") ==
        "Spotify https://open.spotify.com/embed/episode/"
        "4rOoJ6Egrf8K2IrywzwOMk");
}

TEST_CASE("embed: nothing else is framed", "[document]") {
  for (const char* url :
       {"https://example.com/watch?v=abc", "https://youtube.com.evil.example/",
        "https://www.youtube.com/watch?v=a%22onload",
        "https://youtu.be/a/../b?", "javascript:alert(1)",
        "https://youtube.com@evil.example/watch?v=a",
        "https://www.youtube.com/watch", "https://vimeo.com/abc",
        "https://soundcloud.com/a%2e/b"}) {
    INFO(url);
    const std::string result = frame(url);
    CHECK((result == "none" ||
           result == "YouTube https://www.youtube-nocookie.com/embed/a"));
  }
}
