// The system's limit of open files, which a thousand connections exceed as it is usually set.
#pragma once

namespace collector {

/// Raises the limit so that `connections` fit beside what the program has open anyway, and
/// returns how many really do. Called before a second thread starts, it spares each of the
/// first connections a wait.
int allow_connections(int connections);

}  // namespace collector
