// The providers whose players may be framed, and at which address.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

/// A provider recognised by the URL of one of its pages.
struct Provider {
  std::string name;       // as readers know it: "YouTube"
  std::string frame_url;  // built from the parsed id, nothing else of the URL
};

/// The provider of `url` (YouTube, Vimeo, Dailymotion, X, Instagram, TikTok,
/// SoundCloud, Spotify), or nothing when the URL is not one of theirs that can
/// be framed.
std::optional<Provider> find_provider(std::string_view url);

}  // namespace broadsheet
