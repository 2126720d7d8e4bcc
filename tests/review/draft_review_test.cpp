// What editors do to a draft, as decisions; and the way back into the next draft.
#include "review/draft_review.h"

#include "config/config.h"
#include "export/draft.h"
#include "export/issue_digest.h"
#include "export/markdown.h"
#include "review/draft_base.h"
#include "review/draft_copy.h"
#include "store/decisions.h"
#include "store/drafts.h"
#include "store/issue.h"
#include "store/item_query.h"
#include "store/ledger.h"
#include "store/poll.h"
#include "store/polls.h"
#include "store/standing.h"
#include "store/store.h"
#include "support/catch.h"
#include "support/stored_items.h"

#include <algorithm>
#include <random>

using namespace collector;
using namespace std::chrono;

namespace {

constexpr UtcTime kNow = sys_days{2024y / February / 2};
const Window kJanuary{sys_days{2024y / January / 1}, sys_days{2024y / February / 1}};

Config config() {
  return parse_config(
      "newsletter:\n  preset: none\n  title: News\n  sections:\n"
      "    - {name: articles, heading: Articles}\n"
      "    - {name: talks, heading: Talks}\n"
      "    - {name: clients, heading: Clients}\n"
      "feeds:\n  - {name: planet, url: 'https://planet.example/'}\n",
      "feeds.yaml");
}

/// A poll of the planet that brought nothing yet.
FeedUpdate nothing() {
  FeedUpdate update;
  update.state.name = "planet";
  return update;
}

Item item_of(const std::string& key, const std::string& url, UtcTime date) {
  Item item;
  item.feed = "planet";
  item.key = item.guid = key;
  item.url = item.canonical_url = url;
  item.published = item.date = date;
  item.date_source = DateSource::Published;
  item.confidence = 1;
  return item;
}

/// A store with a month of articles and talks, and the drafts that are made of it.
class Desk {
 public:
  explicit Desk(int items = 6) { poll(items); }

  void poll(int items) {
    FeedUpdate update = nothing();
    for (int n = 0; n < items; ++n) {
      const std::string name = "story" + std::to_string(n);
      Item& item = update.items.emplace_back(item_of(name, "https://planet.example/" + name,
                                                     sys_days{2024y / January / 2} + hours{n}));
      item.title = "The " + name + " of " + std::string(1, static_cast<char>('a' + n % 26));
      item.section = n % 3 == 2 ? "talks" : "articles";
    }
    store->polls().save({&update, 1}, kNow);
  }

  void release(const std::string& version) {
    release(item_of(version, "https://quay.example/" + version, sys_days{2024y / January / 9}),
            "Quay " + version, version);
  }

  /// Two pages whose releases are printed as one bullet.
  void two_releases() {
    release("1.2");
    release(item_of("news", "https://planet.example/quay", sys_days{2024y / January / 9}),
            "Quay 1.3 and 1.2 are out", "1.3");
  }

  void release(Item item, const std::string& title, const std::string& version) {
    FeedUpdate update = nothing();
    item.title = title;
    item.section = "clients";
    item.project = "Quay";
    item.version = version;
    item.kind =
        version.find("rc") == std::string::npos ? ItemKind::Release : ItemKind::Prerelease;
    update.items.push_back(std::move(item));
    store->polls().save({&update, 1}, kNow);
  }

  Digest digest() const {
    return issue_digest(*store, settings, kJanuary, Selection::Candidates);
  }

  /// What the program prints now, with whole markers.
  std::string marked(Boxes boxes = Boxes::Omitted) const {
    return to_markdown(digest(), settings, {Hints::Omitted, boxes, Markers::Whole});
  }

  /// Gives out a draft; returns what is in the editors' hands.
  std::string give_out(Boxes boxes = Boxes::Omitted) {
    Draft draft;
    draft.window = kJanuary;
    draft.output = "draft.md";
    draft.text = marked(boxes);
    draft.decisions = store->decisions().last();
    store->drafts().remember(draft);
    return with_markers(draft.text, Markers::Omitted);
  }

