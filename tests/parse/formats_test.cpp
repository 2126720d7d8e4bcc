// Pairs: every document in tests/data/formats against what is expected of it. A strange feed is
// added by adding its file; REWRITE_EXPECTED=1 writes the other one.
#include "core/error.h"
#include "parse/feed_dump.h"
#include "parse/feed_reader.h"
#include "support/catch.h"
#include "support/paths.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace collector;
namespace fs = std::filesystem;

namespace {

std::vector<fs::path> documents() {
  std::vector<fs::path> found;
  for (const auto& file : fs::directory_iterator(test_data("formats"))) {
    const auto extension = file.path().extension();
    if (extension != ".expected" && extension != ".type") found.push_back(file.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// The Content-Type of a document stands beside it, where it matters.
std::string content_type_of(fs::path document) {
  std::string type = read_file(document.replace_extension(".type"));
  while (!type.empty() && type.back() == '\n')
    type.pop_back();
  return type;
}

std::string result_of(const std::string& document, const std::string& content_type,
                      std::size_t chunk) {
  FeedReader reader(content_type);
  for (std::size_t at = 0; at < document.size(); at += chunk)
    reader.feed(std::string_view(document).substr(at, chunk));
  try {
    return dump(reader.finish());
  } catch (const ParseError& error) {
    return std::string("refused: ") + error.what() + "\n";
  }
}

}  // namespace

TEST_CASE("every document is read as is expected of it") {
  REQUIRE_FALSE(documents().empty());
  for (const fs::path& document : documents()) {
    INFO(document.filename().string());
    const std::string whole = read_file(document);
    const std::string result = result_of(whole, content_type_of(document), whole.size() + 1);
    fs::path expected = document;
    expected.replace_extension(".expected");
    if (std::getenv("REWRITE_EXPECTED") != nullptr) {
      std::ofstream(expected, std::ios::binary) << result;
    }
    CHECK(result == read_file(expected));
  }
}

TEST_CASE("the pieces in which a document comes make no difference") {
  const std::size_t chunk = GENERATE(1U, 7U, 4096U);
  for (const fs::path& document : documents()) {
    INFO(document.filename().string() << " in pieces of " << chunk);
    const std::string whole = read_file(document);
    const std::string type = content_type_of(document);

    CHECK(result_of(whole, type, chunk) == result_of(whole, type, whole.size() + 1));
  }
}
