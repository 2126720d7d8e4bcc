// By what a printed release is known when it turns up again. A release that is taken for
// another one is lost, which is worse than one told twice: only what surely means the same is
// one. Databases keep marks: who changes what is made of a text here must respell them there.
#pragma once

#include "core/item.h"

#include <string>
#include <string_view>

namespace collector {

/// A project's name without what display names and repositories differ by: case, blanks, '-'
/// and '_'. All other signs part names: "@xmpp/client" is not "xmpp-client".
std::string mark_name(std::string_view project);

/// A version without "v" and the zeros at its end. Those in front of a number count: 1.01 is
/// not 1.1.
std::string mark_version(std::string_view version);

/// True for a pre-release whose version does not say so: "Heron 3.3 public beta", the tag
/// "beta-1.2.3".
bool hides_prerelease(ItemKind kind, std::string_view version);

/// Of the release, which a pre-release that hides is not; empty without a name or a version.
std::string release_mark(std::string_view project, std::string_view version, ItemKind kind);

}  // namespace collector