  /// Applies a text; returns what was found in it.
  DraftReview apply(const std::string& text, const std::string& who = "Ana",
                    const std::string& output = "draft.md") {
    const auto base =
        find_base(store->drafts().of(kJanuary), text, output, settings.newsletter);
    REQUIRE(base);
    const DraftEdits edits = read_draft_edits(base->text, text, settings.newsletter);
    REQUIRE(edits.complaints.empty());
    const Signature reviewer{who, "", kNow};
    const DraftReview review = weigh(edits, *base, reviewer, settings.newsletter, *store);
    const auto added = store_review(review, reviewer, *store);
    if (review.conflicts.empty())
      remember_copy(review, edits, *base, output, added, kNow, *store);
    return review;
  }

  StoredItem of(const std::string& name) const {
    for (const StoredItem& stored : stored_items(*store))
      if (stored.item.key == name) return stored;
    FAIL("no item " + name);
    return {};
  }

  Config settings = config();
  std::unique_ptr<Store> store = open_store(":memory:", Access::Write);
};

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

/// The whole line that holds `what`.
std::string line_with(const std::string& text, const std::string& what) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  const std::size_t begin = text.rfind('\n', at) + 1;
  return text.substr(begin, text.find('\n', at) + 1 - begin);
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
    ++found;
  return found;
}

}  // namespace

TEST_CASE("a text is remembered unless it is the last one of its output") {
  const auto draft = [](const std::string& output, const std::string& text) {
    return Draft{.output = output, .text = text};
  };
  const std::vector drafts{draft("a.md", "one"), draft("a.md", "two"), draft("b.md", "one")};

  CHECK(is_remembered(drafts, draft("a.md", "two")));
  CHECK(is_remembered(drafts, draft("b.md", "one")));
  CHECK_FALSE(is_remembered(drafts, draft("a.md", "one")));
  CHECK_FALSE(is_remembered(drafts, draft("c.md", "one")));
}

TEST_CASE("a draft nobody has touched decides nothing") {
  Desk desk;
  const std::string text = desk.give_out();

  const DraftReview review = desk.apply(text);

  CHECK(review.decisions.empty());
  CHECK(review.additions.empty());
  CHECK(review.conflicts.empty());
}

TEST_CASE("a deleted release brings up none of the pre-releases it stood for") {
  for (const std::string last : {"2.0", "2.0-rc2"}) {
    Desk desk(3);
    desk.release("2.0-rc1");
    desk.release(last);
    const std::string text = desk.give_out();
    const std::string bullet = line_with(text, "Quay");
    CHECK_THAT(bullet, ContainsSubstring(last));

    desk.apply(replaced(text, bullet, ""));

    CHECK(desk.of(last).state == State::Removed);
    CHECK(desk.of("2.0-rc1").state == State::Undecided);
    CHECK(count(desk.marked(), "Quay") == 0);
  }
}

TEST_CASE("an entry whose marker stands outside of all bullets was not deleted") {
  Desk desk;
  desk.give_out();
  const std::string marked = desk.store->drafts().of(kJanuary).front().text;
  const std::string bullet = line_with(marked, "story1");

  const DraftEdits edits =
      read_draft_edits(marked, replaced(marked, bullet, "\n1. " + bullet.substr(2) + "\n"),
                       desk.settings.newsletter);

  REQUIRE(edits.complaints.size() == 1);
  CHECK(edits.edits.empty());
  CHECK_THAT(edits.complaints.front().message, ContainsSubstring("begin it with \"- \""));
}

TEST_CASE("lines that were broken elsewhere are no new words") {
  Desk desk;
  const std::string text = desk.give_out();

  const DraftReview review = desk.apply(replaced(text, "The story1 of", "The story1\n  of"));

  CHECK(review.decisions.empty());
}

TEST_CASE("a deleted bullet is removed, and can be had back") {
  Desk desk;
  const std::string text = desk.give_out();

  desk.apply(replaced(text, line_with(text, "story1"), ""));

  CHECK(desk.of("story1").state == State::Removed);
  CHECK(count(desk.marked(), "story1") == 0);
  desk.store->decisions().record(std::vector{Decision{
      .kind = DecisionKind::Undo, .item_id = desk.of("story1").id, .by = {"Ana", "", kNow}}});
  CHECK(count(desk.marked(), "(https://planet.example/story1)") == 1);
}

