#include "news/meetings.h"

#include "support/catch.h"

using namespace collector;

TEST_CASE("a meeting is told in many languages") {
  const char* title = GENERATE(
      "Meetup in Berlin", "Rencontre mensuelle à Lyon", "Encuentro de usuarias en Sevilla",
      "Spotkanie użytkowników w Łodzi", "ВСТРЕЧА пользователей в Москве",
      "Зустріч спільноти у Львові", "گردهمایی کاربران در تهران", "لقاء المجتمع، الرياض",
      "מפגש קהילה: הקוד הפתוח", "名古屋でRust勉強会を開催します",
      "「かげ」ユーザー会のお知らせ", "北京线下聚会报名", "서울밋업을 엽니다");
  CAPTURE(title);

  CHECK(names_event(Title(title)));
}

TEST_CASE("a report of a meeting and an interview are articles in many languages") {
  const char* title =
      GENERATE("Notes on the Berlin sprint: a report", "Rückblick auf das Treffen in Köln",
               "Отчёт: встреча в Москве", "かげユーザー会に参加しました", "勉強会に行ってきた",
               "Rencontre avec la développeuse de Quay", "Encuentro con Ada Heron",
               "Encontro com Ada Heron", "Incontro con Ada Heron");
  CAPTURE(title);

  CHECK_FALSE(names_event(Title(title)));
}
