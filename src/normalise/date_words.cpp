#include "normalise/date_words.h"

#include <algorithm>
#include <unordered_map>

namespace collector {
namespace {

/// Words that mean the same, in lower case, parted by one space.
struct Row {
  DateWordKind kind;
  int value;
  std::string_view words;
};

// Where two languages share a word, the first row wins ("listopad": November in Polish and
// Czech). The Americas' two-letter zones are those of RSS feeds that leave the season open.
constexpr Row kRows[] = {
    {DateWordKind::Month, 1,
     "jan january jänner januar januari janvier janv enero ene gennaio gen janeiro "
     "januára styczeń stycznia sty leden ledna január ocak oca ianuarie ian янв "
     "января январь ян jaanuar tammikuu tammi tammikuuta sausio ιαν ιανουαρίου "
     "ιανουάριος січня січ siječanj siječnja sij јануар јан janar gener januaria"},
    {DateWordKind::Month, 2,
     "feb february februar feber februari février fevrier févr fév fevr fev febrero "
     "febbraio fevereiro luty lutego lut únor února unor unora február şubat şub "
     "februarie фев февраля февраль февр veebruar helmikuu helmi helmikuuta vasario "
     "φεβ φεβρουαρίου φεβρουάριος лютого лют veljača veljače velj фебруар febrer"},
    {DateWordKind::Month, 3,
     "mar march märz mär mrz maart mrt mars marzo março marco marzec marca březen "
     "března brezen brezna bře március márc marec mart martie мар марта март märts "
     "maaliskuu maalis maaliskuuta kovo μαρ μάρ μαρτίου μάρτιος березня бер ožujak "
     "ožujka ožu març"},
    {DateWordKind::Month, 4,
     "apr april avril avr abril abr aprile kwiecień kwietnia kwi duben dubna dub "
     "április ápr apríl apríla nisan nis aprilie апр апреля апрель aprill huhtikuu "
     "huhti huhtikuuta balandžio απρ απριλίου απρίλιος квітня кві travanj travnja "
     "tra април"},
    {DateWordKind::Month, 5,
     "may mai mei mayo maggio mag maio maj maja květen května kveten kvetna kvě "
     "május máj mája mayıs мая май мај toukokuu touko toukokuuta gegužės μαϊ μαΐου "
     "μάιος μάι травня тра svibanj svibnja svi maig maí"},
    {DateWordKind::Month, 6,
     "jun june juni juin junio giugno giu junho czerwiec czerwca cze červen června "
     "cerven cervna čvn június jún júna haziran haz iunie iun июн июня июнь juuni "
     "kesäkuu kesä kesäkuuta birželio ιουν ιούν ιουνίου ιούνιος червня чер lipanj "
     "lipnja lip јун juny"},
    {DateWordKind::Month, 7,
     "jul july juli juillet juil julio luglio lug julho lipiec lipca červenec "
     "července cervenec cervence čvc július júl júla temmuz tem iulie iul июл июля "
     "июль juuli heinäkuu heinä heinäkuuta liepos ιουλ ιούλ ιουλίου ιούλιος липня "
     "лип srpanj srpnja јул juliol"},
    {DateWordKind::Month, 8,
     "aug august augustus août aout agosto ago sierpień sierpnia sie srpen srpna srp "
     "augusztus augusta ağustos ağu авг августа август elokuu elo elokuuta rugpjūčio "
     "αυγ αύγ αυγούστου αύγουστος серпня сер kolovoz kolovoza kol agost augusti"},
    {DateWordKind::Month, 9,
     "sep sept september septembre septiembre settembre set setembro wrzesień "
     "września wrz září zari zář szeptember szept septembra eylül eyl septembrie сен "
     "сентября сентябрь сент syyskuu syys syyskuuta rugsėjo σεπ σεπτ σεπτεμβρίου "
     "σεπτέμβριος вересня вер rujan rujna ruj септембар setembre"},
    {DateWordKind::Month, 10,
     "oct october oktober okt octobre octubre ottobre ott outubro out październik "
     "października paź říjen října rijen rijna říj október októbra ekim eki "
     "octombrie окт октября октябрь oktoober lokakuu loka lokakuuta spalio οκτ "
     "οκτωβρίου οκτώβριος жовтня жов октобар"},
    {DateWordKind::Month, 11,
     "nov november novembre noviembre novembro listopad listopada lis novembra kasım "
     "kas noiembrie noi ноя ноября ноябрь нояб marraskuu marras marraskuuta "
     "lapkričio νοε νοεμβρίου νοέμβριος листопада лис studeni studenoga stu новембар"},
    {DateWordKind::Month, 12,
     "dec december dez dezember décembre decembre déc diciembre dic dicembre "
     "dezembro grudzień grudnia gru prosinec prosince pro decembra aralık ara "
     "decembrie дек декабря декабрь detsember joulukuu joulu joulukuuta gruodžio δεκ "
     "δεκεμβρίου δεκέμβριος грудня гру prosinac prosinca децембар desembre desember "
     "des"},
    {DateWordKind::Weekday, 0,
     "sun sunday son sonntag dim dimanche dom domingo domenica zon zondag ndz niedz "
     "niedziela ne neděle vas vasárnap paz pazar вс воскресенье sön söndag søn "
     "søndag κυρ κυριακή"},
    {DateWordKind::Weekday, 1,
     "mon monday montag lun lundi lunes lunedì lunedi maa maandag pon poniedziałek "
     "po pondělí hét hétfő pzt pazartesi пн понедельник mån måndag man mandag δευ "
     "δευτέρα 月曜 월요일 segunda seg"},
    {DateWordKind::Weekday, 2,
     "tue tues tuesday die dienstag di mardi martes martedì martedi din dinsdag wt "
     "wtorek út úterý kedd sal salı вт вторник tis tisdag tir tirsdag τρι τρίτη "
     "terça ter"},
    {DateWordKind::Weekday, 3,
     "wed weds wednesday mit mi mittwoch mer mercredi mié mie miércoles mercoledì "
     "mercoledi woe woensdag śr środa středa sze szerda çar çarşamba ср среда ons "
     "onsdag τετ τετάρτη quarta qua"},
    {DateWordKind::Weekday, 4,
     "thu thur thurs thursday don do donnerstag jeu jeudi jue jueves gio giovedì "
     "giovedi donderdag czw czwartek čt čtvrtek csüt csütörtök per perşembe чт "
     "четверг tor tors torsdag πεμ πέμπτη quinta qui"},
    {DateWordKind::Weekday, 5,
     "fri friday fre fr freitag ven vendredi vie viernes venerdì venerdi vri vrijdag "
     "piątek pá pátek pén péntek cum cuma пт пятница fredag παρ παρασκευή sexta sex"},
    {DateWordKind::Weekday, 6,
     "sat saturday sam sa samstag sonnabend samedi sáb sab sábado sabato zat "
     "zaterdag sob sobota so szo szombat cmt cumartesi сб суббота lör lördag lørdag "
     "σαβ σάβ σάββατο"},
    {DateWordKind::HalfDay, 0, "am a.m 오전 上午 午前"},
    {DateWordKind::HalfDay, 12, "pm p.m 오후 下午 午後"},
    {DateWordKind::Zone, 0, "ut utc gmt z zulu wet etc/gmt etc/utc"},
    {DateWordKind::Zone, -240, "at ast edt"},
    {DateWordKind::Zone, -180, "adt brt art"},
    {DateWordKind::Zone, -300, "et est cdt"},
    {DateWordKind::Zone, -360, "ct cst mdt"},
    {DateWordKind::Zone, -420, "mt mst pdt"},
    {DateWordKind::Zone, -480, "pt pst akdt"},
    {DateWordKind::Zone, -540, "akst"},
    {DateWordKind::Zone, -600, "hst"},
    {DateWordKind::Zone, -210, "nst"},
    {DateWordKind::Zone, -150, "ndt"},
    {DateWordKind::Zone, 60, "bst west cet met mez"},
    {DateWordKind::Zone, 120, "cest mest mesz eet"},
    {DateWordKind::Zone, 180, "eest msk trt"},
    {DateWordKind::Zone, 330, "ist"},
    {DateWordKind::Zone, 480, "sgt hkt awst"},
    {DateWordKind::Zone, 540, "jst kst"},
    {DateWordKind::Zone, 570, "acst"},
    {DateWordKind::Zone, 600, "aest"},
    {DateWordKind::Zone, 660, "aedt"},
    {DateWordKind::Zone, 720, "nzst"},
    {DateWordKind::Zone, 780, "nzdt"},
    {DateWordKind::Filler, 0,
     "st nd rd th er t um uhr of the de den del le kl год г года року р à klo o'clock a "
     "las às om ore alle 년 "
     "월 일 시 분 초 年 月 日"},
};

std::unordered_map<std::string_view, DateWord> make_index() {
  std::unordered_map<std::string_view, DateWord> index;
  for (const Row& row : kRows) {
    std::string_view rest = row.words;
    while (!rest.empty()) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      index.emplace(word, DateWord{row.kind, row.value});
      rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    }
  }
  return index;
}

}  // namespace

std::optional<DateWord> find_date_word(std::string_view word) {
  static const auto index = make_index();
  const auto found = index.find(word);
  if (found == index.end()) {
    return std::nullopt;
  }
  return found->second;
}

}  // namespace collector
