// Drafts taken up again: base, edited and generated anew → what the file becomes.
#include "export/draft.h"

#include "support/catch.h"

using namespace collector;

namespace {

Newsletter newsletter() {
  Newsletter made;
  made.site = "https://xmpp.org";
  made.sections = {
      {.name = "announcements",
       .heading = "Announcements",
       .parent = "",
       .empty = "",
       .subsections = {}},
      {.name = "articles", .heading = "Articles", .parent = "", .empty = "", .subsections = {}},
      {.name = "clients",
       .heading = "Clients",
       .parent = "Software",
       .empty = "",
       .subsections = {}},
      {.name = "servers",
       .heading = "Servers",
       .parent = "Software",
       .empty = "",
       .subsections = {}}};
  return made;
}

std::string bullet(const std::string& name) {
  return "- [" + name + "](https://" + name + ".example) is news. <!-- c:" + name + " -->\n";
}

std::string section(const std::string& heading, const std::vector<std::string>& names) {
  std::string text = heading + "\n\n";
  for (const std::string& name : names)
    text += bullet(name);
  return text;
}

std::string merge(const std::string& base, const std::string& edited,
                  const std::string& generated, Markers markers = Markers::Omitted) {
  return merge_drafts({base, edited, generated}, markers, newsletter());
}

std::string plain(const std::string& text) {
  return with_markers(text, Markers::Omitted);
}

}  // namespace

TEST_CASE("what nobody touched is as it is generated now") {
  const std::string base = section("## Articles", {"alpha", "delta"});
  const std::string now = section("## Articles", {"alpha", "beta", "delta", "zeta"}) + "\n" +
                          section("## Software\n\n### Servers", {"omega"});

  CHECK(merge(base, plain(base), now) == plain(now));
  CHECK(merge(base, base, now, Markers::Short) == now);
  CHECK(merge(base, plain(now), base) == plain(now));  // what the base has not is an editor's
}

TEST_CASE("nothing to do leaves every byte") {
  const std::string base = section("## Articles", {"alpha", "delta"});
  const std::string edited =
      "Intro\n\n## Articles\n\n*   [alpha](https://alpha.example) is news.  \n\n"
      "    ![figure](a.png)\n\n![between](b.png)\n\n- [delta](https://delta.example) is big "
      "news\n"
      "- mine\n\n\nThe end";

  CHECK(merge(base, edited, base) == edited);
}

TEST_CASE("new entries go to their place in the alphabet, past the editors' own") {
  const std::string base = section("## Articles", {"alpha", "delta"});
  const std::string edited =
      plain(bullet("alpha")) + "- [bravo](https://bravo.example)\n" + plain(bullet("delta"));
  const std::string now = section("## Articles", {"alpha", "charlie", "delta", "echo"});

  CHECK(merge(base, "## Articles\n\n" + edited, now) ==
        "## Articles\n\n" + plain(bullet("alpha")) + "- [bravo](https://bravo.example)\n" +
            plain(bullet("charlie")) + plain(bullet("delta")) + plain(bullet("echo")));
}

TEST_CASE("a new entry does not part a figure from the entry above it") {
  const std::string base = section("## Articles", {"alpha", "delta"});
  const std::string edited = "## Articles\n\n" + plain(bullet("alpha")) +
                             "\n![figure](a.png)\n\n" + plain(bullet("delta"));
  const std::string now = section("## Articles", {"alpha", "charlie", "delta"});

  CHECK(merge(base, edited, now) == "## Articles\n\n" + plain(bullet("alpha")) +
                                        "\n![figure](a.png)\n\n" + plain(bullet("charlie")) +
                                        plain(bullet("delta")));
}

TEST_CASE("deleted entries do not return, with markers or without") {
  const std::string base = section("## Articles", {"alpha", "beta", "delta"});
  const std::string now = section("## Articles", {"alpha", "beta", "charlie", "delta"});
  const bool markers = GENERATE(true, false);
  const std::string edited = section("## Articles", {"alpha", "delta"});

  const std::string merged = merge(base, markers ? edited : plain(edited), now,
                                   markers ? Markers::Short : Markers::Omitted);

  const std::string wanted = section("## Articles", {"alpha", "charlie", "delta"});
  CHECK(merged == (markers ? wanted : plain(wanted)));
}

TEST_CASE("reworded and moved entries stay as and where they are") {
  const std::string base = section("## Articles", {"alpha"}) + "\n" +
                           section("## Software\n\n### Clients", {"kilo"});
  const std::string edited =
      "## Articles\n\n- [kilo](https://kilo.example) is news.\n"
      "\n## Software\n\n### Clients\n\n- See [alpha](https://alpha.example)!\n";

  CHECK(merge(base, edited, base) == edited);
}

