// Pairs of tests/data/posts: a last issue and the sections of a new one, and the post that is
// to come of them. And printed issues as they really are.
#include "export/post.h"

#include "config/config.h"
#include "config/yaml.h"
#include "export/front_matter.h"
#include "newsletter/headings.h"
#include "newsletter/parts.h"
#include "newsletter/read.h"
#include "support/catch.h"
#include "support/paths.h"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <set>

using namespace collector;
namespace fs = std::filesystem;

namespace {

Day day(const char* text) {
  return parse_day(text).value();
}

Newsletter newsletter() {
  Newsletter made = parse_config("", "").newsletter;
  made.title = "The Harbour Newsletter";
  return made;
}

// What issues say of the newsletter and of extensions, in whichever years they did.
constexpr std::array kStanding{"published under",
                               "Translators:",
                               "Last calls are issued once",
                               "develops extensions to XMPP",
                               "If an experimental XEP is not",
                               "newsletter-subscribe",
                               "xmpp_newsletter_banner.jpg"};

const PostDay kAugust{{"August 2025"}, day("2025-09-05"), day("2025-09-01")};

/// The lines that open a shortcode of Hugo.
std::multiset<std::string> shortcodes(const std::string& text) {
  std::multiset<std::string> found;
  for (std::size_t at = text.find("{{"); at != std::string::npos; at = text.find("{{", at + 2))
    found.insert(text.substr(at, text.find("}}", at) - at));
  return found;
}

std::set<std::string> links(const std::string& markdown,
                            const std::function<bool(const PrintedNote&)>& wanted) {
  std::set<std::string> urls;
  for (const PrintedNote& note : read_newsletter(markdown).notes) {
    if (!wanted(note)) continue;
    for (const PrintedLink& link : note.links)
      urls.insert(link.url);
  }
  return urls;
}

/// Below the heading of a section of news, other than events, which may be still ahead.
bool is_news(const PrintedNote& note) {
  for (const std::string& heading : {note.section, note.parent}) {
    const std::string section = topic_of_heading(heading);
    if (section == "events") return false;
    if (!section.empty() && section != "extensions") return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a post is the last one with its news taken out and the new ones put in") {
  const bool rewrite = std::getenv("REWRITE_EXPECTED") != nullptr;
  int pairs = 0;
  for (const auto& file : fs::directory_iterator(test_data("posts"))) {
    const std::string path = file.path().string();
    if (!path.ends_with(".sections.md")) continue;
    const std::string name = path.substr(0, path.size() - std::string(".sections.md").size());
    const std::string post =
        make_post(read_file(path), read_file(name + ".last.md"), kAugust, newsletter());
    if (rewrite) std::ofstream(name + ".expected.md", std::ios::binary) << post;
    INFO(name);
    CHECK(post == read_file(name + ".expected.md"));
    CHECK_NOTHROW(read_yaml(split_post(post).front_matter.text, "post"));
    ++pairs;
  }
  CHECK(pairs > 2);
}

TEST_CASE("a post bears the day it is made while its issue is new, else the usual one") {
  const Window january{day("2024-01-01"), day("2024-02-01")};
  const auto date = [&](UtcTime now) { return post_day(january, newsletter(), now).date; };

  CHECK(post_day(january, newsletter(), january.until).after == day("2024-02-01"));
  CHECK(post_day(january, newsletter(), january.until).period.name == "January 2024");
  CHECK(date(day("2024-01-24")) == day("2024-02-05"));
  CHECK(date(day("2024-01-25") + std::chrono::hours{9}) == day("2024-01-25"));
  CHECK(date(day("2024-03-02")) == day("2024-03-02"));
  CHECK(date(day("2024-03-03")) == day("2024-02-05"));
}

TEST_CASE("front matter is YAML whatever a title holds") {
  for (const char* title : {"Plain", "With: colon", "\"Quoted\" \\ and # hash", "- dash", "yes",
                            "{{< x >}}", "Zürich & co", "tab\there", "2024-01-01", "it's"}) {
    INFO(title);
    const std::string matter = renewed_front_matter({}, {title, day("2025-09-05"), title});
    const YamlDocument yaml = read_yaml(split_post(matter).front_matter.text, "post");

    REQUIRE(yaml.root.keys().size() == 3);
    const auto values = yaml.root.values();
    CHECK(values[0].text == title);
    CHECK(values[1].text == "2025-09-05");
    CHECK(values[2].text == title);
  }
}

const PostHead kHead{"Harbour \"May\"", day("2025-09-05"), "In short: news", {"August 2025"}};

TEST_CASE("front matter keeps the form that the last issue has") {
  const auto renewed = [&](const char* former) {
    return renewed_front_matter(front_matter(former), kHead);
  };

  CHECK(
      renewed("+++\ntitle = \"Old\"\ndate = 2024-01-03\nslug = \"old\"\nsummary = \"\"\n"
              "[taxonomies]\n"
              "tags = [\"a\"]\n[extra]\ntitle = \"mine\"\n+++\n") ==
      "+++\ntitle = \"Harbour \\\"May\\\"\"\ndate = 2025-09-05\nsummary = \"In short: news\"\n"
      "[taxonomies]\ntags = [\"a\"]\n[extra]\ntitle = \"mine\"\n+++\n");
  CHECK(renewed("Title: Old\nNumber: 5\nDate: 2024-01-03\n\nText.\n") ==
        "Title: Harbour \"May\"\nNumber: 5\nDate: 2025-09-05\n");
}

TEST_CASE("what names the last post alone is no part of the next one's front matter") {
  const std::string renewed = renewed_front_matter(
      front_matter("---\nlayout: post\ntitle: Old\ndate: 2025-08-05\npermalink: /2025/07/\n"
                   "redirect_from:\n  - /july/\nexcerpt: All about ropes.\n"
                   "description: >\n  Ropes,\n  and more.\nauthor: Ada\n---\n"),
      {"New", day("2025-09-05"), "News."});

  CHECK(renewed == "---\nlayout: post\ntitle: New\ndate: 2025-09-05\nauthor: Ada\n---\n");
  const char* const pattern =
      "---\ntitle: New\ndate: 2025-09-05\npermalink: /:year/:month/\n---\n";
  CHECK(renewed_front_matter(front_matter(pattern), {"New", day("2025-09-05"), ""}) == pattern);
}

TEST_CASE("a title that names its months keeps its form") {
  const auto title = [](const std::string& former) {
    const std::string whole = "---\ndate: 2025-08-05\n" + former + "\n---\n";
    const FrontMatter renewed = front_matter(renewed_front_matter(front_matter(whole), kHead));
    return renewed.text.substr(std::string("date: 2025-09-05\n").size());
  };

  CHECK(title("title: \"Quays: July 2025\"") == "title: \"Quays: August 2025\"\n");
  CHECK(title("title: 'It''s May & June 2025, at the quay'") ==
        "title: 'It''s August 2025, at the quay'\n");
  CHECK(title("title: Quays in August 2025") == "title: Quays in August 2025\n");
  for (const char* other : {"title: Quays", "title: Quays, 3 July 2025",
                            "title: Quays of July 3, 2025", "title: What we may do in May"})
    CHECK(title(other) == "title: \"Harbour \\\"May\\\"\"\n");
}

TEST_CASE("a month that ends with a stop of its own ends the opening's sentence") {
  const PostDay september{{"сентябрь 2026 г."}, day("2026-10-02"), day("2026-10-01")};

  const std::string post = make_post("## Новости\n", "", september, newsletter());

  CHECK_THAT(post, ContainsSubstring("the month of сентябрь 2026 г.\n"));
}

TEST_CASE("another newsletter keeps all of its last issue but its own sections") {
  Newsletter notes;
  notes.title = "Harbour Notes";
  notes.sections = {{"news", "News from the shore", "", "", {}},
                    {"boats", "Boats", "What was launched", "", {}}};
  const std::string last =
      "Title: Harbour Notes 5\nDate: 2025-08-05\n\nHello.\n\n## News from the shore\n\n"
      "- [Old](https://old.example/)\n\n## Boat of the month\n\nThe Gull.\n\n"
      "## What was launched\n\n### Boats\n\n- [Older](https://older.example/)\n\n"
      "## Jobs\n\nNone.\n";
  const std::string sections = "## News from the shore\n\n- [New](https://new.example/)\n";

  CHECK(make_post(sections, last, kAugust, notes) ==
        "Title: Harbour Notes August 2025\nDate: 2025-09-05\n\nHello.\n\n## News from the "
        "shore\n\n"
        "- [New](https://new.example/)\n\n## Boat of the month\n\nThe Gull.\n\n## "
        "Jobs\n\nNone.\n");
}

TEST_CASE("what XMPP's editors tell their readers stays, among the news and below it") {
  const std::string other =
      GENERATE("## Jobs\n\nNone. [Write](https://b.example/) when you have one.\n",
               "## XMPP Public channels\n\nLook for them:\n\n- [all](https://d.example/)\n");
  const std::string post =
      make_post("",
                "Hello.\n\n## Talks\n\n- [Older](https://a.example/)\n\n" + other +
                    "\n## XMPP Articles\n\n- [Old](https://old.example/)\n\n" + other,
                kAugust, newsletter());

  CHECK(post.ends_with("\nHello.\n\n" + other + "\n" + other));
}

TEST_CASE("an event that is still to come stands for the sentence that there is none") {
  Newsletter notes;
  notes.sections = {{"events", "Events", "", "No events this month.", {}}};

  const std::string post = make_post("## Events\n\n- No events this month.\n",
                                     "## Events\n\n- 5 July 2025: [Gone](https://a.example/)\n"
                                     "- 14 October 2025: [Regatta](https://b.example/)\n- 15 "
                                     "October 2025: [Fair](https://c.example/)\n",
                                     kAugust, notes);

  CHECK(
      post.ends_with("## Events\n\n- 14 October 2025: [Regatta](https://b.example/)\n"
                     "- 15 October 2025: [Fair](https://c.example/)\n"));
  CHECK(
      make_post("## Events\n\n- 2 September 2025: Walk\n",
                "## Events\n\n* 14 October 2025: [Regatta](https://b.example/)\n", kAugust,
                notes)
          .ends_with(
              "- 2 September 2025: Walk\n- 14 October 2025: [Regatta](https://b.example/)\n"));
}

TEST_CASE("a footer below the last section stays") {
  Newsletter notes;
  notes.sections = {{"news", "News", "", "", {}}, {"boats", "Boats", "", "", {}}};
  const auto made = [&](const std::string& boats) {
    const std::string post =
        make_post("## News\n\n- [New](https://new.example/)\n",
                  "## News\n\nOld.\n\n---\n\nOlder.\n\n## Boats\n\n" + boats, kAugust, notes);
    return post.substr(post.find("new.example"));
  };

  CHECK(made("- Gull\n* * *\n*By volunteers.*\n\n## Help\n\nCome.\n") ==
        "new.example/)\n\n* * *\n*By volunteers.*\n\n## Help\n\nCome.\n");
  CHECK(made("- Gull\n\n---\n\nBy volunteers.\n\n- And you.\n") ==
        "new.example/)\n\n---\n\nBy volunteers.\n\n- And you.\n");
  for (const char* none : {"- Gull\n\n---\n", "Gull\n---\nsails\n", "```\n\n---\nGull\n```\n"})
    CHECK(made(none) == "new.example/)\n");
}

TEST_CASE("sections have headings of the level that they had in the last issue") {
  Newsletter notes;
  notes.sections = {{"news", "News", "", "", {}}, {"boats", "Boats", "Fleet", "", {}}};
  const std::string sections =
      "## News\n\n- [New](https://new.example/)\n\n## Fleet\n\n### Boats\n\n- Gull\n";
  const auto made = [&](const std::string& last) {
    const std::string post = make_post(sections, last, kAugust, notes);
    return post.substr(post.find("\n\n") + 2);
  };

  CHECK(made("---\ntitle: A\n---\n\nHello.\n\n### News\n\n- Old.\n\n### Jobs\n\nNone.\n") ==
        "Hello.\n\n### News\n\n- [New](https://new.example/)\n\n### Fleet\n\n#### Boats\n\n"
        "- Gull\n\n### Jobs\n\nNone.\n");
  CHECK(made("---\ntitle: A\nsummary: Old.\n---\n\nHello.\n\n# News\n\n- Old.\n") ==
        "Hello.\n\n# News\n\n- [New](https://new.example/)\n\n# Fleet\n\n## Boats\n\n- Gull\n");
  CHECK(made("---\ntitle: A\n---\n\nHello.\n\n## Fleet\n\n### Boats\n\n- Tern\n") ==
        "Hello.\n\n" + sections);
}

TEST_CASE("printed issues of all years give frames without their news") {
  const fs::path folder = project_file("../shared/newsletters");
  if (!fs::exists(folder)) {
    WARN("skipped: there are no newsletters in " << folder.string());
    return;
  }
  const std::string sections = read_file(test_data("posts/first.sections.md"));
  int present = 0;
  for (const auto& file : fs::directory_iterator(folder)) {
    const std::string name = file.path().filename().string();
    if (!name.starts_with("20")) continue;
    INFO(name);
    const std::string last = read_file(file.path());
    // Years later no event of it is still ahead, but for those that come again and again.
    const std::string post = make_post(
        sections, last, {{"May 2032"}, day("2032-06-05"), day("2032-06-01")}, newsletter());

    const YamlDocument matter = read_yaml(split_post(post).front_matter.text, "post");
    CHECK(matter.root.keys().size() >= 3);
    CHECK(post.find("May 2032") != std::string::npos);
    const auto standing = links(last, [](const PrintedNote& note) { return !is_news(note); });
    const auto kept = links(post, [](const PrintedNote&) { return true; });
    for (const std::string& url : links(last, is_news)) {
      INFO(url);
      CHECK((standing.contains(url) || !kept.contains(url)));
    }
    if (name < "2020-05") continue;  // those before had other forms
    ++present;
    for (const char* words : kStanding)
      CHECK((last.find(words) == std::string::npos) == (post.find(words) == std::string::npos));
    const auto old_codes = shortcodes(last);
    for (const std::string& code : shortcodes(post))
      CHECK(old_codes.contains(code));
  }
  CHECK(present > 5);
}
