#include "parse/feed_dump.h"

using namespace collector;

namespace {

class Lines {
 public:
  void add(const std::string& name, const std::string& value) {
    if (value.empty()) return;
    text += prefix + name + ": ";
    for (const char c : value) {
      if (c == '\n') {
        text += "\\n";
      } else {
        text += c;
      }
    }
    text += '\n';
  }

  void add(const std::string& name, const Text& value) {
    const bool html = value.type == TextType::Html;
    add(name + (html ? " (html)" : ""), value.value);
    if (!value.empty()) add(name + " base", value.base);
  }

  void add(const std::vector<Link>& links) {
    for (const Link& link : links)
      add("link " + link.rel, link.href + " " + link.type + " " + link.title);
  }

  void add(const std::vector<Person>& people) {
    for (const Person& person : people)
      add("author", person.name + " <" + person.email + "> " + person.url);
  }

  void add(const std::vector<std::string>& categories) {
    for (const std::string& category : categories)
      add("category", category);
  }

  std::string text;
  std::string prefix;
};

void dump_entry(const RawEntry& entry, Lines& lines) {
  lines.add("id", entry.id);
  if (entry.id_is_link) lines.add("id is link", "yes");
  lines.add("title", entry.title);
  lines.add("page", entry.link);
  lines.add("original", entry.original_link);
  lines.add(entry.links);
  lines.add("published", entry.published);
  lines.add("updated", entry.updated);
  lines.add(entry.authors);
  lines.add("summary", entry.summary);
  lines.add("content", entry.content);
  lines.add(entry.categories);
  lines.add("language", entry.language);
  for (const Enclosure& one : entry.enclosures)
    lines.add("enclosure", one.url + " " + one.type + " " +
                               (one.length ? std::to_string(*one.length) : "?"));
  lines.add("comments", entry.comments);
  lines.add("source id", entry.source_id);
  lines.add("source title", entry.source_title);
}

void dump_specification(const Specification& xep, Lines& lines) {
  lines.add("accepted", xep.accepted ? "yes" : "no");
  lines.add("number", xep.number);
  lines.add("proto-name", xep.proto_name);
  lines.add("title", xep.title);
  lines.add("abstract", xep.abstract);
  lines.add("status", xep.status);
  lines.add("last call", xep.last_call);
  lines.add("date", xep.date);
  lines.add("version", xep.version);
  lines.add("initials", xep.initials);
  lines.add("remark", xep.remark);
}

void dump_whole(const RawFeed& feed, Lines& lines) {
  lines.add("format", to_string(feed.format));
  lines.add("encoding", feed.encoding);
  if (feed.bozo) lines.add("bozo", "yes");
  if (feed.truncated) lines.add("truncated", "yes");
  for (const std::string& warning : feed.warnings)
    lines.add("warning", warning);
  lines.add("id", feed.id);
  lines.add("title", feed.title);
  lines.add("subtitle", feed.subtitle);
  lines.add("page", feed.link);
  lines.add(feed.links);
  lines.add("language", feed.language);
  lines.add("generator", feed.generator);
  lines.add("updated", feed.updated);
  if (feed.ttl) lines.add("ttl", std::to_string(feed.ttl->count()) + " s");
  lines.add(feed.authors);
  lines.add(feed.categories);
  if (feed.image) {
    lines.add("image", feed.image->url + " " + feed.image->title + " " + feed.image->link);
  }
}

}  // namespace

std::string dump(const RawFeed& feed) {
  Lines lines;
  dump_whole(feed, lines);
  int number = 0;
  for (const RawEntry& entry : feed.entries) {
    lines.prefix = std::to_string(++number) + " ";
    dump_entry(entry, lines);
  }
  for (const Specification& xep : feed.specifications) {
    lines.prefix = std::to_string(++number) + " ";
    dump_specification(xep, lines);
  }
  return lines.text;
}
