// Where the configuration and the database are looked for.
#pragma once

#include <string>

namespace collector {

/// The configuration: `given` (--config), else $COLLECTOR_CONFIG; empty when neither says.
std::string named_configuration(const std::string& given);

/// The same, else the first of ./feeds.yaml, $XDG_CONFIG_HOME/collector/feeds.yaml and
/// /etc/collector/feeds.yaml that exists. Empty when there is none; one that is named need not
/// exist.
std::string find_configuration(const std::string& given);

/// The database: `given` (--db), else $COLLECTOR_DB; empty when neither says.
std::string named_database(const std::string& given);

/// $XDG_DATA_HOME/collector/collector.db, or its place below the home directory.
std::string default_database();

/// A new folder in $TMPDIR that is this user's alone, whose name begins with `name`: in a
/// folder that all share, others may have put something at any name that can be guessed. Throws
/// Error.
std::string make_temporary_folder(const std::string& name);

}  // namespace collector
