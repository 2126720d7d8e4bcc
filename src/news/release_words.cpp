#include "news/release_words.h"

#include "core/names.h"
#include "core/text.h"
#include "core/utf8.h"

#include <algorithm>
#include <array>
#include <string>

namespace collector {
namespace {

constexpr auto kOutWords = std::to_array<std::string_view>(
    {"released",       "available",   "out",         "disponible",
     "disponível",     "disponibil",  "sortie",      "sorti",
     "lanzado",        "lanzada",     "lançado",     "lançada",
     "publicado",      "publicada",   "erschienen",  "verfügbar",
     "veröffentlicht", "disponibile", "rilasciato",  "rilasciata",
     "uscito",         "uscita",      "uitgebracht", "beschikbaar",
     "släppt",         "släppts",     "julkaistu",   "udgivet",
     "frigivet",       "lansat",      "lansată",     "megjelent",
     "yayınlandı",     "çıktı",       "wydano",      "dostępny",
     "dostępna",       "dostępne",    "ukazał",      "ukazała",
     "vydán",          "vydána",      "vydáno",      "vyšel",
     "vyšla",          "вышел",       "вышла",       "вышло",
     "вышли",          "выпущен",     "выпущена",    "доступен",
     "доступна",       "доступно",    "опубликован", "опубликована",
     "состоялся",      "вийшов",      "вийшла",      "вийшло",
     "випущено",       "доступний",   "κυκλοφόρησε", "διαθέσιμο",
     "منتشر",          "صدر",         "صدرت",        "متاح",
     "متاحة",          "שוחרר",       "שוחררה",      "יצא",
     "יצאה",           "リリース",    "公開",        "发布",
     "發布",           "출시"});

constexpr auto kVersionWords = std::to_array<std::string_view>(
    {"version", "versión", "versão",     "versione", "versie",  "versio", "versi",
     "wersja",  "wersji",  "wersję",     "verze",    "verzia",  "verzió", "sürüm",
     "sürümü",  "версия",  "версии",     "версию",   "версія",  "версії", "версію",
     "έκδοση",  "نسخه",    "نسخهٔ",       "إصدار",    "الإصدار", "اصدار",  "גרסה",
     "גירסה",   "גרסת",    "バージョン", "版本",     "버전"});

constexpr auto kNotYetWords = std::to_array<std::string_view>(
    {"coming",    "roadmap",   "postponed",     "delayed",   "party",           "soon",
     "upcoming",  "before",    "towards",       "toward",    "planned",         "wanted",
     "testers",   "advisory",  "will",          "longer",    "freeze",          "eol",
     "demnächst", "bientôt",   "prochainement", "wkrótce",   "ukaże",           "скоро",
     "выйдет",    "перенесён", "вийде",         "незабаром", "به‌زودی", "قريبا",
     "בקרוב"});

constexpr auto kAnnouncingWords = std::to_array<std::string_view>(
    {"we",       "have",       "has",        "just",        "today",
     "i",        "am",         "now",        "meet",        "say",
     "hello",    "welcome",    "messenger",  "client",      "server",
     "xmpp",     "jabber",     "neue",       "neuer",       "von",
     "nouvelle", "la",         "ya",         "lanzamiento", "nueva",
     "o",        "è",          "rilascio",   "di",          "релиз",
     "выпуск",   "новая",      "новый",      "представлен", "мессенджера",
     "клиента",  "программы",  "приложения", "библиотеки",  "редактора",
     "сервера",  "стабильный", "реліз",      "випуск",      "нова",
     "новий",    "месенджера", "клієнта",    "програми",    "wydanie",
     "się",      "nowa",       "programu",   "vydání",      "nová",
     "انتشار",   "إطلاق",      "صدور",       "חדשה",        "veröffentlichung"});

constexpr auto kMentionWords = std::to_array<std::string_view>(
    {"in",  "on",    "at",  "under", "and",  "or",  "vs",    "versus", "using", "via", "im",
     "auf", "unter", "und", "oder",  "dans", "sur", "sous",  "et",     "ou",    "en",  "sobre",
     "y",   "su",    "nel", "na",    "em",   "op",  "onder", "på",     "och",   "w",   "lub",
     "pod", "v",     "ve",  "в",     "во",   "на",  "под",   "и",      "или",   "у",   "під",
     "і",   "й",     "та",  "або",   "در",   "و",   "على",   "في"});

/// What a release's title may be made of behind its version, longer ones first.
constexpr auto kReleaseParts = std::to_array<std::string_view>(
    {"されました", "アップデート", "しました", "リリース",   "お知らせ",
     "について",   "提供下载",     "했습니다", "되었습니다", "됐습니다",
     "릴리스",     "릴리즈",       "正式",     "安定版",     "された",
     "公開",       "公开",         "发布",     "發布",       "推出",
     "上线",       "現已",         "现已",     "出荷",       "登場",
     "更新",       "した",         "출시",     "공개",       "배포",
     "안내",       "소식",         "版",       "了",         "已",
     "を",         "が",           "の",       "は",         "も",
     "을",         "를",           "이",       "가"});

/// Of Chinese, Japanese or Korean.
bool is_unparted_letter(std::string_view text, std::size_t at) {
  if (utf8_length(text, at) != 3) return false;
  const char32_t code = code_point(text.substr(at, 3));
  return (code >= 0x3041 && code <= 0x9FFF) || (code >= 0xAC00 && code <= 0xD7A3);
}

/// `rest` without what a release's title may be made of.
std::string_view behind_parts(std::string_view rest) {
  for (bool found = true; found;) {
    const auto part = std::ranges::find_if(
        kReleaseParts, [&](std::string_view one) { return rest.starts_with(one); });
    found = part != kReleaseParts.end();
    if (found) rest = trimmed(rest.substr(part->size()));
  }
  return rest;
}

}  // namespace

bool is_out_word(std::string_view word) {
  return is_one_of(kOutWords, word);
}

bool is_version_word(std::string_view word) {
  return is_one_of(kVersionWords, word);
}

bool is_not_yet_word(std::string_view word) {
  return is_one_of(kNotYetWords, word);
}

bool is_announcing_word(std::string_view word) {
  return is_one_of(kAnnouncingWords, word) || is_out_word(word) || is_version_word(word);
}

bool is_mention_word(std::string_view word) {
  return is_one_of(kMentionWords, word);
}

bool is_unparted(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at = next_character(text, at))
    if (is_unparted_letter(text, at)) return true;
  return false;
}

Sequel sequel(std::string_view rest) {
  rest = trimmed(rest);
  if (rest.empty() || !is_unparted_letter(rest, 0)) return Sequel::Apart;
  rest = behind_parts(rest);
  return !rest.empty() && is_unparted_letter(rest, 0) ? Sequel::Mention : Sequel::Release;
}

}  // namespace collector
