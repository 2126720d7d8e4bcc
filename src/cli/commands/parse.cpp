// collector parse: the parser alone, for looking at one document or measuring thousands.
#include "cli/commands/commands.h"
#include "cli/feed_json.h"
#include "cli/options.h"
#include "cli/turns.h"
#include "core/error.h"
#include "core/owned.h"
#include "core/shown_text.h"
#include "parse/feed_reader.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <functional>
#include <future>
#include <iostream>
#include <memory>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>

namespace collector {

namespace {

struct ParseOptions {
  std::string base_url;
  std::string content_type;
  std::string format = "json";
  bool raw = false;
  std::vector<std::string> files;
};

using File = std::unique_ptr<std::FILE, Releases<std::fclose>>;

/// Hands `take` the bytes of `name`, in pieces; "-" is standard input.
void read_pieces(const std::string& name, const std::function<void(std::string_view)>& take) {
  constexpr std::size_t kPieceBytes = 64 * 1024;
  const File opened(name == "-" ? nullptr : std::fopen(name.c_str(), "rb"));
  std::FILE* file = name == "-" ? stdin : opened.get();
  if (file == nullptr) throw Error(std::string("cannot be read: ") + std::strerror(errno));
  std::setvbuf(file, nullptr, _IONBF, 0);  // the pieces are large enough
  const auto piece = std::make_unique_for_overwrite<char[]>(kPieceBytes);
  std::size_t count = 0;
  while ((count = std::fread(piece.get(), 1, kPieceBytes, file)) > 0)
    take({piece.get(), count});
  if (std::ferror(file) != 0) throw Error(std::strerror(errno));
}

std::string read_whole(const std::string& name) {
  std::string bytes;
  read_pieces(name, [&bytes](std::string_view piece) { bytes += piece; });
  return bytes;
}

bool can_be_read_again(const std::string& name) {
  std::error_code unknown;
  return name != "-" && std::filesystem::is_regular_file(name, unknown);
}

/// Entries go to `line` as they end, so that a large document needs little memory and what is
/// written of an entry still lies in the processor's cache.
RawFeed read_file(const std::string& name, const std::string& content_type, FeedLine& line) {
  FeedReader::Again again;
  if (can_be_read_again(name)) again = [&name] { return read_whole(name); };
  FeedReader reader(content_type, std::move(again));
  read_pieces(name, [&reader, &line](std::string_view piece) {
    reader.feed(piece);
    for (const RawEntry& entry : reader.take_entries())
      line.entry(entry);
  });
  RawFeed feed = reader.finish();
  if (reader.taken_are_void()) line.start_over();
  return feed;
}

/// Parses files and prints them, on several threads at a time.
class Parsing {
 public:
  explicit Parsing(const ParseOptions& options) : options_(options) {}

  ExitCode run();

 private:
  void work();
  void print_file(FeedLine& line, const std::string& file, Turn& turn);

  const ParseOptions& options_;
  const FeedJsonOptions shape_{options_.base_url,
                               options_.raw ? HtmlForm::AsGiven : HtmlForm::Sanitised};
  Turns turns_{std::cout};
  std::atomic<std::size_t> next_{0};
  std::atomic<bool> failed_{false};
};

ExitCode Parsing::run() {
  // More would cost memory: each may hold a document.
  constexpr unsigned kMostThreads = 4;
  const std::size_t threads = std::min<std::size_t>(
      {options_.files.size(), kMostThreads, std::max(std::thread::hardware_concurrency(), 1U)});
  std::vector<std::future<void>> others;
  for (std::size_t i = 1; i < threads; ++i)
    others.push_back(std::async(std::launch::async, [this] { work(); }));
  work();
  for (std::future<void>& other : others)
    other.get();
  return failed_ ? ExitCode::Failed : ExitCode::Done;
}

void Parsing::work() {
  FeedLine line(shape_);
  for (std::size_t number = next_++; number < options_.files.size(); number = next_++) {
    Turn turn(turns_, number);
    print_file(line, options_.files[number], turn);
  }
}

/// One file: what is wrong goes to standard error. Several: it takes its line among the others.
void Parsing::print_file(FeedLine& line, const std::string& file, Turn& turn) {
  try {
    const RawFeed feed = read_file(file, options_.content_type, line);
    line.print(turn.out(), file, feed);
  } catch (const Error& error) {
    failed_ = true;
    if (options_.files.size() == 1) {
      std::cerr << harmless(file + ": " + error.what()) << '\n';
    } else {
      line.print_refused(turn.out(), file, error.what());
    }
  }
}

}  // namespace

Command parse_command() {
  auto options = std::make_shared<ParseOptions>();
  Command command;
  command.name = "parse";
  command.summary = "read feeds from files and print them as JSON, one line each";
  command.declare = [options](Options& declare) {
    declare.value("--base-url", "URL", options->base_url, "where the document came from");
    declare.value("--content-type", "TYPE", options->content_type,
                  "the Content-Type it came with");
    declare.flag("--raw", options->raw, "leave HTML as it was given");
    declare.choice("--format", options->format, {"json"}, "the only one there is");
    declare.arguments("FILE", options->files, "feeds; - is standard input");
  };
  command.run = [options](Session&) { return Parsing(*options).run(); };
  return command;
}

}  // namespace collector
