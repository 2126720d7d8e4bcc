#include "learn/lesson.h"

#include "core/error.h"
#include "support/catch.h"

#include <fmt/format.h>

using namespace collector;

namespace {

/// Issues of a newsletter that files releases of Quay under clients and the rest under
/// articles.
std::vector<PublishedItem> printed(int issues) {
  std::vector<PublishedItem> items;
  for (int number = 0; number < issues; ++number) {
    PublishedItem release;
    release.issue = fmt::format("20{:02}-03-05", 10 + number);
    release.section = "clients";
    release.title = fmt::format("1.{}", number);
    release.url = fmt::format("https://github.com/harbour/quay/releases/tag/v1.{}", number);
    PublishedItem article = release;
    article.section = "articles";
    article.title = "How to moor";
    article.url = fmt::format("https://school.example/{}", number);
    PublishedItem meeting = article;
    meeting.section = "events";
    items.insert(items.end(), {release, article, meeting});
  }
  return items;
}

}  // namespace

TEST_CASE("a lesson is measured on issues that its model has not seen") {
  const std::vector<LabelledItem> items = labelled_items(printed(12), ProjectRegistry());

  const Lesson lesson = learn(items);

  CHECK(lesson.examples == 24);
  CHECK(lesson.model.sections() == std::vector<std::string>{"articles", "clients"});
  CHECK(lesson.crossed.total == 24);
  CHECK(lesson.crossed.right == 24);
  CHECK(lesson.last_six.total == 12);
  CHECK(lesson.last_six.right == 12);
  CHECK(lesson.model.accuracy() == 1);
}

TEST_CASE("how far a share may be off by luck depends on how many items it is of") {
  Score score;
  CHECK(score.noise() == 0);
  score.right = 80;
  score.total = 100;
  CHECK(score.noise() == Approx(0.04));
  score.total = score.right;
  CHECK(score.noise() == 0);
}

TEST_CASE("older issues count less, and what kind tells is left out") {
  const std::vector<LabelledItem> items = labelled_items(printed(12), ProjectRegistry());

  REQUIRE(items.size() == 24);
  CHECK(items.back().example.weight == Approx(1));
  CHECK(items[items.size() - 9].example.weight == Approx(0.5));  // four years before
}

TEST_CASE("a reviewer's move is an example, other items are none") {
  StoredItem moved;
  moved.item.title = "How to moor";
  moved.item.url = "https://school.example/1";
  moved.item.section = "libraries";
  moved.moved = true;
  StoredItem placed = moved;
  placed.moved = false;
  const std::vector<StoredItem> stored{moved, placed};

  const std::vector<LabelledItem> items = labelled_moves(stored, ProjectRegistry());

  REQUIRE(items.size() == 1);
  CHECK(items[0].example.section == "libraries");
  CHECK(items[0].example.weight > 1);
  CHECK(items[0].issue.empty());
}

TEST_CASE("too little to learn from is said") {
  CHECK_THROWS_AS(learn(labelled_items(printed(3), ProjectRegistry())), Error);
}