TEST_CASE("boxes keep, drop and take back") {
  Desk desk;
  std::string text = desk.give_out(Boxes::Written);
  text = replaced(text, "- [ ] [The story0", "- [x] [The story0");
  text = replaced(text, "- [ ] [The story1", "- [-] [The story1");

  desk.apply(text);

  CHECK(desk.of("story0").state == State::Kept);
  CHECK(desk.of("story1").state == State::Dropped);
  CHECK(desk.of("story2").state == State::Undecided);
  desk.apply(replaced(text, "- [x] [The story0", "- [ ] [The story0"));
  CHECK(desk.of("story0").state == State::Undecided);
}

TEST_CASE("moved under another heading means reclassified, reworded means worded for good") {
  Desk desk;
  std::string text = desk.give_out();
  const std::string moved = line_with(text, "story0");
  text = replaced(text, moved, "");
  text = replaced(text, "## Talks\n\n", "## Talks\n\n" + moved);
  const std::string words =
      "See [story 3](https://planet.example/story3)!\n\n  ![figure](3.png)";
  text = replaced(text, line_with(text, "story3"), "- " + words + "\n");

  desk.apply(text);

  CHECK(desk.of("story0").item.section == "talks");
  CHECK(desk.of("story3").edited_text == words);
  CHECK(count(desk.marked(), "![figure](3.png)") == 1);
}

TEST_CASE("a new bullet is an entry by hand, in its section and its month") {
  Desk desk;
  std::string text = desk.give_out();
  text = replaced(text, "## Talks\n\n",
                  "## Talks\n\n- [Mine](https://mine.example/) by me\n  ![f](f.png)\n");

  const DraftReview review = desk.apply(text);

  REQUIRE(review.additions.size() == 1);
  const StoredItem mine = desk.of("https://mine.example/");
  CHECK(mine.state == State::Kept);
  CHECK(mine.item.section == "talks");
  CHECK(mine.item.title == "Mine");
  CHECK(kJanuary.contains(mine.item.date));
  CHECK(count(desk.marked(), "- [Mine](https://mine.example/) by me <!-- c:" + mine.id) == 1);
  CHECK(count(desk.marked(), "\n  ![f](f.png)\n") == 1);
}

TEST_CASE("a new bullet whose link stands late is called by its sentence") {
  const auto [words, title] = GENERATE(table<std::string, std::string>(
      {{"Ada sings in [the choir](https://mine.example/).", "Ada sings in the choir"},
       {"Hear! Ada sings [here](https://mine.example/) at 9.30 tonight! Come.",
        "Ada sings here at 9.30 tonight!"},
       {"**[Mine](https://mine.example/)** by me. More.", "Mine"},
       {"“[Mine](https://mine.example/)”, by me", "Mine"},
       {"[![](m.png)](https://mine.example/) is mine", "is mine"}}));
  Desk desk;

  desk.apply(replaced(desk.give_out(), "## Talks\n\n", "## Talks\n\n- " + words + "\n"));

  CHECK(desk.of("https://mine.example/").item.title == title);
}

TEST_CASE("a new bullet for a page that a feed has brought takes that item up") {
  Desk desk;
  const std::string text = desk.give_out();
  desk.poll(8);

  desk.apply(replaced(text, "## Talks\n\n",
                      "## Talks\n\n- [Seven](https://planet.example/story7), at last\n"));

  CHECK(desk.of("story7").state == State::Kept);
  CHECK(desk.of("story7").item.section == "talks");
  CHECK(desk.of("story7").edited_text == "[Seven](https://planet.example/story7), at last");
}

TEST_CASE("a bullet that an editor made two of is printed as two") {
  Desk desk;
  desk.two_releases();
  const std::string text = desk.give_out();
  const std::string one = "- [Quay](https://planet.example/quay) 1.3\n";
  const std::string other = "- For old boats there is [Quay](https://quay.example/1.2) 1.2\n";

  desk.apply(replaced(text, line_with(text, "[1.3]"), one + other));

  CHECK(count(desk.marked(), one.substr(0, one.size() - 1) + " <!-- c:" + desk.of("news").id) ==
        1);
  CHECK(count(desk.marked(),
              other.substr(0, other.size() - 1) + " <!-- c:" + desk.of("1.2").id) == 1);
  CHECK(desk.apply(with_markers(desk.marked(), Markers::Omitted)).decisions.empty());
}

