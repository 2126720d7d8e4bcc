// Which releases of a second issue the first one has printed already.
#include "cli/program.h"
#include "support/catch.h"
#include "support/http_server.h"

#include <string>
#include <vector>

using namespace collector::test;

namespace {

struct Release {
  std::string title;
  std::string url;
  std::string day;  // "2024-01-18"
};

std::string atom(const std::vector<Release>& releases) {
  std::string feed = R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>)";
  for (const Release& one : releases)
    feed += "<entry><id>" + one.url + "</id><title>" + one.title + "</title><link href=\"" +
            one.url + "\"/><published>" + one.day + "T12:00:00Z</published></entry>";
  return feed + "</feed>";
}

/// A newsletter that follows two feeds of which it knows no project.
class Strand {
 public:
  Strand() {
    collector.write("feeds.yaml",
                    "settings: {allow_private_addresses: true}\n"
                    "newsletter: {preset: none, sections: [{name: software, heading: New}]}\n"
                    "feeds: [{name: one, url: '" +
                        server_.url("/one") + "', section: software}, {name: other, url: '" +
                        server_.url("/other") + "', section: software}]\n");
  }

  void publish(const std::vector<Release>& one, const std::vector<Release>& other,
               const std::string& now) {
    const Headers type{{"Content-Type", "application/atom+xml"}};
    server_.on("/one", http_answer(200, type, atom(one)));
    server_.on("/other", http_answer(200, type, atom(other)));
    CHECK(at(now, {"fetch", "--force"}).code == 0);
  }

  [[nodiscard]] Ran at(const std::string& now, std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"--db", "news.db", "--config", "feeds.yaml", "--now",
                                       now + "T06:00:00Z"});
    return collector(arguments);
  }

  [[nodiscard]] std::string draft() const {
    return at("2024-03-01", {"export", "--month", "2024-02", "--draft"}).out;
  }

  Program collector;

 private:
  HttpServer server_;
};

const Release kFirst{"Heron 1.0 and 1.1 released", "https://heron.example/1.1", "2024-01-09"};
const Release kSecond{"Heron 1.1 and 1.2 released", "https://heron.example/1.2", "2024-02-09"};
const Release kTag{"1.1", "https://github.com/ann/heron/releases/tag/1.1", "2024-02-08"};
const Release kNewTag{"1.2", "https://github.com/ann/heron/releases/tag/1.2", "2024-02-08"};

Release quay(const std::string& owner, const std::string& day) {
  return {"v1.2", "https://github.com/" + owner + "/quay/releases/tag/v1.2", day};
}

}  // namespace

TEST_CASE("a post on two versions of which the last issue printed one is news") {
  Strand strand;
  strand.publish({kFirst}, {}, "2024-01-20");
  CHECK(strand.at("2024-02-02", {"issue", "close", "2024-01"}).code == 0);

  strand.publish({kFirst, kSecond}, {kTag}, "2024-02-20");
  CHECK_THAT(strand.draft(), ContainsSubstring("version [1.2](https://heron.example/1.2)"));
  CHECK_THAT(strand.draft(), !ContainsSubstring("ann"));

  strand.publish({kFirst, kSecond}, {kTag, kNewTag}, "2024-02-21");
  CHECK_THAT(strand.draft(), ContainsSubstring("version [1.2](https://heron.example/1.2)"));
  CHECK_THAT(strand.draft(), !ContainsSubstring("1.1]("));

  CHECK(strand.at("2024-03-02", {"issue", "close", "2024-02"}).code == 0);
  CHECK_THAT(strand.at("2024-03-02", {"list", "--all", "--state", "undecided"}).out,
             !ContainsSubstring("Heron"));
}

TEST_CASE("a tag behind its printed post is no stranger's") {
  const Release post{"Heron 1.0 released", "https://heron.example/1.0", "2024-01-30"};
  const Release late{"v1.0", "https://github.com/ann/heron/releases/tag/v1.0", "2024-02-01"};
  Strand strand;
  strand.publish({post}, {late}, "2024-02-01");
  CHECK(strand.at("2024-02-02", {"issue", "close", "2024-01"}).code == 0);

  CHECK_THAT(strand.at("2024-03-01", {"export", "--month", "2024-02"}).out,
             !ContainsSubstring("1.0"));
}

TEST_CASE("a tag behind its printed post is told once, however its repository spells it") {
  const std::string tags = "https://github.com/ann/heron-im/releases/tag/";
  const Release post{"Heron IM 2.4 released", "https://heron.example/2.4", "2024-01-30"};
  Strand strand;
  strand.publish({post}, {}, "2024-01-31");
  CHECK(strand.at("2024-02-02", {"issue", "close", "2024-01"}).code == 0);

  strand.publish(
      {post},
      {{"v2.4.0", tags + "v2.4.0", "2024-02-03"}, {"v2.4.1", tags + "v2.4.1", "2024-02-09"}},
      "2024-02-20");

  const std::string out = strand.at("2024-03-01", {"export", "--month", "2024-02"}).out;
  CHECK_THAT(out, ContainsSubstring("version [2.4.1]("));
  CHECK_THAT(out, !ContainsSubstring("v2.4.0"));
  CHECK_THAT(strand.at("2024-03-01", {"list", "--all", "--state", "printed"}).out,
             ContainsSubstring("heron-im 2.4.0"));
}

