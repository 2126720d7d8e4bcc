#include "classify/classify.h"

#include "core/error.h"
#include "news/recognise.h"
#include "support/catch.h"

using namespace collector;

namespace {

ProjectRegistry registry() {
  std::vector<Project> projects(3);
  projects[0].name = "Openfire";
  projects[0].section = "servers";
  projects[0].home = "https://igniterealtime.org/openfire";
  projects[1].name = "Smack";
  projects[1].section = "libraries";
  projects[2].name = "Gajim";
  projects[2].section = "clients";
  projects[2].home = "https://gajim.org";
  return ProjectRegistry(projects);
}

struct Desk {
  ProjectRegistry projects = registry();
  Newsletter newsletter;
  FeedSource source;

  Desk() {
    newsletter.title = "The XMPP Newsletter";
    newsletter.topic = {"xmpp", "Jabber"};
    source.name = "blog";
    source.section = "servers";
  }

  Item item(const std::string& title, const std::string& url) const {
    Item made;
    made.title = title;
    made.url = url;
    recognise(made, source, "", projects);
    return made;
  }

  Verdict verdict(const std::string& title, const std::string& url) const {
    const Classifier classifier(newsletter, {&source, 1}, projects);
    return classifier.classify(item(title, url), source);
  }
};

struct Case {
  const char* title;
  const char* url;
  const char* section;
};

}  // namespace

TEST_CASE("clear evidence overrules the section of a feed that mixes all four") {
  const auto wanted = GENERATE(values<Case>({
      {"Openfire 4.8.0 Released!", "https://discourse.igniterealtime.org/t/a/1", "servers"},
      {"Smack 4.5.0-alpha2 released", "https://discourse.igniterealtime.org/t/a/2",
       "libraries"},
      {"HTTP File Upload plugin 1.4.0 released", "https://discourse.igniterealtime.org/t/a/3",
       "libraries"},
      {"Creating the XMPP Network Graph", "https://discourse.igniterealtime.org/t/a/4",
       "articles"},
      {"Happy Birthday, Jabber!", "https://discourse.igniterealtime.org/t/a/5",
       "announcements"},
      {"Unheard 1.2.3", "https://discourse.igniterealtime.org/t/a/6", "servers"},
      {"XMPP at FOSDEM 2024", "https://xmpp.org/2024/01/xmpp-at-fosdem-2024/", "events"},
  }));
  CAPTURE(wanted.title);

  const Verdict verdict = Desk().verdict(wanted.title, wanted.url);

  CHECK(verdict.section == wanted.section);
  CHECK_FALSE(verdict.noise);
  CHECK_FALSE(verdict.reasons.empty());
}

TEST_CASE("the first rule that fits answers, the feed's before the newsletter's") {
  Desk desk;
  desk.newsletter.rules = {{"(?i)gajim", "", "", "articles"}};
  desk.source.rules = {{"^Gajim 1", "", "", "noise"},
                       {"^Gajim", "gajim\\.org", "", "libraries"}};

  CHECK(desk.verdict("Gajim 1.0", "https://gajim.org/1").noise);
  CHECK(desk.verdict("Gajim 2.0", "https://gajim.org/2").section == "libraries");
  CHECK(desk.verdict("Gajim 2.0", "https://example.org/2").section == "articles");
}

TEST_CASE("a rule that is no pattern is refused") {
  Desk desk;
  desk.newsletter.rules = {{"(", "", "", "articles"}};

  CHECK_THROWS_AS(desk.verdict("a", "https://example.org"), ConfigError);
}

TEST_CASE("a rule may be as large as the configuration lets it be") {
  Desk desk;
  desk.newsletter.rules = {{"\\pL{300}", "", "", "noise"}};

  CHECK(desk.verdict(std::string(300, 'a'), "https://example.org").noise);
}

TEST_CASE("the newsletter's own posts are no news") {
  CHECK(Desk().verdict("The XMPP Newsletter July 2025", "https://xmpp.org/2025/08/n/").noise);
}