TEST_CASE("of one bullet made two, neither is lost whichever of them keeps the marker") {
  Desk desk;
  desk.two_releases();
  desk.give_out();
  const std::string text = with_markers(desk.marked(), Markers::Short);
  const std::string bullet = line_with(text, "[1.3]");
  const std::string marker = bullet.substr(bullet.find(" <!--"));
  const std::string one = "- [Quay](https://planet.example/quay) is new";
  const std::string other = "- For old boats there is [Quay](https://quay.example/1.2) 1.2";
  const bool marks_one = GENERATE(true, false);
  const bool first_one = GENERATE(true, false);
  const std::string a = one + (marks_one ? marker : "\n");
  const std::string b = other + (marks_one ? "\n" : marker);
  const std::string edited = replaced(text, bullet, first_one ? a + b : b + a);

  desk.apply(edited);

  for (const std::string& generated : {desk.marked(), desk.give_out()}) {
    CHECK(count(generated, one) == 1);
    CHECK(count(generated, other) == 1);
  }
  CHECK(desk.of("news").edited_text == one.substr(2));
  CHECK(desk.of("1.2").edited_text == other.substr(2));
  CHECK(desk.apply(edited).decisions.empty());
  desk.apply(replaced(edited, "is new", "is very new"));
  CHECK(desk.of("news").edited_text == replaced(one.substr(2), "new", "very new"));
  CHECK(desk.of("1.2").edited_text == other.substr(2));
}

TEST_CASE("a marker left on a bullet about another page makes that a new one") {
  Desk desk;
  desk.give_out();
  const std::string text = with_markers(desk.marked(), Markers::Short);
  const std::string bullet = line_with(text, "story0");
  const std::string own = "- [Story](https://planet.example/story0), told anew";
  const std::string other = "- [Elsewhere](https://elsewhere.example/a), another one";
  const std::string edited =
      replaced(text, bullet, own + "\n" + other + bullet.substr(bullet.find(" <!--")));

  desk.apply(edited);

  CHECK(desk.of("story0").edited_text == own.substr(2));
  CHECK(desk.of("https://elsewhere.example/a").edited_text == other.substr(2));
  CHECK(desk.apply(edited).decisions.empty());
  const std::string generated = desk.marked();
  CHECK(merge_drafts({desk.store->drafts().of(kJanuary).back().text, edited, generated},
                     Markers::Short, desk.settings.newsletter) == edited);
  CHECK(read_draft_edits(generated, edited, desk.settings.newsletter).edits.empty());
}

TEST_CASE("a second bullet on the page of another one is left alone") {
  Desk desk;
  const std::string text = desk.give_out();
  const std::string bullet = line_with(text, "story0");
  const std::string own = "- Not to be missed: [it](https://planet.example/story0)\n";

  const DraftReview review = desk.apply(replaced(text, bullet, bullet + own));

  CHECK(review.decisions.empty());
  REQUIRE(review.remarks.size() == 1);
  CHECK(review.remarks[0].message == "has the link of another bullet; left alone");
}

TEST_CASE("of two new bullets on one page the second is left alone") {
  Desk desk;
  const std::string page = "[Mine](https://mine.example/a)";

  const DraftReview review =
      desk.apply(replaced(desk.give_out(), "## Talks\n\n",
                          "## Talks\n\n- " + page + ", at last\n- Again " + page + "\n"));

  CHECK(review.additions.size() == 1);
  REQUIRE(review.remarks.size() == 1);
  CHECK(review.remarks[0].message == "has the link of another bullet; left alone");
  CHECK(desk.of("https://mine.example/a").edited_text == page + ", at last");
}

TEST_CASE("a heading of the editors' own stands in the copy of what they applied") {
  Desk desk;
  const std::string own = "## Contribute\n\nCome to our pad.\n";

  desk.apply(desk.give_out() + "\n" + own);

  CHECK_THAT(desk.store->drafts().of(kJanuary).back().text, ContainsSubstring(own));
}

TEST_CASE("an event that became known before the issue's days is decided on like the others") {
  Desk desk;
  desk.settings.newsletter.sections.push_back(
      {.name = "events", .heading = "Events", .parent = "", .empty = "", .subsections = {}});
  FeedUpdate update = nothing();
  Item& event = update.items.emplace_back(
      item_of("regatta", "https://planet.example/regatta", sys_days{2023y / November / 9}));
  event.title = "Regatta";
  event.section = "events";
  event.kind = ItemKind::Event;
  event.days = {parse_day_span("2024-02-10/2024-02-10").value()};
  desk.store->polls().save({&update, 1}, kNow);
  const std::string text = desk.give_out();

  desk.apply(replaced(text, line_with(text, "Regatta"), ""));

  CHECK(desk.of("regatta").state == State::Removed);
}

