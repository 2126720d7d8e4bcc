#include "export/specifications.h"

#include "core/sections.h"
#include "core/text.h"
#include "export/links.h"
#include "export/markdown_text.h"
#include "export/phrases.h"
#include "export/titles.h"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>
#include <tuple>

namespace collector {

namespace {

constexpr std::string_view kPrefix = "XEP-";
constexpr std::size_t kDigits = 4;

/// Where the next "XEP-0198" stands: four digits, no more, no letter before it.
std::size_t find_number(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find(kPrefix, from); at != std::string_view::npos;
       at = text.find(kPrefix, at + 1)) {
    const std::string_view digits = text.substr(at + kPrefix.size(), kDigits + 1);
    const bool whole = digits.size() >= kDigits &&
                       std::all_of(digits.begin(), digits.begin() + kDigits, is_digit) &&
                       (digits.size() == kDigits || !is_digit(digits.back()));
    const bool inside =
        at > 0 &&
        (std::isalnum(static_cast<unsigned char>(text[at - 1])) != 0 || text[at - 1] == '/');
    if (whole && !inside) return at;
  }
  return std::string_view::npos;
}

/// Elements of XML as the newsletter sets them: `<optional/>`. `line` is escaped Markdown.
std::string with_code_spans(std::string_view line) {
  static const RE2 kElement(R"(\\<(/?[A-Za-z][^<>`\\\[]*)>)");
  std::string set(line);
  RE2::GlobalReplace(&set, kElement, "`<\\1>`");
  return set;
}

/// "Updated", "Last Call", …: the one category that such an item has.
std::string part_of(const Item& item) {
  return item.categories.empty() ? kUpdatedPart : item.categories.front();
}

/// What a new extension is: its abstract, when a remark follows that tells how it came in.
std::string_view abstract_of(const Item& item) {
  const std::size_t end = item.summary.find('\n');
  if (part_of(item) != kNewPart || end == std::string::npos) return {};
  return std::string_view(item.summary).substr(0, end);
}

/// The lines to stand below a bullet. Of what is new, the newsletter prints how it came in,
/// where news is told by titles in one line with what it is.
std::string printed_lines(const Item& item, const Newsletter& newsletter) {
  const std::string_view abstract = abstract_of(item);
  if (abstract.empty()) return item.summary;
  std::string remark = item.summary.substr(abstract.size() + 1);
  if (newsletter.releases == ReleaseForm::Sentence) return remark;
  return std::string(abstract) + ' ' + remark;
}

/// The lines below a bullet, each indented and bulleted.
std::string notes(std::string_view text, std::string_view site) {
  std::string lines;
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    if (!line.empty()) lines += "\n  - " + with_code_spans(link_specifications(line, site));
  }
  return lines;
}

/// "[XEP-0198](page) (Stream Management)", or all of it linked where news is told by titles.
std::string named_link(const Item& item, const Newsletter& newsletter) {
  const std::string page = printed_link(item.url, newsletter.site);
  if (newsletter.releases == ReleaseForm::Title)
    return markdown_link(item.project + " (" + item.title + ")", page);
  return markdown_link(item.project, page) + " (" + markdown_text(item.title) + ")";
}

std::string headline(const Item& item, const Newsletter& newsletter) {
  const std::string part = part_of(item);
  if (part == kProposedPart)
    return markdown_link(item.title, printed_link(item.url, newsletter.site));
  const std::string named = named_link(item, newsletter);
  if (part == kLastCallPart) return "Last Call for comments on " + named;
  return item.version.empty() ? named
                              : "Version " + markdown_text(item.version) + " of " + named;
}

using Steps = std::vector<const StoredItem*>;

/// One bullet for all that happened to one extension: the last version, what each step changed.
DigestEntry entry(const Steps& steps, const Newsletter& newsletter) {
  const StoredItem& last = *steps.back();
  DigestEntry made;
  made.markdown = headline(last.item, newsletter);
  for (const StoredItem* step : steps) {
    made.ids.push_back(step->id);
    made.markdown += notes(printed_lines(step->item, newsletter), newsletter.site);
    const std::string_view abstract = abstract_of(step->item);
    if (!abstract.empty()) made.hints.push_back("abstract: " + std::string(abstract));
    made.kept = made.kept || step->state == State::Kept;
    if (!step->item.version.empty()) made.versions.push_back(step->item.version);
  }
  if (!last.edited_text.empty()) made.markdown = last.edited_text;
  made.title = printed_title(last);
  made.url = last.item.url;
  made.urls = item_links(last.item);
  made.project = last.item.project;
  return made;
}

/// By number; proposals, which have none, by title.
bool stands_before(const StoredItem* a, const StoredItem* b) {
  const auto key = [](const StoredItem* stored) {
    const Item& item = stored->item;
    const std::string name = item.project.empty() ? sort_key(item.title) : item.project;
    return std::tuple(name, item.date, stored->id);
  };
  return key(a) < key(b);
}

/// The names of the parts that `items` belong to: configured ones first.
std::vector<std::string> parts(std::span<const StoredItem> items, const Section& section) {
  std::vector<std::string> names;
  for (const Subsection& part : section.subsections)
    names.push_back(part.name);
  for (const StoredItem& stored : items) {
    const std::string name = part_of(stored.item);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

/// The steps reported in one part, those of one extension together.
std::vector<Steps> extensions_of(const std::string& part, const Steps& sorted) {
  std::vector<Steps> extensions;
  for (const StoredItem* step : sorted) {
    if (part_of(step->item) != part) continue;
    const bool same = !extensions.empty() && !step->item.project.empty() &&
                      extensions.back().front()->item.project == step->item.project &&
                      extensions.back().back()->edited_text == step->edited_text;
    if (!same) extensions.emplace_back();
    extensions.back().push_back(step);
  }
  return extensions;
}

}  // namespace

std::string link_specifications(std::string_view text, std::string_view site) {
  const std::string line = markdown_line(text);
  std::string linked;
  std::size_t done = 0;
  for (std::size_t at = find_number(line, 0); at != std::string::npos;
       at = find_number(line, done)) {
    const std::string name = line.substr(at, kPrefix.size() + kDigits);
    const std::string page = specification_page(name.substr(kPrefix.size()));
    linked += line.substr(done, at - done) + markdown_link(name, printed_link(page, site));
    done = at + name.size();
  }
  return linked + line.substr(done);
}

void add_specifications(std::span<const StoredItem> items, const Section& section,
                        const Newsletter& newsletter, std::vector<DigestSection>& sections) {
  Steps sorted;
  for (const StoredItem& stored : items)
    sorted.push_back(&stored);
  std::sort(sorted.begin(), sorted.end(), stands_before);
  for (const std::string& name : parts(items, section)) {
    DigestSection made{section.name, name, name, {}};
    for (const Steps& steps : extensions_of(name, sorted))
      made.entries.push_back(entry(steps, newsletter));
    if (!made.entries.empty()) sections.push_back(std::move(made));
  }
}

}  // namespace collector
