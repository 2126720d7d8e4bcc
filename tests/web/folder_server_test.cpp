#include "web/folder_server.h"

#include "core/error.h"
#include "fetch/documents.h"
#include "support/catch.h"
#include "support/paths.h"

using namespace collector;

namespace {

Document get(const FolderServer& server, const std::string& path) {
  Settings settings;
  settings.allow_private_addresses = true;
  return fetch_document(settings, server.address() + path, UtcTime{});
}

}  // namespace

TEST_CASE("a folder is served on loopback with the types of its feeds", "[folder_server]") {
  const FolderServer server(project_file("share/demo"));

  const Document atom = get(server, "/github-movim-releases.atom");
  const Document rss = get(server, "/ignite-latest.rss");

  CHECK(atom.result.http_status == 200);
  CHECK(atom.result.content_type == "application/atom+xml");
  CHECK(atom.body.find("<feed") != std::string::npos);
  CHECK(rss.result.content_type == "application/rss+xml");
}

TEST_CASE("nothing beside the folder is served", "[folder_server]") {
  const FolderServer server(project_file("share/demo"));

  CHECK(get(server, "/no-such-feed.xml").result.http_status == 404);
  CHECK(get(server, "/").result.http_status == 404);
  CHECK(get(server, "/..%2f..%2fLICENSE").result.http_status == 404);
  CHECK(get(server, "/%2e%2e").result.http_status == 404);
}

TEST_CASE("a folder that is not there is refused", "[folder_server]") {
  CHECK_THROWS_AS(FolderServer(project_file("no-such-folder")), Error);
}

TEST_CASE("a server may end as soon as it has begun", "[folder_server]") {
  for (int i = 0; i < 20; ++i)
    CHECK(FolderServer(project_file("share/demo")).address().starts_with("http://127.0.0.1:"));
}