TEST_CASE("a section under a heading of the editors' own is known after each application") {
  Desk desk;
  std::string text = replaced(desk.give_out(), "## Talks\n", "## What to hear\n");
  CHECK(desk.apply(text).decisions.empty());
  const std::string moved = line_with(text, "story0");

  text =
      replaced(replaced(text, moved, ""), "## What to hear\n\n", "## What to hear\n\n" + moved);
  desk.apply(text);

  CHECK(desk.of("story0").item.section == "talks");
  CHECK(desk.of("story2").item.section == "talks");
}

TEST_CASE("two people's copies of one draft merge") {
  Desk desk;
  const std::string text = desk.give_out();
  const std::string ana = replaced(text, line_with(text, "story0"), "");
  const std::string ben =
      replaced(text, line_with(text, "story1"), "- [One](https://planet.example/story1)\n");

  desk.apply(ana, "Ana", "ana.md");
  const DraftReview review = desk.apply(ben, "Ben", "ben.md");

  CHECK(review.conflicts.empty());
  CHECK(desk.of("story0").state == State::Removed);
  CHECK(desk.of("story1").edited_text == "[One](https://planet.example/story1)");
}

TEST_CASE("two people who contradict each other are shown both texts") {
  Desk desk;
  const std::string text = desk.give_out();
  const std::string line = line_with(text, "story1");
  desk.apply(replaced(text, line, "- Ana on [one](https://planet.example/story1)\n"), "Ana",
             "ana.md");

  SECTION("both have worded it") {
    const auto review =
        desk.apply(replaced(text, line, "- Ben on [one](https://planet.example/story1)\n"),
                   "Ben", "ben.md");

    REQUIRE(review.conflicts.size() == 1);
    CHECK(review.conflicts[0].ours == "Ben on [one](https://planet.example/story1)");
    CHECK(review.conflicts[0].theirs == "Ana on [one](https://planet.example/story1) (Ana)");
  }
  SECTION("one has deleted what the other worded") {
    const auto review = desk.apply(replaced(text, line, ""), "Ben", "ben.md");

    REQUIRE(review.conflicts.size() == 1);
    CHECK(desk.of("story1").state == State::Kept);
  }
  SECTION("the same person has thought better of it") {
    const auto review = desk.apply(
        replaced(text, line, "- Ana again on [one](https://planet.example/story1)\n"), "Ana",
        "ana.md");

    CHECK(review.conflicts.empty());
    CHECK(desk.of("story1").edited_text == "Ana again on [one](https://planet.example/story1)");
  }
  SECTION("what does not contradict is stored all the same") {
    std::string ben = replaced(text, line, "");
    ben = replaced(ben, line_with(ben, "story3"), "");
    const auto review = desk.apply(ben, "Ben", "ben.md");

    CHECK(review.conflicts.size() == 1);
    CHECK(desk.of("story3").state == State::Removed);
  }
}

TEST_CASE("a copy from before the last poll does not remove what came since") {
  Desk desk;
  const std::string text = desk.give_out();
  desk.poll(12);
  desk.give_out();

  const DraftReview review = desk.apply(replaced(text, line_with(text, "story1"), ""));

  CHECK(review.decisions.size() == 1);
  CHECK(desk.of("story1").state == State::Removed);
  CHECK(desk.of("story9").state == State::Undecided);
}

TEST_CASE("a bullet under a heading that is no section is named by its line") {
  Desk desk;
  const std::string text = desk.give_out();
  const DraftEdits edits = read_draft_edits(
      desk.marked(),
      replaced(text, "## Talks", "## Articels\n\n- [x](https://x.example)\n\n# No"),
      desk.settings.newsletter);

  // Most of what stands there were talks, so that is what the heading means.
  CHECK(edits.complaints.empty());

  const std::string moved = line_with(text, "story0");
  const DraftEdits lost =
      read_draft_edits(desk.marked(), replaced(text, moved, "") + "\n## Talkz\n\n" + moved,
                       desk.settings.newsletter);
  REQUIRE(lost.complaints.size() == 1);
  CHECK(lost.complaints[0].message.find("did you mean \"Talks\"?") != std::string::npos);
}

