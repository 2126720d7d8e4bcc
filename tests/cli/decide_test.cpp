// The verbs of a reviewer: items named by beginnings of ids, many at once, from standard input.
#include "cli/program.h"
#include "store/decisions.h"
#include "store/items.h"
#include "store/poll.h"
#include "store/polls.h"
#include "store/store.h"
#include "support/catch.h"
#include "support/stored_items.h"

#include <algorithm>

using namespace collector;
using collector::test::Program;
using collector::test::Ran;
using collector::test::Typed;
using namespace std::chrono;

namespace {

constexpr UtcTime kJanuary = sys_days{2024y / January / 8};

/// A program with three stored items, "pear" the oldest.
class Desk {
 public:
  Desk() {
    FeedUpdate update;
    update.state.name = "planet";
    for (const char* title : {"pear", "plum", "quince"}) {
      Item& item = update.items.emplace_back();
      item.feed = "planet";
      item.key = item.guid = item.title = title;
      item.section = "articles";
      item.date = kJanuary + days{static_cast<int>(update.items.size())};
    }
    const auto store = open();
    store->polls().save({&update, 1}, kJanuary);
    ids = stored_ids(*store);
  }

  Ran run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"--db", program.path("news.db"), "--now",
                                       "2024-02-02T10:00:00Z", "--as", "Ana"});
    return program(arguments);
  }

  [[nodiscard]] std::string listing(const std::string& format) const {
    return program({"list", "--all", "--format", format, "--db", program.path("news.db")}).out;
  }

  [[nodiscard]] std::unique_ptr<Store> open() const {
    return open_store(program.path("news.db"), Access::Write);
  }

  [[nodiscard]] StoredItem item(std::size_t place) const {
    return open()->items().item(ids[place]);
  }

  Program program;
  std::vector<std::string> ids;
};

/// As short as an id may be without fitting another one.
std::string beginning_of(const std::string& id, const std::vector<std::string>& all) {
  for (std::size_t length = 1; length < id.size(); ++length) {
    const std::string start = id.substr(0, length);
    const auto fits = [&](const std::string& other) { return other.starts_with(start); };
    if (std::count_if(all.begin(), all.end(), fits) == 1) return start;
  }
  return id;
}

}  // namespace

TEST_CASE("every verb takes the beginning of an id, a name and a reason") {
  struct Row {
    std::vector<std::string> verb;  // followed by the id
    std::vector<std::string> more;
    DecisionKind kind;
    std::string value;
  };

  const Row row = GENERATE(
      Row{{"keep"}, {}, DecisionKind::Keep, ""}, Row{{"drop"}, {}, DecisionKind::Drop, ""},
      Row{{"move"}, {"talks"}, DecisionKind::Move, "talks"},
      Row{{"move", "--section", "talks"}, {}, DecisionKind::Move, "talks"},
      Row{{"edit"}, {"--title", "A pear"}, DecisionKind::Edit, "A pear"},
      Row{{"edit"}, {"--text", "- A pear"}, DecisionKind::Edit, "A pear"},
      Row{{"split"}, {}, DecisionKind::Split, ""}, Row{{"note"}, {}, DecisionKind::Note, ""});
  const Desk desk;
  std::vector<std::string> arguments = row.verb;
  arguments.push_back(beginning_of(desk.ids[0], desk.ids));
  arguments.insert(arguments.end(), row.more.begin(), row.more.end());
  arguments.insert(arguments.end(), {"--why", "as told"});

  const Ran ran = desk.run(arguments);

  INFO(row.verb[0] << ": " << ran.err);
  CHECK(ran.code == 0);
  const auto log = desk.open()->decisions().all();
  REQUIRE(log.size() == 1);
  CHECK(log[0].kind == row.kind);
  CHECK(log[0].item_id == desk.ids[0]);
  CHECK(log[0].value == row.value);
  CHECK(log[0].by.who == "Ana");
  CHECK(log[0].by.why == "as told");
  CHECK(format_utc(log[0].by.when) == "2024-02-02T10:00:00Z");
}

