// collector parse: the parser alone, for looking at one document or measuring thousands.
#include "cli/commands/commands.h"
#include "cli/feed_json.h"
#include "cli/options.h"
#include "core/error.h"
#include "core/owned.h"
#include "parse/feed_reader.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string_view>
#include <system_error>
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

/// One file after the other in the same memory: to get fresh memory from the system costs more
/// than to read a file does.
class FileBytes {
 public:
  /// Valid until the next call. "-" is standard input. Throws Error.
  std::string_view read(const std::string& name);

 private:
  std::string_view read_all(std::FILE* file);
  void grow(std::size_t capacity);

  std::unique_ptr<char[]> bytes_;
  std::size_t capacity_ = 0;
  std::size_t used_ = 0;
};

std::string_view FileBytes::read(const std::string& name) {
  used_ = 0;
  if (name == "-") return read_all(stdin);
  const File file(std::fopen(name.c_str(), "rb"));
  if (file == nullptr) throw Error(std::string("cannot be read: ") + std::strerror(errno));
  std::setvbuf(file.get(), nullptr, _IONBF, 0);            // the pieces are large enough
  constexpr std::size_t kMostBelieved = 64 * 1024 * 1024;  // a file with holes may say anything
  std::error_code no_size;                                 // of a pipe, say
  const auto size = std::filesystem::file_size(name, no_size);
  if (!no_size && size < kMostBelieved) grow(static_cast<std::size_t>(size) + 1);
  return read_all(file.get());
}

std::string_view FileBytes::read_all(std::FILE* file) {
  constexpr std::size_t kLeast = 64 * 1024;
  std::size_t count = 0;
  do {
    if (used_ == capacity_) grow(std::max(kLeast, 2 * capacity_));
    count = std::fread(bytes_.get() + used_, 1, capacity_ - used_, file);
    used_ += count;
  } while (count > 0);
  if (std::ferror(file) != 0) throw Error(std::strerror(errno));
  return {bytes_.get(), used_};
}

void FileBytes::grow(std::size_t capacity) {
  if (capacity <= capacity_) return;
  auto larger = std::make_unique_for_overwrite<char[]>(capacity);
  std::copy_n(bytes_.get(), used_, larger.get());
  bytes_ = std::move(larger);
  capacity_ = capacity;
}

/// One file: what is wrong goes to standard error. Several: it takes its line among the others.
ExitCode parse_files(const ParseOptions& options) {
  const FeedJsonOptions shape{options.base_url,
                              options.raw ? HtmlForm::AsGiven : HtmlForm::Sanitised};
  JsonWriter json(std::cout);
  FileBytes bytes;
  ExitCode code = ExitCode::Done;
  for (const std::string& file : options.files) {
    try {
      print_feed(json, file, read_feed(bytes.read(file), options.content_type), shape);
    } catch (const Error& error) {
      code = ExitCode::Failed;
      if (options.files.size() == 1) {
        std::cerr << file << ": " << error.what() << '\n';
      } else {
        print_refused(json, file, error.what());
      }
    }
  }
  return code;
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
  command.run = [options](Session&) { return parse_files(*options); };
  return command;
}

}  // namespace collector
