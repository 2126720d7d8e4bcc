#include "core/downloads.h"

#include "support/catch.h"

using namespace collector;

TEST_CASE("files that only come with another one are told by their names") {
  const auto [path, side] = GENERATE(table<const char*, bool>({
      {"/heron/1.2/heron-1.2.tar.gz", false},
      {"/heron/1.2/heron-1.2.tar.gz.sha256", true},
      {"/heron/1.2/heron-1.2.tar.gz.ASC", true},
      {"/heron/1.2/SHA256.sums", true},
      {"/heron/1.2/heron.AppImage.zsync", true},
      {"/heron/README", true},
      {"/heron/readme.html", true},
      {"/heron/ChangeLog-1.2", true},
      {"/readme/heron-1.2.zip", false},
      {"/changelogger/changelogger-1.2.tar.gz", false},
      {"/Changelog-Tool-2.0-setup.exe", false},
      {"heron.txt", true},
  }));
  INFO(path);

  CHECK(is_side_file(path) == side);
}

TEST_CASE("a file of a list has its path for a title") {
  Item item;
  item.title = "/heron/heron-1.2.zip";
  item.url = "https://sourceforge.example/projects/heron/files/heron/heron-1.2.zip/download";
  CHECK(is_download(item));
  item.title = "Heron 1.2";
  CHECK_FALSE(is_download(item));
  item.title = "/heron/heron-1.2.zip";
  item.url = "https://sourceforge.example/projects/heron/";
  CHECK_FALSE(is_download(item));
}
