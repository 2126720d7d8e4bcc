#include "normalise/language.h"

#include "normalise/normalise.h"
#include "support/catch.h"

#include <string>
#include <vector>

using namespace collector;

namespace {

struct LanguageCase {
  std::string text;
  std::string expected;  // empty: not to be told
};

/// An item in German, of which its feed says this.
Item item_of(const std::string& entry_language, const std::string& feed_language) {
  RawFeed feed;
  feed.language = feed_language;
  RawEntry& entry = feed.entries.emplace_back();
  entry.title.value = "Wie man einen eigenen Server betreibt und warum sich das lohnt";
  entry.language = entry_language;
  return normalise(feed, FeedSource{}, "https://feeds.example/", UtcTime{}).at(0);
}

}  // namespace

TEST_CASE("a text tells the language it is written in") {
  const std::vector<LanguageCase> cases{
      {"How to run a chat server at home, and what to do when it fails", "en"},
      {"Wie man einen eigenen Server betreibt und warum sich das lohnt", "de"},
      {"Comment installer son propre serveur de messagerie à la maison", "fr"},
      {"Cómo instalar un servidor de mensajería en casa sin complicaciones", "es"},
      {"Come scegliere il programma giusto per chattare con gli amici", "it"},
      {"Guia rápido para quem quer conversar com segurança e privacidade", "pt"},
      {"Hoe je een eigen server opzet en waarom dat de moeite waard is", "nl"},
      {"Новая версия клиента исправляет ошибки при передаче файлов", "ru"},
      {"Нова версія клієнта виправляє помилки під час передавання файлів", "uk"},
      {"איך להקים שרת משלך בבית ולמה זה כדאי", "he"},
  };
  for (const LanguageCase& c : cases) {
    INFO(c.text);
    CHECK(detect_language(c.text) == c.expected);
  }
}

TEST_CASE("names, numbers and scraps of text tell no language") {
  for (const std::string text :
       {"", "Gajim 1.8.4", "MongooseIM 3.4.0", "Mellium Co-op", "Snikket", "v0.13.0", "Bonjour",
        "Neue Version", "Release 2.0", "gekitchen", "freie-messenger.de", "\xff\xfe",
        "https://example.org/aaaa/bbbb/cccc/dddd"}) {
    INFO(text);
    CHECK(detect_language(text).empty());
  }
}

TEST_CASE("the expected language settles a doubt and overrules no words") {
  const std::string doubtful = "Outdoor-Antennen im Test. Fünf Antennen, ein Dach.";
  const std::string french = "Comment installer son propre serveur de messagerie à la maison";

  CHECK(detect_language(doubtful, "de-AT") == "de");
  CHECK(detect_language(french, "de") == "fr");
  CHECK(detect_language(french, "tlh") == "fr");
  CHECK(detect_language("Conversations (XMPP): Kontakte schöner benennen", "en") == "de");
  CHECK(detect_language("Gajim 1.8.4", "de").empty());
  CHECK(detect_language("Guia rápido para quem quer conversar com segurança e privacidade",
                        "es") == "pt");
}

TEST_CASE("the expected language is known by each of its codes") {
  const std::string doubtful = "Outdoor-Antennen im Test. Fünf Antennen, ein Dach.";
  const std::string norwegian =
      "Slik setter du opp din egen tjener hjemme, og hva du gjør når den ikke virker";
  const std::string hebrew = "איך להקים שרת משלך בבית ולמה זה כדאי";

  CHECK(detect_language(doubtful, "deu") == "de");
  CHECK(detect_language(norwegian, "nb-NO") == "no");
  CHECK(detect_language(hebrew, "iw") == "he");
}

TEST_CASE("what the entry or its feed says goes before what its words look like") {
  struct Row {
    std::string entry, feed, language;
    bool guessed;
  };

  const auto row = GENERATE(values<Row>(
      {{"", "", "de", true}, {"", "pt_BR", "pt-BR", false}, {"en", "pt_BR", "en", false}}));
  Item item = item_of(row.entry, row.feed);

  guess_language(item);

  CHECK(item.language == row.language);
  CHECK(item.language_guessed == row.guessed);
}

TEST_CASE("words that tell nothing are no guess") {
  Item item;
  item.title = "Gajim 1.8.4";

  guess_language(item);

  CHECK(item.language.empty());
  CHECK_FALSE(item.language_guessed);
}
