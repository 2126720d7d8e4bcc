#include "update/packed_feed.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <vector>

namespace collector {

namespace {

template <typename T>
concept Plain = std::is_trivially_copyable_v<T>;

/// Hands every member to `archive`, in one order for both ways. A member more or less does not
/// compile.
template <typename Archive, typename Source>
void pass_source(Archive& archive, Source& source) {
  auto& [name, url, section, group, project, language, home, include, exclude, interval,
         enabled, prereleases, priority, rules] = source;
  archive(url, name, section, group, project, language, home, include, exclude, interval,
          enabled, prereleases, priority, rules);
}

template <typename Archive, typename T>
void pass_rule(Archive& archive, T& rule) {
  auto& [title, url, category, section] = rule;
  archive(title, url, category, section);
}

/// The two addresses come first: first_address() looks for them there.
template <typename Archive, typename Feed>
void pass_feed(Archive& archive, Feed& feed) {
  auto& [source, validators, moved_to] = feed;
  auto& [etag, last_modified] = validators;
  archive(moved_to);
  pass_source(archive, source);
  archive(etag, last_modified);
}

class Packer {
 public:
  explicit Packer(std::string& bytes) : bytes_(bytes) {}

  template <typename... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }

 private:
  /// Seven bits a byte, the lowest first; the last byte has its top bit clear (LEB128).
  void put_size(std::size_t size) {
    for (; size >= 0x80; size >>= 7)
      bytes_ += static_cast<char>(size | 0x80);
    bytes_ += static_cast<char>(size);
  }

  void put(const std::string& text) {
    put_size(text.size());
    bytes_ += text;
  }

  void put(const Rule& rule) { pass_rule(*this, rule); }

  template <typename T>
  void put(const std::vector<T>& values) {
    put_size(values.size());
    for (const T& value : values)
      put(value);
  }

  void put(const Plain auto& value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }

  std::string& bytes_;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

  template <typename... T>
  void operator()(T&... values) {
    (get(values), ...);
  }

  /// A text where it stands.
  std::string_view next_text() { return take(get_size()); }

 private:
  std::string_view take(std::size_t size) {
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }

  std::size_t get_size() {
    std::size_t size = 0;
    for (int shift = 0;; shift += 7) {
      const auto byte = static_cast<unsigned char>(take(1).front());
      size |= static_cast<std::size_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return size;
    }
  }

  void get(std::string& text) { text = next_text(); }

  void get(Rule& rule) { pass_rule(*this, rule); }

  template <typename T>
  void get(std::vector<T>& values) {
    values.resize(get_size());
    for (T& value : values)
      get(value);
  }

  void get(Plain auto& value) { std::memcpy(&value, take(sizeof value).data(), sizeof value); }

  std::string_view bytes_;
};

}  // namespace

void pack(const WantedFeed& feed, std::string& bytes) {
  Packer packer(bytes);
  pass_feed(packer, feed);
}

WantedFeed unpack(std::string_view packed) {
  WantedFeed feed;
  Unpacker unpacker(packed);
  pass_feed(unpacker, feed);
  return feed;
}

std::string_view first_address(std::string_view packed) {
  Unpacker unpacker(packed);
  const std::string_view moved_to = unpacker.next_text();
  return moved_to.empty() ? unpacker.next_text() : moved_to;
}

}  // namespace collector
