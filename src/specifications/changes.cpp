#include "specifications/changes.h"

#include "core/sections.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace collector {

namespace {

// Extensions are never deleted; a few can be missing while one of them is being mended.
constexpr std::size_t kMissingAllowed = 5;

using ByKey = std::unordered_map<std::string, const Specification*>;

std::string key_of(const Specification& one) {
  return one.accepted ? one.number : "proposal " + one.proto_name;
}

ByKey by_key(std::span<const Specification> list) {
  ByKey known;
  for (const Specification& one : list)
    known.emplace(key_of(one), &one);
  return known;
}

std::size_t accepted(std::span<const Specification> list) {
  return static_cast<std::size_t>(
      std::count_if(list.begin(), list.end(), [](const auto& one) { return one.accepted; }));
}

/// The part in which an extension is reported that has got `status`.
std::string_view part_for(std::string_view status) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kRenamed = {{
      {"Experimental", kNewPart},
      {"Draft", "Stable"},
      {"Proposed", kLastCallPart},
      {"Obsolete", "Obsoleted"},
      {"ProtoXEP", kProposedPart},
  }};
  for (const auto& [name, part] : kRenamed) {
    if (name == status) return part;
  }
  return status;  // Stable, Active, Final, Retracted, Deprecated, Deferred, Rejected
}

std::string_view part_of_new(const Specification& now) {
  if (now.accepted) return kNewPart;
  return now.status == "ProtoXEP" ? kProposedPart : "";
}

std::string_view part_of_version(const Specification& before, const Specification& now) {
  return before.version == now.version ? "" : kUpdatedPart;
}

std::string_view part_of_status(const Specification& before, const Specification& now) {
  if (before.status == "Deferred" && now.status == "Experimental") return kUpdatedPart;
  if (before.status == "Proposed" && now.status == "Experimental") {
    return part_of_version(before, now);  // a Last Call has ended, which is no news
  }
  const bool settled = now.status == "Active" || now.status == "Final";
  if (settled && before.version != now.version) return kUpdatedPart;
  return part_for(now.status);
}

/// Every part in which the step from `before` to `now` is reported.
std::vector<std::string_view> parts(const Specification& before, const Specification& now) {
  if (part_for(before.status) != part_for(now.status)) return {part_of_status(before, now)};
  std::vector<std::string_view> found;
  const bool again = now.status == "Proposed" && before.last_call != now.last_call;
  if (again && !now.last_call.empty()) found.push_back(kLastCallPart);
  found.push_back(part_of_version(before, now));
  return found;
}

}  // namespace

std::optional<FeedWarning> find_short_list(std::span<const Specification> before,
                                           std::span<const Specification> now) {
  const std::size_t had = accepted(before);
  const std::size_t has = accepted(now);
  if (had <= has + kMissingAllowed) return std::nullopt;
  return FeedWarning{FeedOddity::ShortList, {std::to_string(has), std::to_string(had)}};
}

std::vector<SpecificationChange> changes(std::span<const Specification> before,
                                         std::span<const Specification> now) {
  std::vector<SpecificationChange> found;
  if (before.empty()) return found;
  const ByKey known = by_key(before);
  std::unordered_set<std::string> seen;
  for (const Specification& one : now) {
    if (!seen.insert(key_of(one)).second) continue;
    const auto former = known.find(key_of(one));
    const auto news =
        former == known.end() ? std::vector{part_of_new(one)} : parts(*former->second, one);
    for (const std::string_view part : news) {
      if (!part.empty()) found.push_back({std::string(part), one});
    }
  }
  return found;
}

std::vector<Specification> remembered(std::span<const Specification> before,
                                      std::span<const Specification> now) {
  std::vector<Specification> list(now.begin(), now.end());
  const ByKey present = by_key(now);
  for (const Specification& one : before) {
    if (one.accepted && !present.contains(key_of(one))) list.push_back(one);
  }
  return list;
}

}  // namespace collector
