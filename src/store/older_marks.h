// The marks of printed releases in older databases, brought to the present form.
#pragma once

#include "store/sqlite.h"

namespace collector {

/// Of a database in the form before 9, whose marks have releases as they were written, and say
/// neither whose all of them are nor which are pre-releases.
void respell_release_marks(Connection& connection);

}  // namespace collector
