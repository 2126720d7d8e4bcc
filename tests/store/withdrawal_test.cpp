// What a feed takes out from between its entries, and what merely leaves it.
#include "store/poll.h"
#include "store_fixture.h"
#include "support/catch.h"

using namespace collector;

namespace {

std::vector<Item> entries(const std::vector<std::pair<std::string, int>>& named) {
  std::vector<Item> all;
  for (const auto& [name, day] : named)
    all.push_back(entry("planet", name, day));
  return all;
}

}  // namespace

TEST_CASE_METHOD(StoreFixture, "an event that has left its calendar is withdrawn") {
  Item summit = entry("calendar", "a", 8);
  Item sprint = entry("calendar", "b", 8);
  summit.days = {*parse_day_span("2024-02-01/2024-02-02")};
  sprint.days = {*parse_day_span("2024-05-01/2024-05-01"),
                 *parse_day_span("2024-06-01/2024-06-01")};
  save(*store, poll("calendar", {summit, sprint}, january(10)));
  CHECK(item(id_of("About b")).item.days == sprint.days);
  CHECK(items({.dated = true}).size() == 2);

  sprint.days = {*parse_day_span("2024-05-02/2024-05-02")};
  save(*store, poll("calendar", {sprint}, january(11)));

  CHECK(item(id_of("About a")).withdrawn);
  CHECK(item(id_of("About b")).item.days == sprint.days);
}

TEST_CASE_METHOD(StoreFixture, "what has just come between known entries is not withdrawn") {
  save(*store,
       poll("planet", {entry("planet", "a", 8), entry("planet", "c", 10)}, january(11)));
  save(*store, poll("planet",
                    {entry("planet", "a", 8), entry("planet", "b", 9), entry("planet", "c", 10),
                     entry("planet", "d", 11)},
                    january(12)));

  CHECK_FALSE(item(id_of("About b")).withdrawn);
  CHECK_FALSE(item(id_of("About d")).withdrawn);
}

TEST_CASE_METHOD(StoreFixture, "what a feed takes out between its entries is withdrawn") {
  const std::vector entries{entry("planet", "a", 7), entry("planet", "b", 8),
                            entry("planet", "c", 9)};
  save(*store, poll("planet", entries, january(10)));

  save(*store, poll("planet", {entries[1]}, january(11)));
  CHECK_FALSE(item(id_of("About a")).withdrawn);  // merely too old for the feed
  CHECK(item(id_of("About c")).withdrawn);

  save(*store, poll("planet", entries, january(12)));
  CHECK_FALSE(item(id_of("About c")).withdrawn);
}

TEST_CASE_METHOD(StoreFixture, "what makes room below a pinned entry is not withdrawn") {
  save(*store,
       poll("planet", entries({{"pinned", -900}, {"c", 9}, {"b", 8}, {"a", 7}}), january(10)));

  save(*store,
       poll("planet", entries({{"pinned", -900}, {"d", 10}, {"c", 9}, {"b", 8}}), january(11)));
  CHECK_FALSE(item(id_of("About a")).withdrawn);

  save(*store, poll("planet", entries({{"pinned", -900}, {"d", 10}, {"b", 8}}), january(12)));
  CHECK(item(id_of("About c")).withdrawn);
}

TEST_CASE_METHOD(StoreFixture, "nothing is withdrawn where entries are in no order of dates") {
  save(*store, poll("planet", entries({{"b", 8}, {"d", 10}, {"a", 7}, {"c", 9}}), january(11)));

  save(*store,
       poll("planet", entries({{"d", 10}, {"a", 7}, {"e", 11}, {"b", 8}}), january(12)));

  CHECK_FALSE(item(id_of("About c")).withdrawn);
}
