#include "config/config.h"
#include "news/projects.h"
#include "support/catch.h"
#include "support/paths.h"

#include <algorithm>

using namespace collector;

TEST_CASE("the shipped feeds.yaml reads, and the program knows the projects it names") {
  const Config config = load_config(project_file("feeds.yaml"));
  const ProjectRegistry projects(config.projects);

  CHECK(config.feeds.size() > 100);
  CHECK(std::count_if(config.feeds.begin(), config.feeds.end(),
                      [](const FeedSource& feed) { return feed.enabled; }) > 50);
  for (const FeedSource& feed : config.feeds) {
    CAPTURE(feed.name, feed.project);
    CHECK((feed.project.empty() || projects.by_name(feed.project) != nullptr));
  }
}
