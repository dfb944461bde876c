#include "document/read_media.h"

#include <cmath>
#include <utility>

#include "document/embed.h"
#include "document/read_blocks.h"

namespace broadsheet {
namespace {

using Kind = JsonValue::Kind;

constexpr int kMaximumPixels = 100'000;

int read_pixels(Fields& fields, std::string_view key) {
  return fields.integer(key, 1, kMaximumPixels, 0);
}

std::string read_srcset(Fields& fields) {
  const std::string value = fields.string("srcset");
  Srcset srcset = accept_srcset(value);
  if (srcset.refused > 0) {
    fields.report(Code::BadUrl, "srcset",
                  "expected candidates such as \"small.jpg 640w, "
                  "large.jpg 1280w\" with http, https or relative URLs; "
                  "left out: " +
                      std::to_string(srcset.refused));
  }
  return std::move(srcset.value);
}

std::optional<FocalPoint> read_focal(Fields& fields) {
  const JsonValue* value = fields.find("focal", Kind::Object);
  if (value == nullptr) return std::nullopt;
  const Place place = fields.at("focal");
  Fields focal(*value, place, fields.context());
  const auto x = focal.number("x", 0, 1);
  const auto y = focal.number("y", 0, 1);
  focal.report_unknown();
  return FocalPoint{x.value_or(0.5), y.value_or(0.5)};
}

std::string read_alternative(Fields& fields) {
  const JsonValue* alt = fields.find("alt", Kind::String);
  if (alt != nullptr) return alt->string;
  fields.report(Code::MissingAlternative, "alt",
                "expected what the picture shows, or \"\" if it is decorative");
  return {};
}

std::optional<Image> read_image_fields(Fields& fields) {
  Image image;
  image.src = fields.required_url("src", UrlUse::Media);
  image.alternative = read_alternative(fields);
  image.width = read_pixels(fields, "width");
  image.height = read_pixels(fields, "height");
  image.caption = fields.text("caption");
  image.credit = fields.text("credit");
  image.srcset = read_srcset(fields);
  image.sizes = fields.string("sizes");
  image.focal = read_focal(fields);
  if (image.src.empty()) return std::nullopt;
  return image;
}

std::vector<CaptionTrack> read_captions(Fields& fields) {
  std::vector<CaptionTrack> tracks;
  const JsonValue* list = fields.find("captions", Kind::Array);
  if (list == nullptr) return tracks;
  const Place list_place = fields.at("captions");
  for (std::size_t i = 0; i < list->elements.size(); ++i) {
    const Place place = list_place.index(i);
    const JsonValue& value = list->elements[i];
    if (value.kind != Kind::Object) {
      fields.context().diagnostics.add(Code::WrongType, place,
                                       expected("an object", value));
      continue;
    }
    Fields track(value, place, fields.context());
    CaptionTrack out;
    out.src = track.required_url("src", UrlUse::Media);
    out.language = track.language_tag();
    out.label = track.string("label");
    track.report_unknown();
    if (!out.src.empty()) tracks.push_back(std::move(out));
  }
  return tracks;
}

std::optional<Slot::Size> read_size(const JsonValue& value, const Place& place,
                                    ReadContext& context) {
  const auto is_size = [](const JsonValue& number) {
    return number.kind == Kind::Number && number.number >= 1 &&
           number.number <= kMaximumPixels &&
           std::floor(number.number) == number.number;
  };
  if (value.kind == Kind::Array && value.elements.size() == 2 &&
      is_size(value.elements[0]) && is_size(value.elements[1])) {
    return Slot::Size{static_cast<int>(value.elements[0].number),
                      static_cast<int>(value.elements[1].number)};
  }
  context.diagnostics.add(
      Code::BadValue, place,
      "expected [width, height] in CSS px, each a whole number from 1 to " +
          std::to_string(kMaximumPixels));
  return std::nullopt;
}

}  // namespace

std::optional<Image> read_image(const JsonValue& value, const Place& place,
                                ReadContext& context) {
  if (value.kind != Kind::Object) {
    context.diagnostics.add(Code::WrongType, place,
                            expected("an object, an image", value));
    return std::nullopt;
  }
  Fields fields(value, place, context);
  fields.find("type");  // An image block's own field; harmless elsewhere.
  auto image = read_image_fields(fields);
  fields.report_unknown();
  return image;
}

std::optional<BlockContent> read_image_block(Fields& fields) {
  auto image = read_image_fields(fields);
  if (!image) return std::nullopt;
  return BlockContent(*std::move(image));
}

std::optional<BlockContent> read_gallery(Fields& fields) {
  Gallery gallery;
  if (const JsonValue* images = fields.find("images", Kind::Array)) {
    const Place place = fields.at("images");
    for (std::size_t i = 0; i < images->elements.size(); ++i) {
      auto image =
          read_image(images->elements[i], place.index(i), fields.context());
      if (image) gallery.images.push_back(*std::move(image));
    }
  }
  if (gallery.images.empty()) {
    fields.report(Code::MissingField, "images", "expected at least one image");
    return std::nullopt;
  }
  return gallery;
}

std::optional<BlockContent> read_media(Fields& fields, Media::Kind kind) {
  Media media;
  media.kind = kind;
  media.src = fields.required_url("src", UrlUse::Media);
  media.poster = fields.url("poster", UrlUse::Media);
  media.title = fields.text("title");
  media.width = read_pixels(fields, "width");
  media.height = read_pixels(fields, "height");
  media.captions = read_captions(fields);
  if (media.src.empty()) return std::nullopt;
  return media;
}

std::optional<BlockContent> read_embed(Fields& fields) {
  Embed embed;
  embed.url = fields.required_url("url", UrlUse::Link);
  embed.provider = fields.string("provider");
  embed.poster = fields.url("poster", UrlUse::Media);
  embed.title = fields.text("title");
  embed.width = read_pixels(fields, "width");
  embed.height = read_pixels(fields, "height");
  if (embed.url.empty()) return std::nullopt;
  if (auto provider = find_provider(embed.url)) {
    embed.provider = std::move(provider->name);
    embed.frame_url = std::move(provider->frame_url);
  }
  return embed;
}

std::optional<BlockContent> read_slot(Fields& fields) {
  Slot slot;
  slot.name = fields.string("name");
  slot.label = fields.text("label");
  if (const JsonValue* sizes = fields.find("sizes", Kind::Array)) {
    const Place place = fields.at("sizes");
    for (std::size_t i = 0; i < sizes->elements.size(); ++i) {
      const auto size =
          read_size(sizes->elements[i], place.index(i), fields.context());
      if (size) slot.sizes.push_back(*size);
    }
  }
  if (slot.name.empty()) {
    fields.report(Code::MissingField, "name", "expected the slot's name");
    return std::nullopt;
  }
  return slot;
}

}  // namespace broadsheet
