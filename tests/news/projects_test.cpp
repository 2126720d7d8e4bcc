#include "news/projects.h"

#include "config/config.h"
#include "support/catch.h"

using namespace collector;

namespace {

const ProjectRegistry& preset() {
  static const ProjectRegistry projects(parse_config("", "built in").projects);
  return projects;
}

std::string name_of(const Project* project) {
  return project == nullptr ? "" : project->name;
}

}  // namespace

TEST_CASE("a project is found by its names, case and punctuation aside") {
  CHECK(name_of(preset().by_name("libstrophe")) == "libstrophe");
  CHECK(name_of(preset().by_name("ConverseJS")) == "Converse.js");
  CHECK(name_of(preset().by_name("Monal IM")) == "Monal");
  CHECK(name_of(preset().by_name("nbxmpp")) == "python-nbxmpp");
  CHECK(name_of(preset().by_name("Psi+")) == "Psi+");
  CHECK(name_of(preset().by_name("Psi")) == "Psi");
  CHECK(name_of(preset().by_name("")).empty());
  CHECK(name_of(preset().by_name("Nobody's Messenger")).empty());
}

TEST_CASE("a project is found by its repository, former homes too") {
  CHECK(name_of(preset().by_url("https://invent.kde.org/libraries/qxmpp/-/tags/v1.11.1")) ==
        "QXmpp");
  CHECK(name_of(preset().by_url(
            "https://github.com/qxmpp-project/qxmpp/releases/tag/v1.9.0")) == "QXmpp");
  CHECK(name_of(preset().by_url("https://codeberg.org/Arne/monocles_chat")) == "Monocles");
  CHECK(name_of(preset().by_url("https://codeberg.org/emacs-jabber/emacs-jabber/releases")) ==
        "jabber.el");
  CHECK(name_of(preset().by_url("https://sourceforge.net/projects/psiplus/files/a/download")) ==
        "Psi+");
  CHECK(name_of(preset().by_url("https://github.com/mellium/xmpp")) == "mellium.im");
  CHECK(name_of(preset().by_url("https://github.com/nobody/xmpp")).empty());
}

TEST_CASE("a home page speaks for the hosts below it") {
  CHECK(name_of(preset().by_home("https://blog.prosody.im/prosody-13/")) == "Prosody IM");
  CHECK(name_of(preset().by_home("https://gajim.org/posts/2025-08-11-gajim/")) == "Gajim");
  CHECK(name_of(preset().by_home("https://github.com/strophe/libstrophe")).empty());
  CHECK(preset().is_home("https://discourse.igniterealtime.org/t/a/1"));
  CHECK_FALSE(preset().is_home("https://www.erlang-solutions.com/blog/elixir/"));
}

TEST_CASE("a home page deep in somebody's site speaks for its own pages only") {
  CHECK(name_of(preset().by_home("https://pulkomandy.tk/projects/renga/wiki")) == "Renga");
  CHECK(name_of(preset().by_home("https://pulkomandy.tk/gerrit/plugins")).empty());
}

TEST_CASE("where several projects share a home, none is meant") {
  std::vector<Project> projects(2);
  projects[0].name = "One";
  projects[0].home = "https://both.example/";
  projects[1].name = "Other";
  projects[1].home = "https://both.example/other";

  const ProjectRegistry registry(projects);

  CHECK(registry.by_home("https://blog.both.example/post") == nullptr);
  CHECK(registry.is_home("https://blog.both.example/post"));
}

TEST_CASE("a later project overrides an earlier one of its name") {
  std::vector<Project> projects(2);
  projects[0].name = "Dino";
  projects[0].section = "clients";
  projects[1].name = "Dino";
  projects[1].section = "libraries";

  const ProjectRegistry registry(projects);

  CHECK(registry.all().size() == 1);
  CHECK(registry.by_name("dino")->section == "libraries");
}

TEST_CASE("every project of the preset is found by its own name and repositories") {
  for (const Project& project : preset().all()) {
    CAPTURE(project.name);
    CHECK(name_of(preset().by_name(project.name)) == project.name);
    for (const std::string& url : project.repositories) {
      CAPTURE(url);
      CHECK(name_of(preset().by_url(url)) == project.name);
    }
  }
}

TEST_CASE("a project is found wherever a text names it, however it is spelt") {
  std::vector<Project> named(4);
  named[0].name = "Converse.js";
  named[1].name = "Psi+";
  named[2].name = "Go";
  named[3].name = "MongooseIM";
  const ProjectRegistry projects(named);

  struct Row {
    std::string text, name;
  };

  const auto row = GENERATE(values<Row>({
      {"the new Converse.js is out", "Converse.js"},
      {"<p>ConverseJS: news</p>", "Converse.js"},
      {"about converse-js", "Converse.js"},
      {"“Converse.js” was released", "Converse.js"},
      {"Psi+ 1.5", "Psi+"},
      {"Psi 1.5", ""},
      {"MongooseIM is fast", "MongooseIM"},
      {"Mongoose IM is fast", "MongooseIM"},
      {"on the go", "Go"},
      {"it's going well", ""},
      {"we converse", ""},
      {"", ""},
  }));
  INFO(row.text);

  CHECK(name_of(projects.mentioned(row.text)) == row.name);
}
