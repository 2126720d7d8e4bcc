// A protocol extension (XEP) as its list, xeplist.xml, states it: a specification to the code,
// an extension to people.
#pragma once

#include <string>

namespace collector {

/// One `<xep>` of the list; every field is plain text as written there, on one line but for
/// `remark`.
struct Specification {
  bool accepted = true;    // false: a proposal (ProtoXEP) without a number yet
  std::string number;      // "198"; empty for a proposal
  std::string proto_name;  // "pubsub-server-info"; proposals only
  std::string title;
  std::string abstract;
  std::string status;     // "Draft", "Experimental", "Proposed", "ProtoXEP", …
  std::string last_call;  // day a Last Call ends, "2024-06-10"; empty: none
  std::string date;       // of the last revision: the author's, not the day it was published
  std::string version;
  std::string initials;  // of its author
  // What it changed. A list's items stand on lines of their own, each opening with "* ".
  std::string remark;
};

}  // namespace collector
