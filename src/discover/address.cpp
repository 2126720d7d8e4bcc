#include "discover/address.h"

#include "core/url.h"

#include <algorithm>

namespace collector {

PageAddress::PageAddress(std::string_view url) : host(bare_host(url)) {
  const UrlParts parts = split_url(url);
  site = std::string(parts.scheme) + "://" + std::string(parts.authority);
  query = parts.query;
  segments = path_segments(parts.path);
}

bool PageAddress::at(std::size_t index, std::string_view word) const {
  return index < segments.size() && segments[index] == word;
}

std::string PageAddress::segment(std::size_t index) const {
  return index < segments.size() ? segments[index] : std::string();
}

std::string PageAddress::path(std::size_t first, std::size_t last) const {
  std::string path;
  for (std::size_t index = first; index < std::min(last, segments.size()); ++index)
    path += "/" + segments[index];
  return path;
}

std::string PageAddress::parameter(std::string_view name) const {
  std::string_view rest = query;
  while (!rest.empty()) {
    const std::string_view pair = rest.substr(0, rest.find('&'));
    const std::size_t equals = std::min(pair.find('='), pair.size());
    if (pair.substr(0, equals) == name)
      return std::string(pair.substr(std::min(equals + 1, pair.size())));
    rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
  }
  return {};
}

}  // namespace collector