TEST_CASE("an entry that was moved by a decision goes there, unless an editor moved it") {
  const std::string software = "\n## Software\n\n### Clients\n\n";
  const std::string base =
      "## Articles\n\n" + bullet("alpha") + bullet("beta") + software + bullet("kilo");
  const std::string now =
      "## Articles\n\n" + bullet("beta") + software + bullet("alpha") + bullet("kilo");

  CHECK(merge(base, plain(base), now) == plain(now));
  CHECK(merge(base, base, now, Markers::Short) == now);

  const std::string elsewhere = "## Articles\n\n" + bullet("beta") + software + bullet("kilo") +
                                "\n### Servers\n\n" + bullet("alpha");
  CHECK(merge(base, plain(elsewhere), now) == plain(elsewhere));
}

TEST_CASE("an entry takes an editor's note along when it is moved") {
  const std::string base = "## Articles\n\n" + bullet("alpha") + bullet("beta");
  const std::string now =
      "## Articles\n\n" + bullet("beta") + "\n## Software\n\n### Clients\n\n" + bullet("alpha");
  const std::string note = "  <!-- ask Ann -->\n";

  CHECK(merge(base, "## Articles\n\n" + plain(bullet("alpha")) + note + plain(bullet("beta")),
              now) == plain(now) + note);
}

TEST_CASE("an entry goes below its vendor's bullet when that comes to be") {
  const std::string base = section("## Articles", {"alpha", "beta"});
  const std::string now = "## Articles\n\n" + bullet("beta") + "- Vendor:\n  " +
                          bullet("alpha") + "  " + bullet("gamma");

  CHECK(merge(base, plain(base), now) == plain(now));
  CHECK(merge(now, plain(now), base) == plain(base));
}

TEST_CASE("an entry that changed at its source changes where nobody reworded it") {
  const std::string base = section("## Articles", {"alpha", "beta"});
  std::string now = base;
  now.replace(now.find("is news"), 7, "has 2.0");
  now.replace(now.rfind("is news"), 7, "has 3.0");
  const std::string edited =
      "## Articles\n\n- [ ] [alpha](https://alpha.example) is news.\n  <!-- ask Eva -->\n"
      "- [beta](https://beta.example) is great news.\n";

  CHECK(merge(base, edited, now) ==
        "## Articles\n\n- [ ] [alpha](https://alpha.example) has 2.0.\n  <!-- ask Eva -->\n"
        "- [beta](https://beta.example) is great news.\n");
}

TEST_CASE("what is no longer printed goes, unless an editor has worded it") {
  const std::string base = section("## Articles", {"alpha", "beta", "gamma"}) + "\n" +
                           section("## Software\n\n### Clients", {"kilo"});
  const std::string edited = plain(section("## Articles", {"alpha", "beta"})) +
                             "- [gamma](https://gamma.example) is dear to me.\n\n" +
                             plain(section("## Software\n\n### Clients", {"kilo"}));

  CHECK(merge(base, edited, section("## Articles", {"alpha"})) ==
        plain(section("## Articles", {"alpha"})) +
            "- [gamma](https://gamma.example) is dear to me.\n\n");
}

TEST_CASE("hints follow the store, boxes too where nobody ticked them") {
  const std::string base =
      "## Articles\n\n- [ ] [a](https://a.example) <!-- c:a -->\n"
      "  <!-- date: a guess -->\n- [ ] [b](https://b.example) <!-- c:b -->\n";
  const std::string now =
      "## Articles\n\n- [x] [a](https://a.example) <!-- c:a -->\n"
      "  <!-- withdrawn at its source -->\n- [x] [b](https://b.example) <!-- c:b -->\n";
  const std::string edited =
      "## Articles\n\n- [ ] [a](https://a.example)\n"
      "  <!-- date: a guess -->\n- [-] [b](https://b.example)\n";

  CHECK(merge(base, edited, now, Markers::Short) ==
        "## Articles\n\n- [x] [a](https://a.example)\n  <!-- withdrawn at its source -->\n"
        "- [-] [b](https://b.example)\n");
}

