// What kind of thing a page is, told by its address.
#pragma once

#include "core/version.h"
#include "news/forge.h"

#include <optional>
#include <string_view>

namespace collector {

enum class PageKind {
  Page,           // nothing special
  Specification,  // an extension protocol (XEP)
  Video,          // a recording: PeerTube, YouTube, media.ccc.de, a podcast's episode
  NoNews,         // a commit, a build whose tag moves on, a checksum, a readme
};

/// `forge` is what `url` says of a forge, if anything, and `in_title` the version that the
/// page's title tells.
PageKind page_kind(std::string_view url, const std::optional<ForgeUrl>& forge,
                   const std::optional<FoundVersion>& in_title = {});

}  // namespace collector
