// collector parse: the parser alone, for looking at one document or measuring thousands.
#include "cli/commands/commands.h"
#include "cli/feed_json.h"
#include "cli/options.h"
#include "core/error.h"
#include "core/owned.h"
#include "parse/feed_reader.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <memory>
#include <system_error>

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

constexpr std::size_t kPieceBytes = 64 * 1024;

void pump(std::FILE* from, FeedReader& reader) {
  static std::array<char, kPieceBytes> piece;
  std::size_t count = 0;
  while ((count = std::fread(piece.data(), 1, piece.size(), from)) > 0)
    reader.feed({piece.data(), count});
  if (std::ferror(from) != 0) throw Error(std::strerror(errno));
}

RawFeed read_file(const std::string& name, const std::string& content_type) {
  FeedReader reader(content_type);
  if (name == "-") {
    pump(stdin, reader);
    return reader.finish();
  }
  const File file(std::fopen(name.c_str(), "rb"));
  if (file == nullptr) throw Error(std::string("cannot be read: ") + std::strerror(errno));
  std::setvbuf(file.get(), nullptr, _IONBF, 0);  // the pieces are large enough
  std::error_code no_size;                       // of a pipe, say
  const auto size = std::filesystem::file_size(name, no_size);
  if (!no_size) reader.expect(size);
  pump(file.get(), reader);
  return reader.finish();
}

/// One file: what is wrong goes to standard error. Several: it takes its line among the others.
ExitCode parse_files(const ParseOptions& options) {
  const FeedJsonOptions shape{options.base_url,
                              options.raw ? HtmlForm::AsGiven : HtmlForm::Sanitised};
  JsonWriter json(std::cout);
  ExitCode code = ExitCode::Done;
  for (const std::string& file : options.files) {
    try {
      print_feed(json, file, read_file(file, options.content_type), shape);
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
