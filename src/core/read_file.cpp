#include "core/read_file.h"

#include "core/error.h"
#include "core/owned.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

namespace collector {

namespace {

using OpenFile = std::unique_ptr<std::FILE, Releases<std::fclose>>;

[[noreturn]] void fail(const std::string& file) {
  throw Error(file + ": " + std::generic_category().message(errno));
}

std::optional<std::string> read_if_there(const std::string& file) {
  // No stream: a directory can be opened, and a stream says nothing of why it cannot be read.
  const OpenFile opened{std::fopen(file.c_str(), "rb")};
  if (!opened && errno == ENOENT) return std::nullopt;
  if (!opened) fail(file);
  std::string text;
  std::array<char, BUFSIZ> piece{};
  while (const std::size_t size = std::fread(piece.data(), 1, piece.size(), opened.get()))
    text.append(piece.data(), size);
  if (std::ferror(opened.get()) != 0) fail(file);
  return text;
}

std::string required(const std::string& file, std::optional<std::string> text) {
  if (!text) throw Error(file + ": there is no such file");
  return *std::move(text);
}

}  // namespace

std::string read_file(const std::string& file) {
  return required(file, read_if_there(file));
}

std::string read_text(const std::string& file) {
  return required(file, read_text_if_there(file));
}

std::optional<std::string> read_text_if_there(const std::string& file) {
  std::optional<std::string> text = read_if_there(file);
  if (text && text->find('\0') != std::string::npos)
    throw Error(file + ": is no text in UTF-8; name another file");
  return text;
}

}  // namespace collector
