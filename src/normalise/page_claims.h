// What an HTML page says of itself in many places, and which of it counts.
#pragma once

#include "normalise/web_page.h"

#include <initializer_list>
#include <map>
#include <string>

namespace collector {

class PageClaims {
 public:
  /// `name` is that of a meta element in lower case, or says where else the value stood:
  /// "json-ld author", "itemprop datepublished", "time". The first value of a name stays, an
  /// empty one is none.
  void note(const std::string& name, std::string value);

  [[nodiscard]] bool has(const std::string& name) const { return claims_.contains(name); }

  /// Fills the texts of `page`.
  void judge(WebPage& page) const;

 private:
  using Names = std::initializer_list<const char*>;

  [[nodiscard]] std::string first_of(Names names) const;
  [[nodiscard]] std::string first_date_of(Names names) const;
  [[nodiscard]] std::string title() const;
  [[nodiscard]] std::string author() const;

  std::map<std::string, std::string> claims_;
};

}  // namespace collector
