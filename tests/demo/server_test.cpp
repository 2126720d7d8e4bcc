#include "demo/server.h"

#include "core/error.h"
#include "support/catch.h"
#include "support/paths.h"

#include <httplib.h>

using namespace collector;

TEST_CASE("a folder is served on loopback with the types of its feeds") {
  const FolderServer server(project_file("share/demo"));
  httplib::Client client(server.address());

  const auto atom = client.Get("/github-movim-releases.atom");
  const auto rss = client.Get("/ignite-latest.rss");

  REQUIRE(atom);
  CHECK(atom->status == 200);
  CHECK(atom->get_header_value("Content-Type") == "application/atom+xml");
  CHECK(atom->body.find("<feed") != std::string::npos);
  REQUIRE(rss);
  CHECK(rss->get_header_value("Content-Type") == "application/rss+xml");
}

TEST_CASE("nothing beside the folder is served") {
  const FolderServer server(project_file("share/demo"));
  httplib::Client client(server.address());

  CHECK(client.Get("/no-such-feed.xml")->status == 404);
  CHECK(client.Get("/../../LICENSE")->status == 404);
}

TEST_CASE("a folder that is not there is refused") {
  CHECK_THROWS_AS(FolderServer(project_file("no-such-folder")), Error);
}

TEST_CASE("a server may end as soon as it has begun") {
  for (int i = 0; i < 20; ++i)
    CHECK(FolderServer(project_file("share/demo")).address().starts_with("http://127.0.0.1:"));
}
