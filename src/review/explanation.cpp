#include "review/explanation.h"

namespace collector {

const char* state_meaning(const StoredItem& stored) {
  switch (stored.state) {
    case State::Undecided:
      return "no reviewer has decided; an export prints it";
    case State::Kept:
      return "a reviewer keeps it";
    case State::Dropped:
      return "a reviewer dropped it; it never comes back by itself";
    case State::Removed:
      return "an editor took it out of the draft; 'undo' brings it back";
    case State::Noise:
      return "set aside as no news; 'keep' prints it all the same";
    case State::Quarantined:
      return "held back: its feed brought suspiciously much at once; 'keep' prints it";
    case State::Printed:
      return "a closed issue has printed it";
  }
  return "";
}

const char* date_meaning(DateSource source) {
  switch (source) {
    case DateSource::Published:
      return "when it was published";
    case DateSource::Updated:
      return "when it was updated";
    case DateSource::FirstSeen:
      return "when it was first seen: the feed gives no plausible date";
  }
  return "";
}

std::vector<std::string> remarks(const StoredItem& stored) {
  std::vector<std::string> found;
  if (stored.doubtful)
    found.emplace_back("doubtful date: it came undated with the first poll of its feed");
  if (stored.withdrawn) found.emplace_back("its feed no longer carries it");
  if (!stored.printed_in.empty()) found.push_back("printed in the issue " + stored.printed_in);
  return found;
}

}  // namespace collector
