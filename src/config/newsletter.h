#pragma once

#include "core/feed.h"
#include "core/newsletter.h"
#include "core/wording.h"

#include <string>
#include <vector>

namespace collector {

/// `newsletter:` of feeds.yaml, on top of its preset.
struct Newsletter {
  std::string preset = "xmpp";  // the name; "none": nothing of the program's own is in it
  std::string title;
  std::vector<std::string> topic;  // words that speak of the newsletter's matters
  std::string timezone = "UTC";
  std::string language = "en";  // BCP 47: what it is written in
  int grace_days = 5;
  std::string site;  // "https://xmpp.org": links below it are printed as paths; empty: none are
  int events_horizon = 120;  // days after the issue's own of which events are printed
  ReleaseForm releases = ReleaseForm::Sentence;
  Wording wording;
  std::vector<Section> sections;
  std::vector<StandingEntry> standing;
  std::vector<Rule> rules;
};

}  // namespace collector