TEST_CASE("what a closed issue has printed is left alone") {
  Desk desk;
  const std::string text = desk.give_out();
  const StoredItem printed = desk.of("story1");
  Issue issue;
  issue.month = "2024-01";
  issue.window = kJanuary;
  issue.closed = kNow;
  issue.entries = {{.section = "articles", .item_ids = {printed.id}}};
  desk.store->ledger().close(issue);

  const DraftReview review = desk.apply(replaced(text, line_with(text, "story1"), ""));

  CHECK(review.decisions.empty());
  REQUIRE(review.remarks.size() == 1);
  CHECK(review.remarks[0].message == "is in a closed issue; left alone");
}

TEST_CASE("what is only offered, for it is the next issue's, is no decision when it goes") {
  Desk desk;
  FeedUpdate update = nothing();
  update.items.push_back(
      item_of("later", "https://planet.example/later", kJanuary.until + hours{1}));
  desk.store->polls().save({&update, 1}, kNow);
  const std::string heading = "## Talks\n\n";
  Draft draft{.window = kJanuary, .output = "draft.md", .text = desk.marked()};
  const std::string without = with_markers(draft.text, Markers::Omitted);
  draft.text = replaced(draft.text, heading,
                        heading + "- [Later](https://planet.example/later) <!-- c:" +
                            desk.of("later").id + " -->\n");
  desk.store->drafts().remember(draft);

  const DraftReview review = desk.apply(without);

  CHECK(review.decisions.empty());
  CHECK(review.left_out.size() == 1);
}

TEST_CASE("who takes a tick back contradicts nobody") {
  Desk desk;
  const std::string story = "[The story0";
  desk.apply(replaced(desk.give_out(Boxes::Written), "- [ ] " + story, "- [x] " + story));
  const std::string text = desk.give_out(Boxes::Written);
  desk.store->decisions().record(std::vector{Decision{
      .kind = DecisionKind::Drop, .item_id = desk.of("story0").id, .by = {"Ben", "", kNow}}});

  const DraftReview review = desk.apply(replaced(text, "- [x] " + story, "- [ ] " + story));

  CHECK(review.conflicts.empty());
  CHECK(desk.of("story0").state == State::Dropped);
}

TEST_CASE("a text that is applied once more is no further copy") {
  Desk desk;
  const std::string text = desk.give_out();
  const std::string edited = replaced(text, line_with(text, "story1"), "");
  desk.apply(edited);
  const std::int64_t copy = desk.store->drafts().of(kJanuary).back().number;

  desk.apply(edited);

  CHECK(desk.store->drafts().of(kJanuary).back().number == copy);
}

TEST_CASE("a text that has nothing of any draft was made of none") {
  Desk desk;
  desk.give_out();

  CHECK_FALSE(find_base(desk.store->drafts().of(kJanuary),
                        "## Articles\n\n- [Mine](https://mine.example/)\n", "other.md",
                        desk.settings.newsletter));
}

TEST_CASE("an edited release is not swallowed by the next one") {
  Desk desk(0);
  const auto release = [](const std::string& version, int day) {
    Item item;
    item.feed = "planet";
    item.key = item.guid = version;
    item.title = item.headline = "Wonder " + version;
    item.url = item.canonical_url = "https://wonder.example/" + version;
    item.section = "clients";
    item.project = "Wonder";
    item.version = version;
    item.kind = ItemKind::Release;
    item.published = item.date = sys_days{2024y / January / 2} + days{day};
    return item;
  };
  FeedUpdate update;
  update.state.name = "planet";
  update.items = {release("1.0", 1)};
  desk.store->polls().save({&update, 1}, kNow);
  const std::string text = desk.give_out();
  desk.apply(replaced(text, line_with(text, "1.0"),
                      "- Wonder is [out](https://wonder.example/1.0)!\n"));
  update.items = {release("1.0", 1), release("1.1", 5)};

  desk.store->polls().save({&update, 1}, kNow);

  CHECK(count(desk.marked(), "- Wonder is [out](https://wonder.example/1.0)!") == 1);
  CHECK(count(desk.marked(), "[1.1](https://wonder.example/1.1)") == 1);
}

