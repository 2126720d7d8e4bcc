#include "cli/commands/serve.h"

#include "cli/options.h"
#include "cli/reviewer.h"
#include "cli/session.h"
#include "config/config.h"
#include "config/listen.h"
#include "web/server.h"
#include "web/site.h"

#include <fmt/format.h>

#include <functional>

namespace collector {

namespace {

struct Asked {
  std::string listen;
  std::string who;
  bool read_only = false;
};

void declare(Asked& asked, Options& options) {
  options.value("--listen", "ADDR:PORT", asked.listen, "where (default: 127.0.0.1:8080)");
  options.text("--as", "NAME", asked.who,
               "who decides, unless a proxy says it (default: the name git knows, else the "
               "login)");
  options.flag("--read-only", asked.read_only, "show everything, decide nothing");
}

ListenAddress place(const std::string& text) {
  const auto place = parse_listen_address(text);
  if (place) return *place;
  throw UsageError("--listen: wants an address and a port such as 127.0.0.1:8080, got \"" +
                   text + "\"");
}

/// The time of each decision: --now as long as it is given.
std::function<UtcTime()> clock_of(const Session& session) {
  if (!session.options().now.empty()) return [&session] { return session.now(); };
  return [] { return std::chrono::floor<seconds>(std::chrono::system_clock::now()); };
}

ExitCode serve(const Asked& asked, Session& session) {
  const Config& config = session.known_config();
  Serve settings = config.serve;
  if (!asked.listen.empty()) {
    settings.listen = asked.listen;
    settings.listen_at.clear();
  }
  settings.read_only = settings.read_only || asked.read_only;
  check_reach(settings);
  // Where decisions are taken, it is brought to the present form first.
  session.store(settings.read_only ? Access::Read : Access::Write);

  SiteSettings site_settings;
  site_settings.database = session.database();
  site_settings.reviewer = reviewer_name(asked.who);
  site_settings.serve = settings;
  site_settings.clock = clock_of(session);
  Site site(site_settings, config);
  WebServer server(place(settings.listen),
                   [&site](const WebRequest& request) { return site.answer(request); });
  session.tell(fmt::format("Review at {}/ (Ctrl-C ends it)", server.address()));
  server.run();
  return ExitCode::Done;
}

}  // namespace

void check_reach(const Serve& serve) {
  const ListenAddress listen = place(serve.listen);
  if (is_loopback(listen.address) || serve.read_only || !serve.trusted_proxy.empty()) return;
  const std::string trouble = fmt::format(
      "{} can be reached by others; set serve.trusted_proxy and serve.user_header in "
      "feeds.yaml, or serve.read_only (--read-only)",
      listen.address);
  if (serve.listen_at.empty()) throw UsageError("--listen: " + trouble);
  throw ConfigError(serve.listen_at + ": serve: \"listen\": " + trouble);
}

Command serve_command() {
  return command(
      "serve", "review in a browser",
      "Shows each month's stories, and keeps, drops, moves, rewords and merges them; all of "
      "it\n"
      "lands in the log. Only this machine is answered unless 'serve:' in feeds.yaml names a\n"
      "reverse proxy that tells who asks.",
      declare, serve);
}

}  // namespace collector
