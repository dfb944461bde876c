// Pictures, players, embeds and slots.
#include <algorithm>
#include <cmath>

#include "render/emitter.h"

namespace broadsheet {
namespace {

// Focal points have classes in steps of a tenth, because a style attribute
// would be blocked by a strict policy.
void append_focal_class(std::string& classes, char axis, double value) {
  const long step = std::lround(value * 10);
  classes += " broadsheet-focal-";
  classes += axis;
  classes += std::to_string(step);
}

std::string image_classes(const Image& image) {
  std::string classes = "broadsheet-picture";
  if (image.focal) {
    append_focal_class(classes, 'x', image.focal->x);
    append_focal_class(classes, 'y', image.focal->y);
  }
  return classes;
}

void emit_caption(Emitter& emitter, const Text& caption, const Text& credit) {
  if (caption.empty() && credit.empty()) return;
  emitter.out.open(Tag::Figcaption);
  if (!caption.empty()) {
    emit_isolated(emitter, "broadsheet-caption", caption);
  }
  if (!credit.empty()) {
    if (!caption.empty()) emitter.out.text(" ");
    emit_isolated(emitter, "broadsheet-credit", credit);
  }
  emitter.out.close();
}

void emit_tracks(Emitter& emitter, const Media& media) {
  for (const CaptionTrack& track : media.captions) {
    emitter.out.open(Tag::Track);
    emitter.out.attribute(Attribute::Kind, "captions");
    emitter.out.attribute(Attribute::Src, track.src);
    emitter.out.optional_attribute(Attribute::Srclang, track.language);
    emitter.out.optional_attribute(Attribute::Label, track.label);
    emitter.out.close();
  }
}

// Where the publisher says nothing, of pictures in several sizes: as wide as
// the hero at most (article.css). A browser would take the whole window; the
// widget says what is painted.
std::string_view sizes_of(const Image& image) {
  if (!image.sizes.empty() || image.srcset.empty()) return image.sizes;
  return "(min-width: 45em) 45em, 100vw";
}

std::string written(const Slot::Size& size) {
  return std::to_string(size.width) + "x" + std::to_string(size.height);
}

// Keeps the room of one size: an empty drawing, since it needs no style.
void emit_reserved_space(Emitter& emitter, const Slot::Size& size) {
  emitter.out.open(Tag::Svg);
  emitter.out.attribute(Attribute::Class, "broadsheet-slot-space");
  emitter.out.pixels(Attribute::Width, size.width);
  emitter.out.pixels(Attribute::Height, size.height);
  emitter.out.attribute(Attribute::AriaHidden, "true");
  emitter.out.close();
}

}  // namespace

void emit_img(Emitter& emitter, const Image& image, ImageLoading loading) {
  CommandWriter& out = emitter.out;
  out.open(Tag::Img, image_classes(image));
  // Loading is decided before the source is known, or it comes too late.
  if (loading == ImageLoading::Eager) {
    out.attribute(Attribute::Fetchpriority, "high");
  } else {
    out.attribute(Attribute::Loading, "lazy");
  }
  out.attribute(Attribute::Decoding, "async");
  out.optional_attribute(Attribute::Sizes, sizes_of(image));
  out.optional_attribute(Attribute::Srcset, image.srcset);
  out.attribute(Attribute::Src, image.src);
  out.attribute(Attribute::Alt, image.alternative);
  out.pixels(Attribute::Width, image.width);
  out.pixels(Attribute::Height, image.height);
  out.close();
}

void emit_figure(Emitter& emitter, const Image& image, ImageLoading loading,
                 std::string_view class_name, const Block* block) {
  emitter.out.open(Tag::Figure, class_name);
  emit_block_attributes(emitter, block);
  emit_img(emitter, image, loading);
  emit_caption(emitter, image.caption, image.credit);
  emitter.out.close();
}

void emit_media(Emitter& emitter, const Media& media, const Block& block) {
  CommandWriter& out = emitter.out;
  const bool video = media.kind == Media::Kind::Video;
  out.open(Tag::Figure, video ? "broadsheet-figure broadsheet-video"
                              : "broadsheet-figure broadsheet-audio");
  emit_block_attributes(emitter, &block);
  out.open(video ? Tag::Video : Tag::Audio);
  out.attribute(Attribute::Controls, "");
  if (video) out.attribute(Attribute::Playsinline, "");
  out.attribute(Attribute::Preload,
                media.poster.empty() && video ? "metadata" : "none");
  if (video) {
    out.optional_attribute(Attribute::Poster, media.poster);
    out.pixels(Attribute::Width, media.width);
    out.pixels(Attribute::Height, media.height);
  }
  // What it is; the caption, which names the figure, says what of.
  out.attribute(
      Attribute::AriaLabel,
      emitter.strings.get(video ? StringKey::Video : StringKey::Audio));
  out.open(Tag::Source);
  out.attribute(Attribute::Src, media.src);
  out.close();
  emit_tracks(emitter, media);
  out.close();
  emit_caption(emitter, media.title, {});
  out.close();
}

void emit_embed(Emitter& emitter, const Embed& embed, const Block& block) {
  CommandWriter& out = emitter.out;
  const std::string title =
      embed.title.empty() ? embed.url : plain_text(emitter.shown(embed.title));
  out.open(Tag::Figure, "broadsheet-figure broadsheet-embed");
  emit_block_attributes(emitter, &block);
  out.optional_attribute(Attribute::DataFrame, embed.frame_url);
  out.open(Tag::A, "broadsheet-embed-link");
  out.attribute(Attribute::Href, embed.url);
  if (!embed.poster.empty()) {
    Image poster;
    poster.src = embed.poster;
    poster.width = embed.width;
    poster.height = embed.height;
    emit_img(emitter, poster, ImageLoading::Lazy);
  } else if (!embed.frame_url.empty() && embed.width > 0 && embed.height > 0) {
    emit_reserved_space(emitter, {embed.width, embed.height});
  }
  out.open(Tag::Bdi, "broadsheet-embed-title");
  out.text(title);
  out.close();
  if (!embed.provider.empty()) {
    out.text(" ");
    out.open(Tag::Bdi, "broadsheet-embed-provider");
    out.text(embed.provider);
    out.close();
  }
  out.close();
  if (!embed.frame_url.empty()) {
    out.open(Tag::Figcaption);
    out.text(fill(emitter.strings.get(StringKey::EmbedNotice),
                  {"provider", embed.provider}));
    out.close();
  }
  out.close();
}

void emit_slot(Emitter& emitter, const Slot& slot, const Block& block) {
  CommandWriter& out = emitter.out;
  std::string sizes;
  for (const Slot::Size& size : slot.sizes) {
    if (!sizes.empty()) sizes += ' ';
    sizes += written(size);
  }
  out.open(Tag::Aside, "broadsheet-slot");
  emit_block_attributes(emitter, &block);
  out.attribute(Attribute::DataSlot, slot.name);
  out.optional_attribute(Attribute::DataSizes, sizes);
  out.open(Tag::P, "broadsheet-slot-label");
  if (slot.label.empty()) {
    out.text(emitter.strings.get(StringKey::Advertisement));
  } else {
    emit_text(emitter, slot.label);
  }
  out.close();
  out.open(Tag::Div, "broadsheet-slot-content");
  if (!slot.sizes.empty()) emit_reserved_space(emitter, slot.sizes.front());
  out.close();
  out.close();
}

}  // namespace broadsheet
