#include "specifications/changes.h"

#include "support/catch.h"

using namespace collector;
using namespace std::chrono;

namespace {

Specification extension(const std::string& number, const std::string& status,
                        const std::string& version) {
  Specification one;
  one.number = number;
  one.title = "Extension " + number;
  one.status = status;
  one.version = version;
  return one;
}

Specification proposal(const std::string& name) {
  Specification one;
  one.accepted = false;
  one.number = "xxxx";
  one.proto_name = name;
  one.title = "Proposal " + name;
  one.abstract = "It says how.";
  one.status = "ProtoXEP";
  one.version = "0.0.1";
  return one;
}

using List = std::vector<Specification>;

/// "Updated 198 1.6.1", one per change.
std::vector<std::string> told(const List& before, const List& now) {
  std::vector<std::string> lines;
  for (const SpecificationChange& change : changes(before, now)) {
    const std::string& name = change.now.accepted ? change.now.number : change.now.proto_name;
    lines.push_back(change.part + " " + name + " " + change.now.version);
  }
  return lines;
}

const UtcTime kSeen = sys_days{2024y / January / 31} + 12h;

}  // namespace

TEST_CASE("each step of an extension is reported in its part") {
  struct Step {
    std::string from, from_version, to, to_version, expected;
  };

  const std::vector<Step> steps = {
      {"Experimental", "0.1.0", "Experimental", "0.1.0", ""},
      {"Experimental", "0.1.0", "Experimental", "0.1.1", "Updated"},
      {"Deferred", "0.1.0", "Experimental", "0.2.0", "Updated"},
      {"Experimental", "0.1.0", "Deferred", "0.1.0", "Deferred"},
      {"Experimental", "0.5.0", "Proposed", "0.5.0", "Last Call"},
      {"Proposed", "0.5.0", "Experimental", "0.5.0", ""},
      {"Proposed", "0.5.0", "Experimental", "0.6.0", "Updated"},
      {"Proposed", "0.5.0", "Draft", "1.0.0", "Stable"},
      {"Proposed", "0.5.0", "Stable", "1.0.0", "Stable"},
      {"Draft", "1.0.0", "Stable", "1.0.0", ""},
      {"Proposed", "0.5.0", "Active", "1.0.0", "Updated"},
      {"Draft", "1.0.0", "Final", "1.0.0", "Final"},
      {"Draft", "1.0.0", "Deprecated", "1.1.0", "Deprecated"},
      {"Deprecated", "1.0.0", "Obsolete", "1.1.0", "Obsoleted"},
      {"Experimental", "0.1.0", "Retracted", "0.1.0", "Retracted"},
      {"Proposed", "0.1.0", "Rejected", "0.1.0", "Rejected"},
  };
  for (const Step& step : steps) {
    INFO(step.from << " " << step.from_version << " -> " << step.to << " " << step.to_version);
    const auto lines = told({extension("7", step.from, step.from_version)},
                            {extension("7", step.to, step.to_version)});
    const auto expected =
        step.expected.empty()
            ? std::vector<std::string>{}
            : std::vector<std::string>{step.expected + " 7 " + step.to_version};
    CHECK(lines == expected);
  }
}

TEST_CASE("what was not in the list is new or proposed") {
  const List before = {extension("1", "Active", "1.0")};
  const List now = {proposal("nest-info"), extension("484", "Experimental", "0.1.0"),
                    extension("1", "Active", "1.0")};

  CHECK(told(before, now) ==
        std::vector<std::string>{"Proposed nest-info 0.0.1", "New 484 0.1.0"});
}

TEST_CASE("a Last Call that is issued again is reported again, with a new version or without") {
  Specification before = extension("9", "Proposed", "0.5.0");
  before.last_call = "2024-01-15";
  Specification again = before;
  again.last_call = "2024-02-10";
  Specification revised = again;
  revised.version = "0.6.0";

  CHECK(told({before}, {again}) == std::vector<std::string>{"Last Call 9 0.5.0"});
  CHECK(told({before}, {revised}) ==
        std::vector<std::string>{"Last Call 9 0.6.0", "Updated 9 0.6.0"});
}

TEST_CASE("a first look at the list is no news") {
  CHECK(told({}, {extension("1", "Active", "1.0"), proposal("nest-info")}).empty());
}

TEST_CASE("an extension that was missing for a while is not new when it is back") {
  const List whole = {extension("1", "Active", "1.0"), extension("2", "Active", "1.0"),
                      proposal("nest-info")};
  const List gap = {extension("1", "Active", "1.0")};

  const List kept = remembered(whole, gap);

  CHECK(told(kept, whole) == std::vector<std::string>{"Proposed nest-info 0.0.1"});
}

TEST_CASE("a list that has shrunk by more than a few extensions is refused") {
  List before;
  for (int number = 1; number <= 20; ++number)
    before.push_back(extension(std::to_string(number), "Active", "1.0"));
  const List few(before.begin(), before.begin() + 15);
  const List fewer(before.begin(), before.begin() + 14);

  CHECK_FALSE(find_short_list(before, few));
  CHECK_FALSE(find_short_list({}, few));
  CHECK(find_short_list(before, fewer) == FeedWarning{FeedOddity::ShortList, {"14", "20"}});
}

TEST_CASE("a revision becomes an item with its remark line by line, signed") {
  Specification one = extension("198", "Stable", "1.6.1");
  one.title = "Nest Management";
  one.initials = "Tess Martin (tm)";
  one.remark = "* Say more\n* Say less";

  const Item item = change_item({"Updated", one}, "list", kSeen);

  CHECK(item.headline == "Version 1.6.1 of XEP-0198 (Nest Management)");
  CHECK(item.url == "https://xmpp.org/extensions/xep-0198.html");
  CHECK(item.summary == "Say more\nSay less (tm)");
  CHECK(item.categories == std::vector<std::string>{"Updated"});
  CHECK(item.project == "XEP-0198");
  CHECK(format_utc(item.date) == "2024-01-31T12:00:00Z");
}

TEST_CASE("a proposal and a Last Call say what they are about") {
  const Item proposed = change_item({"Proposed", proposal("nest-info")}, "list", kSeen);
  CHECK(proposed.headline == "Proposal nest-info");
  CHECK(proposed.url == "https://xmpp.org/extensions/inbox/nest-info.html");
  CHECK(proposed.summary == "It says how.");

  Specification one = extension("424", "Proposed", "0.4.0");
  one.last_call = "2024-02-14";
  one.remark = "Old remark";
  CHECK(change_item({"Last Call", one}, "list", kSeen).summary ==
        "This Last Call begins on 2024-01-31 and shall end at the close of business on "
        "2024-02-14.");
}

TEST_CASE("two steps of one extension never share a key") {
  const Specification one = extension("483", "Experimental", "0.1.0");
  const Specification two = extension("483", "Experimental", "0.2.0");

  CHECK(change_item({"New", one}, "list", kSeen).key !=
        change_item({"Updated", two}, "list", kSeen).key);
}
