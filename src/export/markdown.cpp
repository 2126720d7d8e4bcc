#include "export/markdown.h"

#include "config/config.h"
#include "core/feed.h"
#include "core/newsletter.h"
#include "core/sections.h"
#include "export/markdown_text.h"
#include "export/text_lines.h"

#include <algorithm>
#include <vector>

namespace collector {

namespace {

/// Builds the document block by block, one empty line between two of them.
class Document {
 public:
  void heading(int level, const std::string& text) {
    block(std::string(static_cast<std::size_t>(level), '#') + ' ' + text);
  }

  void block(const std::string& lines) {
    if (!text_.empty()) text_ += '\n';
    text_ += lines + '\n';
  }

  [[nodiscard]] std::string text() && { return std::move(text_); }

 private:
  std::string text_;
};

/// Comments below an entry, each on a line of its own.
std::string comments(const DigestEntry& entry, const std::string& indent, Hints hints) {
  std::string lines;
  if (hints == Hints::Omitted) return lines;
  for (const std::string& hint : entry.hints)
    lines += '\n' + indent + markdown_comment(hint);
  return lines;
}

/// " <!-- c:7f3a2b91c0 -->", behind the first line of what is known by these items.
std::string marker(const DigestEntry& entry, Markers markers) {
  if (markers == Markers::Omitted || entry.ids.empty()) return "";
  return " " + entry_marker(entry.ids);
}

std::string box(const DigestEntry& entry, Boxes boxes) {
  if (boxes == Boxes::Omitted || entry.ids.empty()) return "";
  return entry.kept ? "[x] " : "[ ] ";
}

/// Each entry on a line of its own, what is nested under it two spaces deeper.
void add_bullets(const std::vector<DigestEntry>& entries, const std::string& indent,
                 const DraftMarks& marks, std::string& lines) {
  for (const DigestEntry& entry : entries) {
    if (!lines.empty()) lines += '\n';
    const std::string words = indented(entry.markdown, indent);
    const std::size_t first = std::min(words.find('\n'), words.size());
    lines += indent + "- " + box(entry, marks.boxes) + words.substr(0, first) +
             marker(entry, marks.markers) + words.substr(first);
    lines += comments(entry, indent + "  ", marks.hints);
    add_bullets(entry.entries, indent + "  ", marks, lines);
  }
}

std::string bullets(const std::vector<DigestEntry>& entries, const DraftMarks& marks) {
  std::string lines;
  add_bullets(entries, "", marks, lines);
  return lines;
}

void add_announcements(const std::vector<DigestEntry>& entries, const DraftMarks& marks,
                       Document& document) {
  for (const DigestEntry& entry : entries) {
    document.heading(3, markdown_heading(entry.title) + marker(entry, marks.markers));
    document.block(entry.entries.empty() ? entry.markdown + comments(entry, "", marks.hints)
                                         : bullets(entry.entries, marks));
  }
}

/// True when a list of extensions is among the feeds, so that "none this month" is known.
bool follows_extensions(const Config& config) {
  return std::any_of(config.feeds.begin(), config.feeds.end(),
                     [](const FeedSource& feed) { return feed.section == kExtensions; });
}

/// What stands below the heading of a section: entries, or the sentence that there are none.
struct Part {
  std::string heading;  // of a subsection; else empty
  std::string sentence;
  const std::vector<DigestEntry>* entries = nullptr;
};

/// Writes the sections of one digest in the order of the configuration.
class Writer {
 public:
  Writer(const Digest& digest, const Config& config, const DraftMarks& marks)
      : digest_(digest), config_(config), marks_(marks) {}

  std::string write() && {
    for (const Section& section : config_.newsletter.sections)
      add(section);
    for (const DigestSection& section : digest_.sections) {
      if (find_section(section.section, config_.newsletter.sections) == nullptr)
        add({section.section, section.heading, "", "", {}});
    }
    return std::move(document_).text();
  }

 private:
  void add(const Section& section) {
    const std::vector<Part> parts = parts_of(section);
    if (parts.empty()) return;
    open(section);
    const int level = section.parent.empty() ? 3 : 4;
    for (const Part& part : parts) {
      if (!part.heading.empty()) document_.heading(level, markdown_heading(part.heading));
      if (part.entries == nullptr) {
        document_.block("- " + part.sentence);
      } else if (section.name == kAnnouncements) {
        add_announcements(*part.entries, marks_, document_);
      } else {
        document_.block(bullets(*part.entries, marks_));
      }
    }
  }

  void open(const Section& section) {
    if (section.parent.empty()) {
      document_.heading(2, section.heading);
    } else {
      if (section.parent != parent_) document_.heading(2, section.parent);
      document_.heading(3, section.heading);
    }
    parent_ = section.parent;
  }

  [[nodiscard]] std::vector<Part> parts_of(const Section& section) const {
    std::vector<Part> parts;
    for (const Subsection& configured : section.subsections) {
      const DigestSection* news = find(section.name, configured.name);
      if (news != nullptr) {
        parts.push_back({configured.name, "", &news->entries});
      } else if (!configured.empty.empty() && follows_extensions(config_)) {
        parts.push_back({configured.name, configured.empty, nullptr});
      }
    }
    for (const DigestSection& news : digest_.sections) {
      if (news.section == section.name && !is_configured(section, news.subsection))
        parts.push_back({news.subsection, "", &news.entries});
    }
    if (parts.empty() && !section.empty.empty()) parts.push_back({"", section.empty, nullptr});
    return parts;
  }

  [[nodiscard]] const DigestSection* find(const std::string& section,
                                          const std::string& part) const {
    for (const DigestSection& one : digest_.sections) {
      if (one.section == section && one.subsection == part) return &one;
    }
    return nullptr;
  }

  [[nodiscard]] static bool is_configured(const Section& section, const std::string& part) {
    return std::any_of(section.subsections.begin(), section.subsections.end(),
                       [&](const Subsection& configured) { return configured.name == part; });
  }

  const Digest& digest_;
  const Config& config_;
  const DraftMarks& marks_;
  Document document_;
  std::string parent_;
};

}  // namespace

std::string to_markdown(const Digest& digest, const Config& config, const DraftMarks& marks) {
  const std::string text = Writer(digest, config, marks).write();
  return marks.markers == Markers::Short ? with_markers(text, Markers::Short) : text;
}

}  // namespace collector
