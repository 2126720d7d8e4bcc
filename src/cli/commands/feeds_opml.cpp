#include "cli/commands/feeds.h"
#include "cli/follow.h"
#include "cli/options.h"
#include "cli/output_file.h"
#include "config/config.h"
#include "config/newsletter.h"
#include "core/canonical_url.h"
#include "core/credentials.h"
#include "core/newsletter.h"
#include "core/read_file.h"
#include "core/shown_text.h"
#include "core/text.h"
#include "core/url.h"
#include "fetch/web_url.h"
#include "opml/opml.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <iterator>
#include <set>

namespace collector {

namespace {

struct ImportAsked {
  std::string file;
};

struct ExportAsked {
  std::string output;
};

void declare_import(ImportAsked& asked, Options& options) {
  options.argument("FILE", asked.file, "an OPML file; - is standard input");
}

void declare_export(ExportAsked& asked, Options& options) {
  options.value("--output", "FILE", asked.output, "write to FILE");
}

/// By name or heading, in any case.
const Section* section_called(const std::string& folder, const std::vector<Section>& sections) {
  const std::string wanted = lower(folder);
  const auto found = std::find_if(sections.begin(), sections.end(), [&](const Section& known) {
    return lower(known.name) == wanted || lower(known.heading) == wanted;
  });
  return found == sections.end() ? nullptr : &*found;
}

/// A folder that is a section says what the feed's items are, one below it whose bullet they go
/// under; all others are kept as a remark.
NewFeed to_new_feed(const OpmlFeed& listed, const Newsletter& newsletter) {
  NewFeed feed;
  feed.source.url = with_encoded_spaces(listed.url);
  feed.source.name = listed.title.empty() ? host_of(feed.source.url) : listed.title;
  feed.source.language = listed.language;
  std::string others;
  for (const std::string& folder : listed.folders) {
    const Section* section = section_called(folder, newsletter.sections);
    if (section != nullptr && feed.source.section.empty()) {
      feed.source.section = section->name;
    } else if (!feed.source.section.empty() && feed.source.group.empty()) {
      feed.source.group = folder;
    } else {
      others += (others.empty() ? "" : " / ") + folder;
    }
  }
  if (!others.empty()) feed.remark = "folder: " + others;
  return feed;
}

std::string text_of(const std::string& path) {
  if (path == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
  return read_file(path);
}

struct Sorted {
  std::vector<NewFeed> fresh;
  std::size_t known = 0;
  std::vector<std::string> unusable;  // addresses that are none of the web
};

/// Only what feeds.yaml takes: one that it refuses would refuse all of them.
bool is_usable(const std::string& url) {
  return wanted_address(with_encoded_spaces(url)).empty() && parse_web_url(url);
}

Sorted sort_out(const std::vector<OpmlFeed>& listed, const Config& config) {
  Sorted sorted;
  std::set<std::string> seen;
  for (const OpmlFeed& feed : listed) {
    if (!is_usable(feed.url)) {
      sorted.unusable.push_back(feed.url);
    } else if (follower_of(config, feed.url) != nullptr ||
               !seen.insert(canonical_url(feed.url)).second) {
      ++sorted.known;
    } else {
      sorted.fresh.push_back(to_new_feed(feed, config.newsletter));
    }
  }
  return sorted;
}

ExitCode import(const ImportAsked& asked, Session& session) {
  const std::string path = config_to_edit(session).path;
  const std::string name = asked.file == "-" ? "standard input" : asked.file;
  const std::vector<OpmlFeed> listed = read_opml(text_of(asked.file), name);
  ConfigFile file(path);
  Sorted sorted = sort_out(listed, file.config());
  follow(file, sorted.fresh);
  for (const std::string& url : sorted.unusable)
    std::cerr << harmless(name + ": \"" + mask_credentials(url) +
                          "\" is no address of the web; left out")
              << '\n';
  session.tell(fmt::format("{}: {} feeds added, {} known already", path, sorted.fresh.size(),
                           sorted.known));
  return ExitCode::Done;
}

/// Without user and password: lists of feeds are shown around.
OpmlFeed to_opml(const FeedSource& feed, const Newsletter& newsletter) {
  const auto url = parse_web_url(feed.url);
  const bool secret = url && !(url->user.empty() && url->password.empty());
  OpmlFeed listed{feed.name, secret ? url->text : feed.url, {}, feed.language, {}};
  for (const Section& section : newsletter.sections) {
    if (section.name == feed.section)
      listed.folders.push_back(section.heading.empty() ? section.name : section.heading);
  }
  if (!listed.folders.empty() && !feed.group.empty()) listed.folders.push_back(feed.group);
  return listed;
}

ExitCode export_list(const ExportAsked& asked, Session& session) {
  const Config& config = session.config();
  std::vector<OpmlFeed> feeds;
  for (const FeedSource& feed : config.feeds) {
    if (feed.enabled) feeds.push_back(to_opml(feed, config.newsletter));
  }
  const std::string& title = config.newsletter.title;
  const std::string text = write_opml(title.empty() ? "Feeds" : title, feeds);
  if (asked.output.empty()) {
    std::cout << text;
  } else {
    renew_output(asked.output, text, "<opml");
  }
  return ExitCode::Done;
}

}  // namespace

Command feeds_import_command() {
  return command(
      "import", "add the feeds of an OPML file to feeds.yaml",
      "Folders that are called like a section become the feed's section, those below them its\n"
      "group; others are kept as a comment. A feed that is followed already is not added "
      "again,\n"
      "and the file's own comments stay.",
      declare_import, import);
}

Command feeds_export_command() {
  return command("export", "the feeds as OPML, for readers",
                 "Feeds that are switched off are left out, and so are passwords.",
                 declare_export, export_list);
}

}  // namespace collector