TEST_CASE("what is off topic in a mixed feed is set aside, and nothing else") {
  Desk desk;
  desk.source = FeedSource{};
  desk.source.name = "Somebody's blog";
  desk.source.url = "https://blog.example/feed";
  const std::vector<Item> items{desk.item("A webchat with XMPP", "https://blog.example/1"),
                                desk.item("Hacking a camera", "https://blog.example/2")};
  const Classifier classifier(desk.newsletter, {&desk.source, 1}, desk.projects);

  const FeedProfile profile = classifier.profile(items, desk.source);

  CHECK_FALSE(classifier.classify(items[0], desk.source, profile).noise);
  CHECK(classifier.classify(items[1], desk.source, profile).noise);
  CHECK_FALSE(classifier.classify(items[1], desk.source).noise);
}

TEST_CASE("a newsletter that names no words of its topic holds nothing off topic") {
  Desk desk;
  desk.newsletter.topic.clear();
  desk.source = FeedSource{};
  desk.source.name = "Somebody's blog";
  const std::vector<Item> items{desk.item("A visit to Gajim", "https://blog.example/1"),
                                desk.item("Hacking a camera", "https://blog.example/2")};
  const Classifier classifier(desk.newsletter, {}, desk.projects);

  CHECK_FALSE(classifier.profile(items, desk.source).mixed);

  desk.newsletter.topic = {"jabber"};
  CHECK(Classifier(desk.newsletter, {}, desk.projects).profile(items, desk.source).mixed);
}

TEST_CASE("the words of a topic count in any case, and inside other words") {
  Desk desk;
  desk.source = FeedSource{};
  desk.source.name = "Somebody's blog";
  const std::vector<Item> items{desk.item("jabberd on a router", "https://blog.example/1"),
                                desk.item("Hacking a camera", "https://blog.example/2")};
  const Classifier classifier(desk.newsletter, {}, desk.projects);

  const FeedProfile profile = classifier.profile(items, desk.source);

  CHECK_FALSE(classifier.classify(items[0], desk.source, profile).noise);
  CHECK(classifier.classify(items[1], desk.source, profile).noise);
}

TEST_CASE("the words of a topic count in any case in other alphabets, too") {
  Desk desk;
  desk.newsletter.topic = {"Ёж"};
  desk.source = FeedSource{};
  desk.source.name = "Somebody's blog";
  const std::vector<Item> items{desk.item("ЁЖИК в тумане", "https://blog.example/1"),
                                desk.item("Прочее", "https://blog.example/2")};
  const Classifier classifier(desk.newsletter, {}, desk.projects);

  const FeedProfile profile = classifier.profile(items, desk.source);

  CHECK_FALSE(classifier.classify(items[0], desk.source, profile).noise);
  CHECK(classifier.classify(items[1], desk.source, profile).noise);
}

TEST_CASE("an everyday word that is also a project's name does not make a feed ours") {
  Desk desk;
  std::vector<Project> projects(1);
  projects[0].name = "Conversations";
  projects[0].section = "clients";
  projects[0].everyday_name = true;
  desk.projects = ProjectRegistry(projects);
  desk.source = FeedSource{};
  desk.source.name = "Somebody's blog";
  const std::vector<Item> items{
      desk.item("Conversations at the lake", "https://blog.example/1"),
      desk.item("Hacking a camera", "https://blog.example/2")};
  const Classifier classifier(desk.newsletter, {}, desk.projects);

  CHECK_FALSE(classifier.profile(items, desk.source).mixed);
}

TEST_CASE("a forum's questions are no news, its announcements are") {
  Desk desk;
  std::vector<Item> items{desk.item("Gajim 2.0 released", "https://forum.example/t/gajim/1"),
                          desk.item("Gajim does not start", "https://forum.example/t/help/2")};
  items[0].guid = "forum.example-topic-1";
  items[0].categories = {"Blog"};
  items[1].guid = "forum.example-topic-2";
  items[1].categories = {"Plugins"};
  const Classifier classifier(desk.newsletter, {}, desk.projects);

  const FeedProfile profile = classifier.profile(items, desk.source);

  CHECK_FALSE(classifier.classify(items[0], desk.source, profile).noise);
  CHECK(classifier.classify(items[1], desk.source, profile).noise);
}

