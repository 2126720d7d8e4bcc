#include "web/decision_form.h"

#include "core/conflict.h"
#include "core/error.h"
#include "store/decisions.h"
#include "store/items.h"
#include "support/catch.h"
#include "web_store.h"

using namespace collector;

namespace {

Fields fields(std::initializer_list<std::pair<std::string, std::string>> pairs) {
  Fields fields;
  for (const auto& [name, value] : pairs)
    fields.add(name, value);
  return fields;
}

int refused(const Fields& form) {
  try {
    read_decision_form(form);
  } catch (const Refusal& refusal) {
    return refusal.status;
  }
  return 0;
}

}  // namespace

TEST_CASE("a form names stories, their items and what was seen of them") {
  const DecisionForm form = read_decision_form(fields(
      {{"action", "drop"}, {"item", "ab12.3 cd.0"}, {"item", "ef.1"}, {"why", " a\nb "}}));

  CHECK(form.kind == DecisionKind::Drop);
  REQUIRE(form.stories.size() == 2);
  CHECK(to_reference(form.stories[0]) == "ab12.3 cd.0");
  CHECK(form.stories[1][0].seen == 1);
  CHECK(form.why == "a b");
}

TEST_CASE("a form that makes no sense is refused") {
  CHECK(refused(fields({{"action", "keep"}})) == 400);
  CHECK(refused(fields({{"action", "remove"}, {"item", "ab.0"}})) == 400);
  CHECK(refused(fields({{"action", "keep"}, {"item", "ab"}})) == 400);
  CHECK(refused(fields({{"action", "keep"}, {"item", "AB.0"}})) == 400);
  CHECK(refused(fields({{"action", "keep"}, {"item", "ab.x"}})) == 400);
  CHECK(refused(fields({{"action", "merge"}, {"item", "ab.0"}})) == 400);
  CHECK(refused(fields({{"action", "edit"}, {"item", "ab.0"}, {"value", " \n "}})) == 400);
  CHECK(refused(fields({{"action", "note"}, {"item", "ab.0"}})) == 400);
}

TEST_CASE("words that stay as they were are no decision") {
  const auto edit = [](const char* field, const char* was, const char* value) {
    return fields({{"action", "edit"},
                   {"item", "ab.0"},
                   {"field", field},
                   {"was", was},
                   {"value", value}});
  };

  CHECK(refused(edit("title", "Of  apples", "Of apples ")) == 400);
  CHECK(refused(edit("text", "[A](https://a.example/)\n  - b",
                     "[A](https://a.example/)\r\n  - b\n")) == 400);
  CHECK(refused(edit("title", "Of apples", "Of pears")) == 0);
  CHECK(refused(edit("text", "", "Of pears")) == 0);
}

TEST_CASE("a story is decided with all its items, an undo takes back one stroke") {
  const WebStore site;
  const auto store = site.open();
  const std::string both = site.ids[0] + ".0 " + site.ids[1] + ".0";
  const auto decide_it = [&](const char* action, const std::string& item) {
    return decide(
        read_decision_form(fields({{"action", action}, {"item", item}, {"value", "New"}})),
        "Ana", kWebNow, kWebSections, *store);
  };
  const auto now = [&] {
    return to_reference(
        seen_now(read_decision_form(fields({{"action", "undo"}, {"item", both}})),
                 store->decisions())[0]);
  };

  CHECK(decide_it("keep", both).size() == 2);
  CHECK(decide_it("edit", now()).size() == 1);
  CHECK(site.item(0).edited_title == "New");

  CHECK(decide_it("undo", now()).size() == 1);
  CHECK(site.item(0).edited_title.empty());
  CHECK(site.item(1).state == State::Kept);

  CHECK(decide_it("undo", now()).size() == 2);
  CHECK(site.item(1).state == State::Undecided);
  CHECK_THROWS_AS(decide_it("undo", now()), Refusal);
}

TEST_CASE("who has not seen the latest decision is told") {
  const WebStore site;
  const auto store = site.open();
  const DecisionForm keep =
      read_decision_form(fields({{"action", "keep"}, {"item", site.ids[0] + ".0"}}));
  decide(keep, "Ana", kWebNow, kWebSections, *store);

  CHECK_THROWS_AS(decide(keep, "Ben", kWebNow, kWebSections, *store), ConflictError);
  CHECK(store->decisions().all().size() == 1);
}
