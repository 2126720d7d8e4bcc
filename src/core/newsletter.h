// The newsletter being made: its sections and the projects it reports on. Plain data, from the
// configuration.
#pragma once

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

/// What the newsletter knows of a project.
struct Project {
  std::string name;
  std::vector<std::string> aliases;
  std::string home;
  std::string section;
  std::string description;                // "an open-source XMPP client for Android"
  std::string group;                      // vendor bullet
  std::vector<std::string> repositories;  // present first, former homes after it
  std::vector<std::string> feeds;
  std::string changelog;
  Prereleases prereleases = Prereleases::Automatic;
};

}  // namespace collector
