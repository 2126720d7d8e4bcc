#include "news/meetings.h"

#include "core/names.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace collector {
namespace {

/// Meetings that are not the newsletter's own; a word of the title.
constexpr auto kEventWords = std::to_array<std::string_view>(
    {"fosdem",       "meetup",      "meetups",   "sprint",     "sprints",     "froscon",
     "fossy",        "workshop",    "hackathon", "conference", "hackfest",    "camp",
     "unconference", "stammtisch",  "treffen",   "barcamp",    "konferenz",   "rencontre",
     "rencontres",   "conférence",  "atelier",   "encuentro",  "conferencia", "jornadas",
     "encontro",     "conferência", "incontro",  "conferenza", "bijeenkomst", "conferentie",
     "spotkanie",    "konferencja", "warsztaty", "setkání",    "konference",  "buluşma",
     "встреча",      "конференция", "митап",     "хакатон",    "зустріч",     "конференція",
     "мітап",        "گردهمایی",    "همایش",     "لقاء",       "مؤتمر",       "מפגש",
     "כנס"});

/// They make an article of what names a meeting.
constexpr auto kReportWords = std::to_array<std::string_view>(
    {"report",  "reports", "summary",     "recap",   "retrospective", "blogpost",
     "minutes", "review",  "impressions", "bericht", "rückblick",     "bilan",
     "resumen", "crónica", "resumo",      "verslag", "relacja",       "podsumowanie",
     "отчёт",   "отчет",   "итоги",       "звіт",    "підсумки"});

/// The same where words are not parted by blanks.
constexpr auto kEventPieces = std::to_array<std::string_view>(
    {"勉強会", "ユーザー会", "もくもく会", "カンファレンス", "ミートアップ", "ハンズオン",
     "ハッカソン", "聚会", "峰会", "沙龙", "研讨会", "开发者大会", "밋업", "컨퍼런스",
     "해커톤"});
constexpr auto kReportPieces = std::to_array<std::string_view>(
    {"参加しました", "参加してきました", "行ってきた", "行ってきました", "レポート", "参加記",
     "回顾", "总结", "후기"});

/// An interview, where somebody follows: "Rencontre avec Ada Heron".
constexpr std::array<std::array<std::string_view, 2>, 4> kInterviews{
    {{"rencontre", "avec"}, {"encuentro", "con"}, {"encontro", "com"}, {"incontro", "con"}}};

bool is_interview(const Title& title) {
  return std::ranges::any_of(kInterviews, [&](const auto& said) {
    return !std::ranges::search(title.words, said).empty();
  });
}

}  // namespace

bool names_event(const Title& title) {
  const bool meeting =
      has_any(title.words, kEventWords) || contains_any(title.text, kEventPieces);
  return meeting && !looks_back(title) && !is_interview(title);
}

bool looks_back(const Title& title) {
  return has_any(title.words, kReportWords) || contains_any(title.text, kReportPieces);
}

}  // namespace collector
