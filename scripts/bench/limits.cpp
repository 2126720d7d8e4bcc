// What the libraries need for the least that must be done, for the program to be measured by:
//   limits start              loads and sets up libcurl, libxml2 and SQLite
//   limits xml FILE...        walks through the XML with handlers that do nothing
//   limits insert DB ITEMS    puts ITEMS rows of 3.2 KB into one table, durably, 1,920 at a time
#include <curl/curl.h>
#include <libxml/parser.h>
#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::size_t kPiece = 16 * 1024;
constexpr int kRowsOfBatch = 1920;  // as many as store_bench saves at once
constexpr int kTextOfRow = 3200;

int start() {
  curl_global_init(CURL_GLOBAL_DEFAULT);
  xmlInitParser();
  sqlite3_initialize();
  return 0;
}

bool walk_through(const char* file) {
  xmlSAXHandler handlers{};
  handlers.initialized = XML_SAX2_MAGIC;
  xmlParserCtxt* parser = xmlCreatePushParserCtxt(&handlers, nullptr, nullptr, 0, nullptr);
  std::ifstream in(file, std::ios::binary);
  std::vector<char> piece(kPiece);
  while (in.read(piece.data(), static_cast<std::streamsize>(kPiece)), in.gcount() > 0)
    xmlParseChunk(parser, piece.data(), static_cast<int>(in.gcount()), 0);
  const bool well_formed = xmlParseChunk(parser, nullptr, 0, 1) == 0;
  xmlFreeParserCtxt(parser);
  return well_formed;
}

void check(sqlite3* database, int result) {
  if (result == SQLITE_OK || result == SQLITE_DONE) return;
  std::fprintf(stderr, "limits: %s\n", sqlite3_errmsg(database));
  std::exit(1);
}

int insert(const char* file, int items) {
  sqlite3* database = nullptr;
  check(nullptr, sqlite3_open(file, &database));
  const auto run = [database](const char* sql) {
    check(database, sqlite3_exec(database, sql, nullptr, nullptr, nullptr));
  };
  run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
      "CREATE TABLE item(id INTEGER PRIMARY KEY, feed INTEGER, key TEXT, text TEXT, UNIQUE(feed, key)) STRICT");
  sqlite3_stmt* row = nullptr;
  check(database, sqlite3_prepare_v2(database, "INSERT INTO item(feed, key, text) VALUES(?, ?, ?)", -1, &row, nullptr));
  const std::string text(kTextOfRow, 'x');
  for (int done = 0; done < items; ++done) {
    if (done % kRowsOfBatch == 0) run(done == 0 ? "BEGIN IMMEDIATE" : "COMMIT; BEGIN IMMEDIATE");
    const std::string key = "tag:example.org,2008:Repository/" + std::to_string(done);
    sqlite3_bind_int(row, 1, done / 30);
    sqlite3_bind_text(row, 2, key.data(), static_cast<int>(key.size()), SQLITE_STATIC);
    sqlite3_bind_text(row, 3, text.data(), kTextOfRow, SQLITE_STATIC);
    check(database, sqlite3_step(row));
    sqlite3_reset(row);
  }
  run("COMMIT");
  sqlite3_finalize(row);
  return sqlite3_close(database);
}

}  // namespace

int main(int argc, char** argv) {
  const std::span<char*> arguments(argv, static_cast<std::size_t>(argc));
  const std::string_view what = argc > 1 ? arguments[1] : "";
  if (what == "start") return start();
  if (what == "insert" && argc == 4) return insert(arguments[2], std::atoi(arguments[3]));
  if (what != "xml") {
    std::fprintf(stderr, "usage: limits start | xml FILE... | insert DB ITEMS\n");
    return 2;
  }
  bool well_formed = true;
  for (const char* file : arguments.subspan(2))
    well_formed = walk_through(file) && well_formed;
  return well_formed ? 0 : 1;
}
