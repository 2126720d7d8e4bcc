// What answers have in common: the layout around a page, the headers, the program's own files.
#pragma once

#include "core/json.h"
#include "web/access.h"
#include "web/message.h"

#include <optional>
#include <string>
#include <string_view>

namespace collector {

struct Config;

enum class Tab { None, Review, Newsletter, Coverage, Feeds, Log };

/// Around which page, and for whom.
struct PageContext {
  const Config& config;
  const AccessControl& access;
  std::string user;
  Tab tab = Tab::None;
  std::string month;  // the one the tabs lead to; empty: the one that is due
};

WebAnswer html_page(std::string_view name, Json values, const PageContext& context);

/// A part of a page, for the script.
WebAnswer html_part(std::string_view name, Json values, const PageContext& context);

WebAnswer redirect(const std::string& url);

/// A download.
WebAnswer markdown_file(const std::string& markdown, const std::string& month);

/// The style, the script, the icon; nothing when `path` is none of them.
std::optional<WebAnswer> embedded_file(const std::string& path);

/// Nothing foreign is loaded, no script runs but ours, no other site may frame us or learn
/// where a reader came from.
void add_safety_headers(WebAnswer& answer);

}  // namespace collector