namespace {

/// Does to a text what editors do, at random.
class Editor {
 public:
  explicit Editor(unsigned seed) : random_(seed) {}

  std::string edit(const std::string& text, const std::string& signature) {
    std::vector<std::string> lines;
    std::size_t begin = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos;
         end = text.find('\n', begin)) {
      lines.push_back(text.substr(begin, end + 1 - begin));
      begin = end + 1;
    }
    std::vector<std::string> moved;
    std::string edited;
    for (std::string line : lines) {
      if (line.starts_with("- ")) line = changed(line, moved, signature);
      edited += line;
      if (!line.starts_with("## ")) continue;
      edited += '\n';
      for (const std::string& other : moved)
        edited += other;
      moved.clear();
      if (pick(4) == 0) edited += added(signature);
    }
    for (const std::string& other : moved)
      edited += other;
    return edited;
  }

 private:
  std::string changed(const std::string& line, std::vector<std::string>& moved,
                      const std::string& signature) {
    switch (pick(9)) {
      case 0:
        return "";
      case 1:
        return line.substr(0, line.size() - 1) + " Says " + signature + ".\n";
      case 2:
        moved.push_back(line);
        return "";
      case 3:
        return line + "\n  ![figure of " + signature + "](" + name() + ".png)\n\n";
      case 4:
        return line + added(signature);
      case 5:
        return "- [x] " + line.substr(2);
      default:
        return line;
    }
  }

  std::string added(const std::string& signature) {
    const std::string page = name();
    return "- [" + page + "](https://" + signature + ".example/" + page + ") by hand\n";
  }

  std::string name() { return "n" + std::to_string(random_() % 100000); }

  unsigned pick(unsigned among) { return static_cast<unsigned>(random_()) % among; }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("whatever editors do: applied, generated and merged it is a fixed point") {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    Desk desk(12);
    const std::string base = desk.marked();
    const std::string text = desk.give_out();
    const std::string edited = Editor(seed).edit(text, "ana");
    INFO("seed " << seed << "\n" << edited);

    desk.apply(edited);
    const auto known = desk.store->decisions().all().size();
    desk.apply(edited);
    CHECK(desk.store->decisions().all().size() == known);

    const auto copy = find_base(desk.store->drafts().of(kJanuary), edited, "draft.md",
                                desk.settings.newsletter);
    REQUIRE(copy);
    const std::string generated = desk.marked();
    const std::string merged = merge_drafts({copy->text, edited, generated}, Markers::Omitted,
                                            desk.settings.newsletter);
    CHECK(merged == edited);
    CHECK(read_draft_edits(desk.marked(Boxes::Written), merged, desk.settings.newsletter)
              .edits.empty());

    // and when more has come, only that is new
    desk.poll(15);
    const std::string grown = merge_drafts({generated, edited, desk.marked()}, Markers::Omitted,
                                           desk.settings.newsletter);
    std::string rest = grown;
    for (const char* name : {"story12", "story13", "story14"}) {
      CHECK(count(grown, std::string("planet.example/") + name + ")") == 1);
      rest = replaced(rest, line_with(rest, name), "");
    }
    CHECK(rest == edited);
  }
}

TEST_CASE("two random copies of one draft merge, and what they contradict is shown") {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    Desk desk(12);
    const std::string text = desk.give_out();
    const std::string ana = Editor(seed).edit(text, "ana");
    const std::string ben = Editor(seed + 1000).edit(text, "ben");
    INFO("seed " << seed);

    desk.apply(ana, "ana", "ana.md");
    const DraftReview review = desk.apply(ben, "ben", "ben.md");

    std::string printed = desk.marked();
    for (const DraftConflict& one : review.conflicts) {
      CHECK(one.ours != one.theirs);
      CHECK_FALSE(one.theirs.empty());
    }
    for (const StoredItem& stored : stored_items(*desk.store)) {
      const bool disputed = std::any_of(
          review.conflicts.begin(), review.conflicts.end(), [&](const DraftConflict& one) {
            return std::find(one.ids.begin(), one.ids.end(), stored.id) != one.ids.end();
          });
      const std::string link = "(" + stored.item.url + ")";
      const bool gone = count(ana, link) == 0 || count(ben, link) == 0;
      if (!disputed && stored.item.feed == "planet") CHECK((count(printed, link) == 0) == gone);
    }
  }
}
