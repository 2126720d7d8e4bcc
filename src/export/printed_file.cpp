#include "export/printed_file.h"

#include "config/config.h"
#include "core/canonical_url.h"
#include "core/lists.h"
#include "core/names.h"
#include "core/release_mark.h"
#include "core/sections.h"
#include "core/text.h"
#include "core/url.h"
#include "export/links.h"
#include "export/text_lines.h"
#include "news/projects.h"
#include "news/recognise.h"
#include "news/strangers.h"
#include "news/told_versions.h"
#include "newsletter/headings.h"
#include "newsletter/read.h"
#include "store/item_query.h"
#include "store/items.h"
#include "store/store.h"

#include <algorithm>
#include <unordered_map>

namespace collector {

namespace {

// An issue tells of what came too late for the one before, and of its own first days.
constexpr std::chrono::days kBefore{62};
constexpr std::chrono::days kAfter{15};

/// The sentences nested under the bullet of an extension, folded.
using Sentences = std::vector<std::string>;

/// "6.2" says no more than "6.2.0" beside it.
void add_version(std::vector<std::string>& versions, const std::string& version) {
  const bool known = std::any_of(versions.begin(), versions.end(), [&](const auto& one) {
    return mark_version(one) == mark_version(version);
  });
  if (!known) versions.push_back(version);
}

/// "pt-BR" of the tag "PT_BR".
std::string language_of(std::string tag) {
  std::replace(tag.begin(), tag.end(), '_', '-');
  const std::size_t primary = std::min(tag.find('-'), tag.size());
  return lower(tag.substr(0, primary)) + tag.substr(primary);
}

/// Stored items by what a printed note can name them with.
class Known {
 public:
  explicit Known(std::vector<StoredItem> items) : items_(std::move(items)) {
    for (const StoredItem& stored : items_) {
      const Item& item = stored.item;
      if (!item.canonical_url.empty()) by_page_.emplace(item.canonical_url, &stored);
      for (const std::string& version : told_versions(item)) {
        std::string mark = release_mark(item.project, version, item.kind);
        if (!mark.empty()) by_release_.emplace(std::move(mark), &stored);
      }
    }
  }

  Known(const Known&) = delete;
  Known& operator=(const Known&) = delete;
  Known(Known&&) = delete;
  Known& operator=(Known&&) = delete;
  ~Known() = default;

  /// A page that several entries of one feed share tells of none of them, but for the one whose
  /// link leads to the same place on it.
  [[nodiscard]] std::vector<const StoredItem*> at_page(const std::string& url) const {
    const std::string printed = printed_link(url, {});
    std::unordered_map<std::string, int> on_page;
    std::unordered_map<std::string, int> at_place;
    const auto [first, end] = by_page_.equal_range(canonical_url(url));
    for (auto item = first; item != end; ++item) {
      const Item& one = item->second->item;
      ++on_page[one.feed];
      if (leads_to(one, printed)) ++at_place[one.feed];
    }
    std::vector<const StoredItem*> found;
    for (auto item = first; item != end; ++item) {
      const Item& one = item->second->item;
      const bool alone =
          on_page[one.feed] == 1 || (at_place[one.feed] == 1 && leads_to(one, printed));
      if (one.kind == ItemKind::Specification || alone) found.push_back(item->second);
    }
    return found;
  }

  /// What would count as printed once the release is, whose it is aside.
  [[nodiscard]] std::vector<const StoredItem*> of_release(const Item& told,
                                                          const std::string& version) const {
    std::vector<const StoredItem*> found;
    const auto [first, end] =
        by_release_.equal_range(release_mark(told.project, version, told.kind));
    for (auto item = first; item != end; ++item)
      found.push_back(item->second);
    return found;
  }

 private:
  static bool leads_to(const Item& item, const std::string& printed) {
    return printed_link(item_link(item), {}) == printed;
  }

  std::vector<StoredItem> items_;
  std::unordered_multimap<std::string, const StoredItem*> by_page_;
  std::unordered_multimap<std::string, const StoredItem*> by_release_;
};

/// Each sentence below the bullet that `notes` begin with.
Sentences sentences_below(std::span<const PrintedNote> notes) {
  Sentences sentences;
  for (const PrintedNote& note : notes.subspan(1)) {
    if (note.group.empty()) break;
    for (std::string_view rest = note.text; !rest.empty();) {
      const std::string_view sentence = before_any<'.', ';', '(', ')', '\n'>(rest);
      sentences.push_back(fold_name(sentence));
      rest.remove_prefix(std::min(sentence.size() + 1, rest.size()));
    }
  }
  return sentences;
}

/// True when some of the sentences, one behind the other, say what a step changed, and no more
/// than that; editors leave out who changed it, "(psa)".
bool tell(const Sentences& sentences, const Item& step) {
  const std::string changes = fold_name(before_any<'(', '\n'>(step.summary));
  for (std::size_t first = 0; first < sentences.size(); ++first) {
    std::string said;
    for (std::size_t at = first; at < sentences.size() && said.size() < changes.size(); ++at)
      said += sentences[at];
    if (!changes.empty() && said == changes) return true;
  }
  return false;
}

/// One printed note in the terms of an export.
class NoteReader {
 public:
  NoteReader(const Known& known, const ProjectRegistry& projects, const Config& config)
      : known_(known),
        projects_(projects),
        strangers_(config.feeds, projects),
        site_(config.newsletter.site) {}

  [[nodiscard]] DigestEntry read(const PrintedNote& note) const {
    DigestEntry entry;
    entry.title = trimmed(note.text);
    entry.group = note.group;
    entry.language = language_of(note.language);
    for (const PrintedLink& link : note.links)
      add_link(entry, note, link);
    if (!entry.urls.empty()) entry.url = entry.urls.front();
    return entry;
  }