TEST_CASE("words that are no UTF-8 are refused, whatever they are for") {
  const Desk desk;
  const std::string latin = "caf\xe9";
  for (const std::vector<std::string>& more :
       std::vector<std::vector<std::string>>{{"edit", "--title", latin},
                                             {"edit", "--text", latin},
                                             {"keep", "--why", latin},
                                             {"keep", "--as", latin},
                                             {"add", "--title", latin},
                                             {"add", "--author", latin}}) {
    std::vector<std::string> arguments = more;
    arguments.insert(arguments.begin() + 1, desk.ids[0]);
    const Ran ran = desk.run(arguments);
    CHECK(ran.code == 2);
    CHECK_THAT(ran.err, ContainsSubstring(more[1] + ": wants text in UTF-8"));
  }
  CHECK(desk.open()->decisions().all().empty());
}

TEST_CASE("a title given on the command line becomes one line") {
  const Desk desk;
  CHECK(desk.run({"edit", desk.ids[0], "--title", "Caf\u00e9\n at  the\tquay "}).code == 0);
  CHECK(desk.item(0).edited_title == "Caf\u00e9 at the quay");
  CHECK(desk.run({"edit", desk.ids[0], "--title", " \n"}).code == 2);
}

TEST_CASE("a text that is missing is asked for with the option it is given with") {
  const Desk desk;

  CHECK_THAT(desk.run({"note", desk.ids[0]}).err,
             ContainsSubstring("note: wants a text, as in --why \"ask the author\""));
  CHECK_THAT(desk.run({"edit", desk.ids[0]}).err,
             ContainsSubstring("edit: wants the new text, as in --title \"Wonder 1.0\""));
}

TEST_CASE("a list is piped into a verb as it comes") {
  const Desk desk;
  for (const char* format : {"table", "tsv"}) {
    const Typed list(desk.listing(format));
    INFO(format);
    CHECK(desk.run({"keep", "-"}).code == 0);
  }

  CHECK(desk.open()->decisions().all().size() == 6);
  for (std::size_t i = 0; i < desk.ids.size(); ++i)
    CHECK(desk.item(i).state == State::Kept);
}

TEST_CASE("ids from standard input may be short, blank lines between them") {
  const Desk desk;
  const Typed typed(beginning_of(desk.ids[0], desk.ids) + "\n\n  " +
                    beginning_of(desk.ids[2], desk.ids) + "  quince\r\n");

  CHECK(desk.run({"move", "-", "--section", "talks"}).code == 0);

  CHECK(desk.item(0).item.section == "talks");
  CHECK(desk.item(1).item.section == "articles");
  CHECK(desk.item(2).item.section == "talks");
}

TEST_CASE("every verb reads standard input") {
  const Desk desk;
  const std::string both = desk.ids[0] + "\n" + desk.ids[1] + "\n";
  const auto typed = [&](std::vector<std::string> arguments) {
    const Typed input(both);
    return desk.run(std::move(arguments)).code;
  };

  CHECK(typed({"merge", "-"}) == 0);
  CHECK(typed({"split", "-"}) == 0);
  CHECK(typed({"drop", "-"}) == 0);
  CHECK(typed({"undo", "-"}) == 0);
  CHECK(typed({"note", "-", "--why", "ask"}) == 0);
  CHECK(typed({"move", "-", "talks"}) == 0);
  CHECK(typed({"edit", "-", "--title", "Fruit"}) == 0);

  CHECK(desk.item(0).state == State::Undecided);
  CHECK(desk.item(1).item.section == "talks");
  CHECK(desk.item(1).edited_title == "Fruit");
  CHECK(desk.item(2).item.section == "articles");
  CHECK(desk.open()->decisions().on(desk.ids[2]).empty());
}

TEST_CASE("what standard input does not name is not decided") {
  const Desk desk;
  {
    const Typed nothing("ID  DATE\n\n");
    const Ran ran = desk.run({"keep", "-"});
    CHECK(ran.code == 2);
    CHECK_THAT(ran.err, ContainsSubstring("standard input names no item"));
  }
  const Typed one_is_wrong(desk.ids[0] + "\nzzzz\n");
  const Ran ran = desk.run({"keep", "-"});
  CHECK(ran.code == 1);
  CHECK_THAT(ran.err, ContainsSubstring("there is no item zzzz"));
  CHECK(desk.open()->decisions().all().empty());
}

TEST_CASE("list QUERY of signs alone finds nothing") {
  const Desk desk;
  for (const char* query : {"\"", "!!!", "\"\"", "*"}) {
    const Ran ran = desk.program(
        {"list", query, "--all", "--format", "json", "--db", desk.program.path("news.db")});
    INFO(query << ": " << ran.err);
    CHECK(ran.code == 0);
    CHECK(ran.out == "[\n]\n");
  }
}