TEST_CASE("hints that a deleted bullet leaves behind go after it") {
  const std::string base =
      "## Articles\n\n- [a](https://a.example) is news. <!-- c:a -->\n"
      "- [b](https://b.example) is news. <!-- c:b -->\n"
      "  <!-- story: the same version -->\n- [c](https://c.example) is news. <!-- c:c -->\n";
  const std::string edited =
      "## Articles\n\n- [a](https://a.example) is news.\n"
      "  <!-- story: the same version -->\n  <!-- ask Eva -->\n"
      "- [c](https://c.example) is news.\n";
  for (const std::string verb : {"is", "was"}) {
    const std::string now = "## Articles\n\n- [a](https://a.example) " + verb +
                            " news. <!-- c:a -->\n"
                            "- [c](https://c.example) is news. <!-- c:c -->\n";

    CHECK(merge(base, edited, now) ==
          "## Articles\n\n- [a](https://a.example) " + verb +
              " news.\n  <!-- ask Eva -->\n- [c](https://c.example) is news.\n");
  }
}

TEST_CASE("entries nested under a vendor find their place there") {
  const auto vendor = [](const std::vector<std::string>& names) {
    std::string text = "## Articles\n\n- Vendor:\n";
    for (const std::string& name : names)
      text += "  " + bullet(name);
    return text;
  };

  CHECK(merge(vendor({"alpha", "delta"}), plain(vendor({"alpha", "delta"})),
              vendor({"alpha", "beta", "delta", "zeta"})) ==
        plain(vendor({"alpha", "beta", "delta", "zeta"})));
  CHECK(merge(vendor({"alpha", "delta"}), plain(vendor({"alpha"})),
              vendor({"alpha", "beta", "delta"})) == plain(vendor({"alpha", "beta"})));
  CHECK(merge(section("## Articles", {"omega"}), plain(section("## Articles", {"omega"})),
              vendor({"alpha", "beta"}) + bullet("omega")) ==
        plain(vendor({"alpha", "beta"}) + bullet("omega")));
}

TEST_CASE("announcements are entries with a heading") {
  const auto announcement = [](const std::string& name) {
    return "### News of " + name + " <!-- c:" + name + " -->\n\nText [more](https://" + name +
           ".example).\n";
  };
  const std::string base =
      "## Announcements\n\n" + announcement("a") + "\n" + announcement("b");
  const std::string edited =
      "## Announcements\n\n### Great news of a\n\nText "
      "[more](https://a.example).\n";
  const std::string now =
      base + "\n" + announcement("c") + "\n" + section("## Articles", {"x"});

  CHECK(merge(base, edited, now) ==
        edited + "\n" + plain(announcement("c")) + "\n" + plain(section("## Articles", {"x"})));
}

TEST_CASE("a sentence that there is nothing gives way to what there is") {
  const std::string base = "## Articles\n\n- No articles this month.\n";
  const std::string now = section("## Articles", {"alpha"});

  CHECK(merge(base, base, now) == plain(now));
  CHECK(merge(now, plain(now), base) == base);
  CHECK(merge(base, "## Articles\n\n- No articles, alas.\n", now) ==
        "## Articles\n\n" + plain(bullet("alpha")) + "- No articles, alas.\n");
  CHECK(merge(base, "## Articles\n", base) == "## Articles\n");
}

TEST_CASE("text between the entries changes where nobody touched it") {
  const std::string base = "---\ntitle: Old\n---\n\nHello.\n\n" + section("## Articles", {"a"});
  const std::string now = "---\ntitle: New\n---\n\nHello.\n\n" + section("## Articles", {"a"});

  CHECK(merge(base, plain(base), now) == plain(now));
  std::string edited = plain(base);
  edited.replace(edited.find("Old"), 3, "Mine");
  CHECK(merge(base, edited, now) == edited);
}

TEST_CASE("a file with the line ends of Windows keeps them") {
  const std::string base = section("## Articles", {"alpha"});
  const std::string edited = "## Articles\r\n\r\n- [alpha](https://alpha.example) is news.\r\n";

  CHECK(merge(base, edited, section("## Articles", {"alpha", "beta"})) ==
        edited + "- [beta](https://beta.example) is news.\r\n");
}

TEST_CASE("without a base nothing is taken for deleted") {
  const std::string now = section("## Articles", {"alpha", "beta"});

  CHECK(merge("", "## Articles\n\n- [alpha](https://alpha.example), reworded\n", now) ==
        "## Articles\n\n- [alpha](https://alpha.example), reworded\n" + plain(bullet("beta")));
}

TEST_CASE("only a draft is written to") {
  const std::string now = section("## Articles", {"alpha"});

  CHECK(is_draft_of(" \n", now, newsletter()));
  CHECK(is_draft_of("- [a](https://alpha.example)\n", now, newsletter()));
  CHECK(is_draft_of("## Servers\n", now, newsletter()));
  CHECK_FALSE(is_draft_of("# Shopping\n\n- milk\n", now, newsletter()));
}