TEST_CASE("answers to a mailing list are no news, a blog's one answer is") {
  Desk desk;
  const std::vector<Item> items{
      desk.item("[Standards] Meeting minutes", "https://lists.example/1"),
      desk.item("Re: [Standards] Meeting minutes", "https://lists.example/2"),
      desk.item("[Standards] AW: Meeting minutes", "https://lists.example/3"),
      desk.item("[Standards", "https://lists.example/4"),
      desk.item("re", "https://lists.example/5")};
  const Classifier classifier(desk.newsletter, {}, desk.projects);
  const auto noise = [&](const Item& item, const FeedProfile& profile) {
    return classifier.classify(item, desk.source, profile).noise;
  };

  const FeedProfile list = classifier.profile(items, desk.source);
  const FeedProfile blog = classifier.profile({items.data(), 2}, desk.source);

  CHECK_FALSE(noise(items[0], list));
  CHECK(noise(items[1], list));
  CHECK(noise(items[2], list));
  CHECK_FALSE(noise(items[3], list));
  CHECK_FALSE(noise(items[4], list));
  CHECK_FALSE(noise(items[1], blog));
}

TEST_CASE("a feed that only lists releases is never mixed") {
  Desk desk;
  desk.source = FeedSource{};
  const std::vector<Item> items{
      desk.item("v1.0 for XMPP", "https://github.com/o/thing/releases/tag/v1.0"),
      desk.item("v1.1", "https://github.com/o/thing/releases/tag/v1.1")};
  const Classifier classifier(desk.newsletter, {}, desk.projects);

  CHECK_FALSE(classifier.profile(items, desk.source).mixed);
}

TEST_CASE("what other editors printed says nothing to a newsletter that starts empty") {
  Desk desk;
  desk.newsletter.preset = "none";
  desk.newsletter.sections = {{"news", "News", "", "", {}}, {"clients", "Boats", "", "", {}}};
  desk.source = FeedSource{};

  const Verdict verdict =
      desk.verdict("The weather over the harbour", "https://boats.example/weather");

  CHECK(verdict.section == "news");
  CHECK(verdict.reasons == std::vector<std::string>{"nothing better is known of it"});
}

TEST_CASE("a learned model that cannot be read does not stop the work") {
  const Desk desk;
  const Classifier classifier(desk.newsletter, {}, desk.projects, "no model at all\n");
  const Item item = desk.item("How to moor a boat", "https://boats.example/moor");

  CHECK(classifier.classify(item, desk.source).section ==
        desk.verdict("How to moor a boat", "https://boats.example/moor").section);
}

TEST_CASE("a learned model answers whatever the newsletter started with") {
  Desk desk;
  desk.newsletter.preset = "none";
  desk.newsletter.sections = {{"news", "News", "", "", {}}, {"boats", "Boats", "", "", {}}};
  const Classifier classifier(desk.newsletter, {}, desk.projects,
                              "# A model of collector, form 1\n"
                              "sections boats news\n"
                              "word=weather 1.00 -1.00\n");

  const Verdict verdict = classifier.classify(
      desk.item("The weather over the harbour", "https://boats.example/weather"), {});

  CHECK(verdict.section == "boats");
}

TEST_CASE("a learned model that agrees with the feed's section says so") {
  Desk desk;
  desk.newsletter.preset = "none";
  desk.newsletter.sections = {{"news", "News", "", "", {}}, {"boats", "Boats", "", "", {}}};
  desk.source.section = "boats";
  const Classifier classifier(desk.newsletter, {}, desk.projects,
                              "# A model of collector, form 1\n"
                              "sections boats news\n"
                              "word=weather 1.00 -1.00\n");

  const Verdict verdict = classifier.classify(
      desk.item("The weather over the harbour", "https://boats.example/weather"), desk.source);

  CHECK(verdict.section == "boats");
  CHECK(verdict.reasons.at(0) == "the section of its feed \"blog\"");
}

TEST_CASE("a plugin that is released under its host's name is not filed with the host") {
  Desk desk;
  desk.source.section = "";
  const Classifier classifier(desk.newsletter, {}, desk.projects);
  const auto listed = [&](const std::string& url) {
    Item item = desk.item("1.8.4", url);
    item.project = "Openfire";
    item.kind = ItemKind::Release;
    const auto reasons = classifier.classify(item, desk.source).reasons;
    return reasons.at(0) == "a release of Openfire, listed under servers";
  };

  CHECK(listed("https://igniterealtime.org/projects/openfire/1.8.4"));
  CHECK_FALSE(listed("https://igniterealtime.org/projects/openfire/plugins/1.8.4"));
}
