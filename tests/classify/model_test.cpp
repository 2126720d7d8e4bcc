#include "classify/model.h"

#include "core/error.h"
#include "support/catch.h"

using namespace collector;

namespace {

constexpr const char* kText =
    "# A model of collector, form 1\n"
    "# A feature a line, then how much it speaks for each section. Made by 'learn'.\n"
    "# Whose news it is also says how often such news was printed in each.\n"
    "sections articles clients\n"
    "temperature 2.000\n"
    "accuracy 0.8500\n"
    "host=quay.example -1.00 1.00\n"
    "news-of=pier/text 0.00 0.00 printed 5 1\n"
    "news-of=quay/release 0.00 0.00 printed 0 2\n"
    "news-of=tug/release 0.00 0.00 printed 0 1\n"
    "word=how 0.75 -0.50\n";

Prediction predict(const Model& model, const std::vector<std::string>& features) {
  return model.predict(features);
}

}  // namespace

TEST_CASE("a model's file says what was read of it") {
  const Model model = Model::parse(kText);

  CHECK(model.text() == kText);
  CHECK(model.sections() == std::vector<std::string>{"articles", "clients"});
  CHECK(model.size() == 5);
  CHECK(model.accuracy() == Approx(0.85));
}

TEST_CASE("a name may hold what parts the words of a model's file") {
  const std::vector<std::string> sections{"big news", "50% off"};
  const std::vector<std::string> names{"repository=h\nx/quay", "word=100%", "word=a\tb"};
  const Model made(sections, names, {1, -1, 2, -2, 3, -3}, std::vector<int>(6), 1);

  const Model read = Model::parse(made.text());

  CHECK(read.sections() == sections);
  REQUIRE(read.size() == names.size());
  for (std::uint32_t feature = 0; feature < names.size(); ++feature)
    CHECK(read.name(feature) == names[feature]);
  CHECK(Model::parse("# A model of collector, form 1\nsections 5%off 5% %zz\n").sections() ==
        std::vector<std::string>{"5%off", "5%", "%zz"});
}

TEST_CASE("features are weighed together, each once, and the unknown count for nothing") {
  const Model model = Model::parse(kText);

  CHECK(predict(model, {}).probabilities[0] == Approx(0.5));
  // scores -1 and 1 at temperature 2: 1 / (1 + e^1)
  CHECK(predict(model, {"host=quay.example"}).probabilities[0] == Approx(0.268941));
  CHECK(predict(model, {"host=quay.example", "word=never", "host=quay.example"})
            .probabilities[0] == Approx(0.268941));
  CHECK(predict(model, {"word=how", "host=quay.example"}).probabilities[1] == Approx(0.592667));
}

TEST_CASE("the reasons for an answer are the features that speak for it, loudest first") {
  const Model model = Model::parse(std::string(kText) + "word=app 0.00 0.30\n");
  const Prediction prediction = predict(model, {"word=app", "host=quay.example", "word=how"});

  const auto reasons = model.reasons(prediction, 1, 5);

  REQUIRE(reasons.size() == 2);
  CHECK(model.name(reasons[0]) == "host=quay.example");
  CHECK(model.name(reasons[1]) == "word=app");
  CHECK(model.reasons(prediction, 1, 1).size() == 1);
}

TEST_CASE(
    "an answer is backed by the past when that is long enough and speaks with one voice") {
  const Model model = Model::parse(kText);
  const auto [subject, section, agreed] = GENERATE(table<const char*, std::size_t, bool>({
      {"news-of=quay/release", 1, true},
      {"news-of=quay/release", 0, false},  // never printed there
      {"news-of=tug/release", 1, false},   // once is no custom
      {"news-of=pier/text", 0, false},     // now here, now there
      {"news-of=buoy/release", 1, false},  // new
  }));
  CAPTURE(subject, section);

  CHECK(model.agreed(predict(model, {"word=how", subject}), section) == agreed);
}

TEST_CASE("what is no model is refused with its line") {
  const std::string head = "# A model of collector, form 1\nsections a b\n";
  const auto [text, complaint] = GENERATE_COPY(table<std::string, std::string>({
      {"", "line 0: wants \"# A model of collector, form 1\""},
      {"# A model of collector, form 2\n", "line 1: wants \"# A model of collector, form 1\""},
      {"# A model of collector, form 1\n", "line 1: wants a line \"sections …\""},
      {head + "word=x 1.0\n", "line 3: wants a number, got \"\""},
      {head + "word=x 1.0 much\n", "line 3: wants a number, got \"much\""},
      {head + "word=x 1.0 inf\n", "line 3: wants a number, got \"inf\""},
      {head + "news-of=x 1.0 1.0 printed 1 half\n", "line 3: wants a number, got \"half\""},
      {head + "news-of=x 1.0 1.0 printed 1 0.5\n", "line 3: wants a whole number, got \"0.5\""},
      {head + "temperature 0\n", "line 3: wants a temperature above 0"},
  }));
  CAPTURE(text);

  try {
    Model::parse(text);
    FAIL("it was read");
  } catch (const Error& error) {
    CHECK_THAT(error.what(), ContainsSubstring("the model, " + complaint));
  }
}