TEST_CASE("of a post on an old and a new version the new one alone is printed") {
  const std::string tags = "https://github.com/ann/heron/releases/tag/";
  const Release old{"v1.0", tags + "v1.0", "2024-01-09"};
  const Release stranger{"v0.4", "https://codeberg.org/bob/heron/releases/tag/v0.4",
                         "2024-02-07"};
  const std::string title =
      GENERATE("heron 1.0 and 1.1 released", "heron 1.1 and 1.0 released");
  Strand strand;
  strand.publish({old}, {}, "2024-01-20");
  CHECK(strand.at("2024-02-02", {"issue", "close", "2024-01"}).code == 0);

  strand.publish({old, {"v1.1", tags + "v1.1", "2024-02-08"}},
                 {stranger, {title, "https://heron.example/1.1", "2024-02-09"}}, "2024-02-20");

  const std::string out = strand.at("2024-03-01", {"export", "--month", "2024-02"}).out;
  CHECK_THAT(out, ContainsSubstring("heron version [1.1](https://heron.example/1.1)"));
  CHECK_THAT(out, ContainsSubstring("[1.0 to 1.1](https://github.com/ann/heron/compare/"));
  CHECK_THAT(out, ContainsSubstring("[0.4](https://codeberg.org/bob/heron/"));
  CHECK_THAT(out, !ContainsSubstring("[1.1](https://github.com"));
  CHECK_THAT(out, !ContainsSubstring("[1.0]("));
}

TEST_CASE("a release in one stranger's repository is not printed with another's") {
  Strand strand;
  strand.publish({quay("ann", "2024-01-09")}, {}, "2024-01-20");
  CHECK(strand.at("2024-02-02", {"issue", "close", "2024-01"}).code == 0);

  strand.publish({quay("ann", "2024-01-09")},
                 {quay("bob", "2024-02-09"),
                  {"quay 1.2 released", "https://quay.example/1.2", "2024-02-10"}},
                 "2024-02-20");

  CHECK_THAT(strand.draft(), ContainsSubstring("github.com/bob/quay"));
  CHECK_THAT(strand.draft(), !ContainsSubstring("quay.example"));
}

TEST_CASE("of two strangers' releases the printed file tells of the one it links to") {
  Strand strand;
  strand.publish({quay("ann", "2024-01-09")}, {quay("bob", "2024-01-10")}, "2024-01-20");
  const std::string file = strand.collector.write(
      "printed.md", "## New\n\n- [quay 1.2](https://github.com/ann/quay/releases/tag/v1.2)\n");

  CHECK(strand.at("2024-02-02", {"issue", "close", "2024-01", "--like", file}).code == 0);

  CHECK_THAT(strand.at("2024-02-02", {"list", "--all", "--state", "undecided"}).out,
             ContainsSubstring("v1.2") || ContainsSubstring("quay 1.2"));
  CHECK_THAT(strand.draft(), ContainsSubstring("github.com/bob/quay"));
}

TEST_CASE("a stable release is news though its pre-release was printed") {
  const std::string title =
      GENERATE("Heron 3.3 public pre-release available", "Heron 3.3 first release candidate");
  const Release beta{title, "https://heron.example/beta", "2024-01-09"};
  const Release ready{"Heron 3.3 released", "https://heron.example/3.3", "2024-02-01"};
  const bool like = GENERATE(false, true);
  Strand strand;
  strand.publish({beta, ready}, {}, "2024-02-01");
  std::vector<std::string> close{"issue", "close", "2024-01"};
  if (like) {
    close.emplace_back("--like");
    close.push_back(strand.collector.write(
        "printed.md", "## New\n\n- Heron has released [3.3](https://heron.example/beta)\n"));
  }
  CHECK(strand.at("2024-02-02", close).code == 0);

  CHECK_THAT(strand.at("2024-03-01", {"list", "--all", "--state", "printed"}).out,
             ContainsSubstring("2024-01-09") && !ContainsSubstring("2024-02-01"));
  CHECK_THAT(strand.draft(), ContainsSubstring("https://heron.example/3.3"));
}

TEST_CASE("a printed file tells of a release whose tag is spelled another way") {
  const Release post{"Heron IM 2.4 released", "https://heron.example/2.4", "2024-01-10"};
  const Release tag{"v2.4.1", "https://github.com/ann/heron-im/releases/tag/v2.4.1",
                    "2024-01-12"};
  Strand strand;
  strand.publish({post}, {tag}, "2024-01-20");
  const std::string file =
      strand.collector.write("printed.md", "## New\n\n- [Heron IM 2.4](" + post.url +
                                               ") and [2.4.1](" + tag.url + ") are out\n");
  CHECK(strand.at("2024-02-02", {"issue", "close", "2024-01", "--like", file}).code == 0);

  strand.publish(
      {post, {"Heron IM 2.4.1 released", "https://heron.example/2.4.1", "2024-02-01"}}, {tag},
      "2024-02-10");

  CHECK_THAT(strand.draft(), !ContainsSubstring("2.4.1"));
}
