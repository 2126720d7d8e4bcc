// Which part of a month a page shows, as its address says it.
#pragma once

#include "export/candidates.h"
#include "web/message.h"

#include <array>
#include <string>
#include <string_view>

namespace collector {

/// Where a story lies on a reviewer's desk.
enum class Shelf {
  Open,     // nobody has decided; an issue prints it
  Kept,     // or printed already
  Dropped,  // or removed from a draft
  Aside,    // no news, held back, quarantined: left out unless somebody keeps it
};

inline constexpr std::array kShelves{Shelf::Open, Shelf::Kept, Shelf::Dropped, Shelf::Aside};

Shelf shelf_of(const Candidate& candidate);

/// "open", "kept", "dropped", "aside"
std::string_view to_string(Shelf shelf);

struct MonthQuery {
  std::string month;    // "2024-01"
  std::string state;    // a shelf's name; empty: all but what is set aside
  std::string section;  // empty: all
  std::string feed;
  std::string text;  // words
  int page = 1;

  [[nodiscard]] bool shows(Shelf shelf) const;
  /// "/month/2024-01?state=open"
  [[nodiscard]] std::string url() const;
};

MonthQuery month_query(const std::string& month, const Fields& fields);

/// The query behind an address of this site, "/month/2024-01?state=open"; an empty month when
/// it is none.
MonthQuery month_query_of(const std::string& url);

}  // namespace collector
