#include "core/sections.h"
#include "core/text.h"
#include "specifications/changes.h"

#include <algorithm>

namespace collector {

namespace {

constexpr std::string_view kSite = "https://xmpp.org/extensions/";
constexpr std::size_t kDigits = 4;

/// "XEP-0198"; empty for a proposal.
std::string name_of(const Specification& one) {
  if (!one.accepted) return "";
  const std::size_t missing = kDigits - std::min(kDigits, one.number.size());
  return "XEP-" + std::string(missing, '0') + one.number;
}

std::string page_of(const Specification& one) {
  const std::string name = name_of(one);
  if (name.empty()) return std::string(kSite) + "inbox/" + one.proto_name + ".html";
  return std::string(kSite) + "xep-" + name.substr(kDigits) + ".html";
}

/// "(tm)": who made the revision, as the mails and the newsletter name people. The list has a
/// full name with the initials behind it now and then.
std::string signature(std::string_view initials) {
  const std::size_t open = initials.rfind('(');
  if (open != std::string_view::npos && initials.back() == ')') {
    return std::string(initials.substr(open));
  }
  return initials.empty() ? "" : "(" + std::string(initials) + ")";
}

/// The remark's lines without their asterisks, signed at the end.
std::string signed_remark(const Specification& one) {
  std::string lines;
  std::string_view rest = one.remark;
  while (!rest.empty()) {
    std::string_view line = take_line(rest);
    if (line.substr(0, 2) == "* ") line.remove_prefix(2);
    if (!line.empty()) lines += (lines.empty() ? "" : "\n") + std::string(line);
  }
  const std::string who = signature(one.initials);
  return lines.empty() || who.empty() ? lines : lines + " " + who;
}

std::string joined(std::string first, const std::string& second) {
  if (!first.empty() && !second.empty()) first += '\n';
  return first + second;
}

std::string lines_below(const SpecificationChange& change, UtcTime seen) {
  const Specification& one = change.now;
  if (change.part == kProposedPart) return one.abstract;
  if (change.part == kNewPart) return joined(one.abstract, signed_remark(one));
  if (change.part != kLastCallPart) return signed_remark(one);
  if (one.last_call.empty()) return "";
  return "This Last Call begins on " + format_day(seen) +
         " and shall end at the close of business on " + one.last_call + ".";
}

std::string headline(const SpecificationChange& change) {
  const Specification& one = change.now;
  const std::string name = name_of(one);
  std::string titled = name.empty() ? one.title : name + " (" + one.title + ")";
  if (change.part == kProposedPart || one.version.empty()) return titled;
  return "Version " + one.version + " of " + titled;
}

}  // namespace

Item change_item(const SpecificationChange& change, const std::string& feed, UtcTime seen) {
  const Specification& one = change.now;
  Item item;
  item.feed = feed;
  item.url = page_of(one);
  item.key = item.url + " " + change.part + " " + one.version + " " + format_day(seen);
  item.guid = item.key;
  item.canonical_url = item.url;
  item.title = one.title;
  item.headline = headline(change);
  item.project = name_of(one);
  item.version = one.version;
  item.author = one.initials;
  item.summary = lines_below(change, seen);
  item.categories = {change.part};
  item.kind = ItemKind::Specification;
  item.section = kExtensions;
  item.confidence = 1;
  item.reasons = {"the list of extensions says so"};
  item.date = seen;
  item.date_source = DateSource::FirstSeen;
  return item;
}

}  // namespace collector
