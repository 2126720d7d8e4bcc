// What a title calls the thing whose version it tells.
#pragma once

#include "core/version.h"
#include "news/projects.h"

#include <string>
#include <string_view>

namespace collector {

/// "ejabberd" of "ProcessOne: ejabberd": planets put the blog or the author in front.
std::string_view without_teller(std::string_view name);

/// The words of a title that name what was released, in front of its version: "HTTP File Upload
/// plugin" of "HTTP File Upload plugin 1.4.0 released", "Quay" of "First beta of Quay 1.4.0".
/// Empty when there are none or they only say "Release" or "Version".
std::string name_before(std::string_view title, const FoundVersion& version);

/// The project of that name, with or without a teller in front, or such words as announce it:
/// "XMPP client Gajim", "We have just released Gajim". Null when there is none.
const Project* project_named(std::string_view name, const ProjectRegistry& projects);

/// True when tags that open with `name` tell of no other product: "hotfix" of "hotfix/1.2",
/// "windows", "nightly".
bool is_channel(std::string_view name);

/// True for names that many repositories and their parts have: "android", "cli", "web app".
bool is_everyday_name(std::string_view name);

}  // namespace collector
