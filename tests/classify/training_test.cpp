#include "classify/training.h"

#include "support/catch.h"

#include <algorithm>

using namespace collector;

namespace {

/// Releases of two programs, and texts about both.
std::vector<Example> lessons() {
  std::vector<Example> made;
  for (int count = 0; count < 5; ++count) {
    made.push_back({{"host=quay.example", "kind/release"}, "clients", 1});
    made.push_back({{"host=pier.example", "kind/release"}, "servers", 1});
    made.push_back({{"host=quay.example", "kind/text"}, "articles", 1});
    made.push_back({{"host=pier.example", "kind/text"}, "articles", 1});
  }
  return made;
}

std::string answer(const Model& model, const std::vector<std::string>& features) {
  const Prediction said = model.predict(features);
  const auto best = std::max_element(said.probabilities.begin(), said.probabilities.end());
  return model.sections()[static_cast<std::size_t>(best - said.probabilities.begin())];
}

/// `count` answers that give the right section, or else the wrong one, a probability of `sure`.
std::vector<HeldOut> answers(int count, double sure, std::size_t right) {
  return std::vector<HeldOut>(static_cast<std::size_t>(count),
                              {{sure, 1 - sure}, right, true, 1});
}

}  // namespace

TEST_CASE("a model answers what its examples taught it") {
  const Model model = train(lessons());

  CHECK(model.sections() == std::vector<std::string>{"articles", "clients", "servers"});
  CHECK(answer(model, {"host=quay.example", "kind/release"}) == "clients");
  CHECK(answer(model, {"host=pier.example", "kind/release"}) == "servers");
  CHECK(answer(model, {"host=new.example", "kind/text"}) == "articles");
}

TEST_CASE("a model remembers where news of a subject was printed") {
  const Model model = train(std::vector<Example>{{{"news-of=quay/release"}, "clients", 1},
                                                 {{"news-of=quay/release"}, "clients", 1},
                                                 {{"news-of=pier/release"}, "servers", 1}});
  const std::vector<std::string> quay{"news-of=quay/release"};

  CHECK(model.agreed(model.predict(quay), 0));
  CHECK_THAT(model.text(), ContainsSubstring("printed 2 0\n"));
}

TEST_CASE("an example counts as much as its weight says") {
  std::vector<Example> torn{{{"word=tool"}, "clients", 1}, {{"word=tool"}, "libraries", 3}};
  CHECK(answer(train(torn), {"word=tool"}) == "libraries");

  torn[0].weight = 9;
  CHECK(answer(train(torn), {"word=tool"}) == "clients");
}

TEST_CASE("a large section does not swallow what a small one shares with it") {
  std::vector<Example> uneven(12, {{"word=how"}, "articles", 1});
  for (const char* section : {"articles", "articles", "articles", "libraries", "libraries"})
    uneven.push_back({{"word=out"}, section, 1});

  CHECK(answer(train(uneven), {"word=out"}) == "libraries");
  CHECK(answer(train(uneven), {"word=how"}) == "articles");
}

TEST_CASE("the same examples give the same model to the last digit") {
  CHECK(train(lessons()).text() == train(lessons()).text());
}

TEST_CASE("answers that are wrong too often become more careful, good ones do not") {
  std::vector<HeldOut> boastful = answers(80, 0.95, 0);
  const auto wrong = answers(20, 0.95, 1);
  boastful.insert(boastful.end(), wrong.begin(), wrong.end());
  const std::vector<HeldOut> modest = answers(100, 0.95, 0);

  const double cooled = find_temperature(boastful);

  CHECK(cooled > 1.5);
  CHECK(at_temperature(boastful[0], cooled)[0] < 0.9);
  CHECK(find_temperature(modest) < 1);
}
