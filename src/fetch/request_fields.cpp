#include "fetch/request_fields.h"

#include "fetch/transfer_options.h"

#include <string_view>

namespace collector {
namespace {

// Kinds of feeds that servers choose between. Short, for libcurl prints it byte by byte into
// each request.
constexpr const char* kAccept = "Accept: application/atom+xml,application/rss+xml,*/*;q=0.5";

}  // namespace

RequestFields::RequestFields(const Settings& settings)
    : lines_{"User-Agent: " + settings.user_agent, kAccept,
             std::string("Accept-Encoding: ") + kEncodings} {}

curl_slist* RequestFields::with(const Validators& validators) {
  std::size_t used = kStanding;
  const auto append = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) lines_[used++].assign(name).append(value);
  };
  append("If-None-Match: ", validators.etag);
  append("If-Modified-Since: ", validators.last_modified);
  for (std::size_t i = 0; i < used; ++i)
    list_[i] = {lines_[i].data(), i + 1 < used ? &list_[i + 1] : nullptr};
  return list_.data();
}

}  // namespace collector
