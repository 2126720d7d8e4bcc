// What one document may cost. No honest feed comes near these; a hostile one stops here.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace collector {

/// Levels of elements or of JSON. XHTML inside an entry reaches about 30.
inline constexpr std::size_t kMaxDepth = 128;

/// The largest feeds known (archives of a whole blog) hold some 5,000.
inline constexpr std::size_t kMaxEntries = 50'000;

/// Of one text of one entry; a long article with its markup has about 100 KB.
inline constexpr std::size_t kMaxFieldBytes = 1024 * 1024;

/// Links, authors, categories or enclosures of one entry: each costs far more memory than the
/// bytes that announce it.
inline constexpr std::size_t kMaxListLength = 1'000;

template <typename T>
void add_within_limit(std::vector<T>& list, T element) {
  if (list.size() < kMaxListLength) list.push_back(std::move(element));
}

/// An entity declared by the document, and all its uses together.
inline constexpr std::size_t kMaxEntityBytes = 1024;
inline constexpr std::size_t kMaxExpandedBytes = 64 * 1024;

/// Warnings kept; a page of junk would otherwise bring thousands.
inline constexpr std::size_t kMaxWarnings = 20;

}  // namespace collector