  /// A bullet below "Updated" and the like: it tells of one step of one extension, and of those
  /// before it whose changes stand `below` and in no earlier issue.
  [[nodiscard]] DigestEntry read_extension(const PrintedNote& note,
                                           const Sentences& below) const {
    DigestEntry entry;
    entry.title = trimmed(note.text);
    for (const PrintedLink& link : note.links) {
      const std::string url = resolve_url(site_, link.url);
      add_once(entry.urls, url);
      for (const StoredItem* stored : known_.at_page(url)) {
        const Item& item = stored->item;
        const bool step = item.categories == std::vector<std::string>{note.section};
        const bool unnumbered = note.section == kProposedPart || note.section == kLastCallPart;
        const bool same = item.version.empty() || unnumbered ||
                          note.text.find(item.version) != std::string::npos ||
                          (stored->printed_in.empty() && tell(below, item));
        if (item.kind != ItemKind::Specification || !step || !same) continue;
        add_once(entry.ids, stored->id);
        entry.project = item.project;
        if (!item.version.empty()) add_once(entry.versions, item.version);
      }
    }
    if (!entry.urls.empty()) entry.url = entry.urls.front();
    return entry;
  }

 private:
  void add_link(DigestEntry& entry, const PrintedNote& note, const PrintedLink& link) const {
    const std::string url = resolve_url(site_, link.url);
    if (!is_web_url(url)) return;
    add_once(entry.urls, url);
    Item told = recognised(note, link, url);
    for (const StoredItem* stored : known_.at_page(url)) {
      const Item& item = stored->item;
      if (item.kind != ItemKind::Specification) add_item(entry, *stored);
      // Bullets have the version alone.
      if (item.version == told.version && hides_prerelease(item.kind, item.version))
        told.kind = item.kind;
    }
    if (told.version.empty() || told.project.empty()) return;
    if (entry.versions.empty()) entry.project = told.project;
    if (mark_name(entry.project) != mark_name(told.project)) return;
    for (const std::string& version : told_versions(told)) {
      // Without an item, the ledger would take it for what it leads to.
      if (!hides_prerelease(told.kind, version)) add_version(entry.versions, version);
      for (const StoredItem* stored : known_.of_release(told, version))
        if (!are_strangers(told.owner, strangers_.owner(stored->item)))
          add_item(entry, *stored);
    }
  }

  static void add_item(DigestEntry& entry, const StoredItem& stored) {
    add_once(entry.ids, stored.id);
    const Item& item = stored.item;
    for (const std::string& link : item_links(item))
      add_once(entry.urls, link);
    if (entry.project.empty()) entry.project = item.project;
    if (mark_name(item.project) != mark_name(entry.project)) return;
    for (const std::string& version : told_versions(item))
      add_version(entry.versions, version);
  }

  /// What the link leads to, told as it is of a feed's entry. "[1.2](…)" or "[1.2 and 1.3](…)"
  /// alone is said of the project that the note begins with.
  [[nodiscard]] Item recognised(const PrintedNote& note, const PrintedLink& link,
                                const std::string& url) const {
    Item item;
    item.url = url;
    item.title = link.text;
    const Project* project = projects_.leading(note.text);
    if (is_version_list(link.text) && project != nullptr)
      item.title = project->name + " " + link.text;
    recognise(item, {}, "", projects_);
    return item;
  }

  const Known& known_;
  const ProjectRegistry& projects_;
  Strangers strangers_;
  std::string site_;
};

std::vector<StoredItem> items_around(const Window& window, Store& store) {
  ItemQuery query;
  query.window = Window{window.from - kBefore, window.until + kAfter};
  return store.items().find(query);
}

/// The lines of a note as they stand, from its bullet on to the next note or blank line.
std::string source_of(const std::vector<std::string_view>& lines, int line, int next) {
  std::string source;
  for (int at = line; at < next && at <= static_cast<int>(lines.size()); ++at) {
    std::string_view text = lines[static_cast<std::size_t>(at) - 1];
    if (text.find_first_not_of(" \t\r") == std::string_view::npos) break;
    if (at == line) text.remove_prefix(std::min(text.find_first_not_of(" \t-*+"), text.size()));
    source += (source.empty() ? "" : "\n") + std::string(text);
  }
  return source;
}

}  // namespace

Digest read_printed(std::string_view markdown, const Window& window, const Config& config,
                    Store& store) {
  const PrintedNewsletter printed = read_newsletter(markdown);
  const std::vector<std::string_view> lines = lines_of(markdown);
  const Known known(items_around(window, store));
  const ProjectRegistry projects(config.projects);
  const NoteReader reader(known, projects, config);
  Digest digest;
  for (std::size_t at = 0; at < printed.notes.size(); ++at) {
    const PrintedNote& note = printed.notes[at];
    const Section* section = section_headed(note.section, config.newsletter.sections);
    if (section == nullptr) section = section_headed(note.parent, config.newsletter.sections);
    if (section == nullptr || note.links.empty()) continue;
    const bool extension = section->name == kExtensions;
    if (extension && (!note.bullet || !note.group.empty() || note.parent.empty())) continue;
    DigestEntry entry =
        extension
            ? reader.read_extension(note, sentences_below(std::span(printed.notes).subspan(at)))
            : reader.read(note);
    const int next = at + 1 < printed.notes.size() ? printed.notes[at + 1].line : note.line + 1;
    entry.markdown = source_of(lines, note.line, std::max(next, note.line + 1));
    const std::string part = extension ? note.section : "";
    same_section({section->name, part, part.empty() ? section->heading : part, {}},
                 digest.sections)
        .entries.push_back(std::move(entry));
  }
  return digest;
}

}  // namespace collector
