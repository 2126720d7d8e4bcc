// The newsletter being made: its sections and the projects it reports on. Plain data, from the
// configuration.
#pragma once

#include "core/event.h"
#include "core/feed.h"

#include <string>
#include <vector>

namespace collector {

/// A part of the section on extensions, in printing order.
struct Subsection {
  std::string name;   // "Last Call", as the changes of a list are called
  std::string empty;  // sentence printed when there is nothing; empty: the part is left out
};

/// One section of the newsletter, in printing order.
struct Section {
  std::string name;     // "clients"
  std::string heading;  // "XMPP Clients and Applications"
  std::string parent;   // heading above a group of sections: "XMPP Software News"; empty: none
  std::string empty;  // sentence printed when there is nothing; empty: the section is left out
  std::vector<Subsection> subsections;
};

/// What every issue prints while it holds: a podcast's channel, a monthly meeting.
struct StandingEntry {
  std::string section;       // its name
  std::string heading;       // above the text; announcements only
  std::string text;          // Markdown, as an editor wrote it
  std::optional<Day> until;  // printed in issues whose days begin no later; nothing: for good
};

/// How releases are told, and articles with them.
enum class ReleaseForm {
  Sentence,  // "[Name](home) has released version [1.2](release) of its client."
  Title,     // "[Name 1.2 released](release)"
};

/// What the newsletter knows of a project.
struct Project {
  std::string name;
  std::vector<std::string> aliases;
  bool everyday_name = false;  // as a word, its name speaks of other things, too
  std::string home;
  std::string section;
  std::string description;  // "an open-source XMPP client for Android"
  std::string group;        // vendor bullet
  // How a bullet begins, "{ProcessOne} has released {releases}"; may be empty. {versions} is
  // "version 1.2", {releases} "Name 1.2", {any other name} that project, each linked.
  std::string announcement;
  std::vector<std::string> repositories;  // present first, former homes after it
  std::vector<std::string> feeds;
  std::string changelog;
  Prereleases prereleases = Prereleases::Automatic;
};

}  // namespace collector
