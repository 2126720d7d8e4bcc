#include "web/answers.h"

#include "config/config.h"
#include "core/json.h"
#include "web/files.h"
#include "web/templates.h"

#include <fmt/format.h>

#include <array>
#include <functional>

namespace collector {

namespace {

struct EmbeddedFile {
  std::string_view path;
  const char* const* text;
  const char* type;
};

constexpr std::array kFiles{
    EmbeddedFile{"/style.css", &kStyle, "text/css; charset=utf-8"},
    EmbeddedFile{"/script.js", &kScript, "text/javascript; charset=utf-8"},
    EmbeddedFile{"/icon.svg", &kIcon, "image/svg+xml"},
};

constexpr const char* kPolicy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Tells one build's style and script from another's, so that browsers may keep them.
const std::string& files_version() {
  static const std::string version =
      fmt::format("{:x}", std::hash<std::string>{}(std::string(kStyle) + kScript));
  return version;
}

void add_common(Json& values, const PageContext& context) {
  values["token"] = context.access.token_for(context.user);
  values["user"] = context.user;
  values["may_decide"] = !context.access.read_only();
  values["version"] = files_version();
}

Json tabs(const PageContext& context) {
  const auto of_month = [&](const std::string& page) {
    return context.month.empty() ? page : page + "/" + context.month;
  };
  Json tabs = Json::array();
  const auto add = [&](Tab tab, const char* label, const std::string& href) {
    tabs.push_back({{"label", label}, {"href", href}, {"current", context.tab == tab}});
  };
  add(Tab::Review, "Review", of_month("/month"));
  add(Tab::Newsletter, "Newsletter", of_month("/newsletter"));
  add(Tab::Coverage, "Coverage", of_month("/coverage"));
  add(Tab::Feeds, "Feeds", "/feeds");
  add(Tab::Log, "Log", "/log");
  return tabs;
}

}  // namespace

WebAnswer html_page(std::string_view name, Json values, const PageContext& context) {
  add_common(values, context);
  const std::string& title = context.config.newsletter.title;
  values["newsletter_title"] = title.empty() ? "The newsletter" : title;
  values["tabs"] = tabs(context);
  WebAnswer answer;
  answer.body = render_page(name, values);
  return answer;
}

WebAnswer html_part(std::string_view name, Json values, const PageContext& context) {
  add_common(values, context);
  WebAnswer answer;
  answer.body = render_part(name, values);
  return answer;
}

WebAnswer redirect(const std::string& url) {
  return {303, "text/plain; charset=utf-8", "", {{"Location", url}}};
}

WebAnswer markdown_file(const std::string& markdown, const std::string& month) {
  const std::string name = "attachment; filename=\"newsletter-" + month + ".md\"";
  return {200, "text/markdown; charset=utf-8", markdown, {{"Content-Disposition", name}}};
}

std::optional<WebAnswer> embedded_file(const std::string& path) {
  for (const EmbeddedFile& file : kFiles) {
    if (path != file.path) continue;
    return WebAnswer{
        200, file.type, *file.text, {{"Cache-Control", "public, max-age=31536000, immutable"}}};
  }
  return std::nullopt;
}

void add_safety_headers(WebAnswer& answer) {
  answer.headers.insert(answer.headers.begin(), {"Cache-Control", "no-store"});
  answer.headers.emplace_back("Content-Security-Policy", kPolicy);
  answer.headers.emplace_back("X-Content-Type-Options", "nosniff");
  answer.headers.emplace_back("X-Frame-Options", "DENY");
  answer.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  answer.headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
  // Not "no-referrer": with it browsers send forms without their origin.
  answer.headers.emplace_back("Referrer-Policy", "same-origin");
}

}  // namespace collector
