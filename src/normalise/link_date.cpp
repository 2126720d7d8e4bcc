#include "normalise/link_date.h"

#include "core/url.h"

#include <re2/re2.h>

namespace collector {

std::optional<UtcTime> date_in_link(std::string_view url) {
  static const RE2 kDay(R"(/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:[/_.-]|$))");
  using namespace std::chrono;
  re2::StringPiece path(split_url(url).path);
  std::optional<UtcTime> found;
  int written_year = 0;
  unsigned written_month = 0;
  unsigned written_day = 0;
  while (RE2::FindAndConsume(&path, kDay, &written_year, &written_month, &written_day)) {
    const year_month_day date{year{written_year}, month{written_month}, day{written_day}};
    if (date.ok()) found = UtcTime(sys_days{date});
  }
  return found;
}

}  // namespace collector
