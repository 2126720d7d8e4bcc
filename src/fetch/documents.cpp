#include "fetch/documents.h"

#include "core/error.h"
#include "fetch/fetcher.h"

#include <memory>
#include <string_view>
#include <utility>

namespace collector {

void fetch_documents(const Settings& settings, std::span<const std::string> urls, UtcTime now,
                     const std::function<void(std::size_t index, Document&&)>& take) {
  Fetcher fetcher(settings, now);
  for (std::size_t index = 0; index < urls.size(); ++index) {
    auto body = std::make_shared<std::string>();
    FetchHandlers handlers;
    handlers.begin = [](const std::string&) {};
    handlers.body = [body](std::string_view bytes) { body->append(bytes); };
    handlers.end = [body, index, &take](const FetchResult& result) {
      if (result.status != FetchStatus::Fetched) body->clear();
      take(index, {result, std::move(*body)});
    };
    fetcher.add({urls[index], {}, {}}, std::move(handlers));
  }
  if (fetcher.run() == FetchEnd::Stopped) throw Error("stopped");
}

Document fetch_document(const Settings& settings, const std::string& url, UtcTime now) {
  Document document;
  const std::string urls[] = {url};
  fetch_documents(settings, urls, now,
                  [&](std::size_t, Document&& fetched) { document = std::move(fetched); });
  return document;
}

}  // namespace collector
