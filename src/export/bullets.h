// A piece of news in the newsletter's phrasing. What is not known is left out, not invented.
#pragma once

#include "config/newsletter.h"
#include "export/titles.h"
#include "news/projects.h"
#include "news/stories.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace collector {

struct Config;
struct ReleaseLink;

/// Where an entry will stand.
struct BulletPlace {
  std::string section;
  std::string group;  // the vendor's bullet; empty: none
};

/// Writes entries as one-line Markdown, without the bullet.
class Bullets {
 public:
  /// Both must outlive this.
  Bullets(const Config& config, const ProjectRegistry& projects);

  /// A reviewer's text where there is one; else "[Name](home) has released version
  /// [1.2](release) of its client.",
  /// "[name](home), a library, version [1.2](release) has been released." or
  /// "[Title](url), by [Author](page) for the [Blog](home). [FR]", whichever fits the news and
  /// its section.
  [[nodiscard]] std::string entry(const ProjectNews& news, const BulletPlace& place) const;

  /// The paragraph below an announcement's heading.
  [[nodiscard]] std::string announcement(const Story& story) const;

  /// "[JMP](home):", the bullet that a vendor's entries are nested under; "JMP:" where news is
  /// told by titles.
  [[nodiscard]] std::string group(const std::string& name) const;

 private:
  [[nodiscard]] const Wording& wording() const { return newsletter_.wording; }

  /// `words` as a sentence behind another one.
  [[nodiscard]] std::string next_sentence(const std::string& words) const;

  [[nodiscard]] std::string link(std::string_view text, std::string_view url) const;
  [[nodiscard]] std::string project_link(const std::string& name) const;
  [[nodiscard]] std::string repository_link(const ProjectNews& news) const;
  [[nodiscard]] std::string version_link(const ReleaseLink& told,
                                         const std::string& opening) const;
  [[nodiscard]] std::string releases(const ProjectNews& news, const std::string& opening) const;
  [[nodiscard]] std::string version_links(const ProjectNews& news) const;
  [[nodiscard]] std::string titled_release(const ProjectNews& news) const;
  [[nodiscard]] std::string announced(const Project& project, const ProjectNews& news) const;
  [[nodiscard]] std::string release(const ProjectNews& news, const BulletPlace& place) const;
  [[nodiscard]] std::string article(const Story& story, const BulletPlace& place) const;
  [[nodiscard]] std::string blog_link(const std::string& feed) const;
  [[nodiscard]] std::string byline(const Item& item, const BulletPlace& place) const;
  [[nodiscard]] std::string details(const ProjectNews& news) const;
  [[nodiscard]] std::string other_sources(const ProjectNews& news) const;

  const Newsletter& newsletter_;
  const ProjectRegistry& projects_;
  std::unordered_map<std::string_view, std::string_view> homes_;  // of feeds, by name
};

}  // namespace collector
