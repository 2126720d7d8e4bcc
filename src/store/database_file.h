// The files that databases lie in.
#pragma once

#include <string>

namespace collector {

class Connection;

/// The file that `path` leads to, over however many links, there or not: what belongs to a
/// database lies beside it and has its name.
std::string follow_links(std::string path);

/// Makes an empty file for its owner and group alone: addresses of feeds may hold passwords.
/// False when there is one, or none can be made: errno tells.
bool make_database_file(const std::string& path);

/// Copies the database to the new file `path`, whole or not at all. Throws StoreError.
void copy_database(Connection& connection, const std::string& path);

}  // namespace collector
