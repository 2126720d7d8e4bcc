#include "config/timezone.h"

#include <date/tz.h>

#include <stdexcept>

namespace collector {

bool is_timezone(const std::string& name) {
  // The first look into the time zone database costs milliseconds.
  if (name == "UTC") return true;
  try {
    return date::locate_zone(name) != nullptr;
  } catch (const std::runtime_error&) {
    return false;
  }
}

}  // namespace collector
