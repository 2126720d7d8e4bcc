// What is remembered of the texts that editors work in.
#include "store/drafts.h"

#include "store/draft.h"
#include "store_fixture.h"
#include "support/catch.h"

using namespace collector;

namespace {

Draft draft(const std::string& output, const std::string& text, int first_day = 1) {
  Draft made;
  made.window = {january(first_day), january(31)};
  made.output = output;
  made.text = text;
  made.when = january(20);
  return made;
}

}  // namespace

TEST_CASE_METHOD(StoreFixture, "a draft comes back as it was left") {
  Draft given = draft("/home/eva/draft.md", "## Articles\n\n- one\n");
  given.origin = 7;
  given.decisions = 12;

  const std::int64_t number = store->drafts().remember(given);

  const Draft stored = store->drafts().of(given.window).at(0);
  CHECK(stored.number == number);
  CHECK(stored.window.from == given.window.from);
  CHECK(stored.window.until == given.window.until);
  CHECK(stored.output == given.output);
  CHECK(stored.text == given.text);
  CHECK(stored.origin == 7);
  CHECK(stored.decisions == 12);
  CHECK(stored.when == january(20));
}

TEST_CASE_METHOD(StoreFixture, "drafts are told apart by their days") {
  store->drafts().remember(draft("a.md", "whole month"));
  store->drafts().remember(draft("a.md", "second half", 16));

  CHECK(store->drafts().of(draft("", "").window).size() == 1);
  CHECK(store->drafts().of(Window{january(16), january(31)}).at(0).text == "second half");
  CHECK(store->drafts().all().size() == 2);
}

TEST_CASE_METHOD(StoreFixture, "old drafts are forgotten, but never the last one of a file") {
  store->drafts().remember(draft("rare.md", "the only one"));
  for (int n = 0; n < 40; ++n)
    store->drafts().remember(draft("nightly.md", "night " + std::to_string(n)));

  const std::vector<Draft> drafts = store->drafts().all();

  CHECK(drafts.size() == 21);
  CHECK(drafts.front().output == "rare.md");
  CHECK(drafts.back().text == "night 39");
}
