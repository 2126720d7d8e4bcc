// Titles that ask for tests of a version: most speak of one that is not out yet.
#pragma once

#include "news/title.h"

namespace collector {

/// True for "Call for testing: Quay 3.0" and "Quay 3.0 ready for testing": the version, which
/// there must be, is not out. Not for a pre-release, which is.
bool calls_for_tests(const Title& title);

/// True for "Please test Quay 3.0" and "Quay 3.0: call for testing", unless a pre-release is
/// meant; it may be out all the same: "Quay 3.0 released, please test".
bool wishes_tests(const Title& title);

}  // namespace collector
