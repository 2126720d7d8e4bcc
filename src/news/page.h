// What kind of thing a page is, told by its address and by the words of its title.
#pragma once

#include "core/item.h"
#include "news/projects.h"
#include "news/release.h"

#include <optional>
#include <string_view>

namespace collector {

enum class PageKind {
  Page,           // nothing special
  Specification,  // an extension protocol (XEP)
  Video,          // a recording: PeerTube, YouTube, media.ccc.de, a podcast's episode
  NoNews,         // a commit, a checksum, a readme
};

PageKind page_kind(const Item& item);

/// True for a title that says a release is out: "Gajim 1.8.4", "Smack 4.4.7 released",
/// "Snikket Server - January 2024 release"; not for a question about one.
bool announces_release(std::string_view title, const std::optional<FoundVersion>& version,
                       const ProjectRegistry& projects);

/// True when the title names a meeting of people: a conference, a sprint, a meetup.
bool names_event(std::string_view title);

/// True when the title speaks of the community itself: elections, Summer of Code, the
/// protocol's birthday (a program's birthday is an article).
bool names_announcement(std::string_view title, const ProjectRegistry& projects);

}  // namespace collector
