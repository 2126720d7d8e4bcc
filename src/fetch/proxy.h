// The proxies that the environment asks for.
#pragma once

#include "fetch/web_url.h"

#include <string>
#include <string_view>

namespace collector {

/// http_proxy, https_proxy, all_proxy and no_proxy, as curl and others read them.
struct ProxyEnvironment {
  std::string http;
  std::string https;
  std::string none;  // hosts, domains and addresses reached directly; "*" for all
};

/// Lower-case names first; HTTP_PROXY in capitals is ignored, for a CGI request can set it.
ProxyEnvironment read_proxy_environment();

/// "proxy.example:3128" of "http://me:secret@proxy.example:3128/": what may be shown of it.
std::string shown_proxy(std::string_view proxy);

/// The proxy for `url`, empty when it is reached directly.
std::string proxy_for(const ProxyEnvironment& environment, const WebUrl& url);

}  // namespace collector
