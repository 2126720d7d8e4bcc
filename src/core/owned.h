// The one template behind every handle of a C library: std::unique_ptr at the size of a
// pointer.
#pragma once

#include <memory>

namespace collector {

/// Deleter that calls the C function `Free`, as in
/// `using EasyHandle = std::unique_ptr<CURL, Releases<curl_easy_cleanup>>;`.
template <auto Free>
struct Releases {
  template <typename T>
  void operator()(T* resource) const noexcept {
    Free(resource);
  }
};

}  // namespace collector
