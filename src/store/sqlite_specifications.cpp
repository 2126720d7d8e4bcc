#include "store/sqlite_specifications.h"

#include "store/feeds.h"

namespace collector {

// The column xep has Specification::number.

std::vector<Specification> Feeds::specifications(const std::string& feed) {
  std::vector<Specification> specifications;
  Statement rows = connection_.statement(
      "SELECT accepted, xep, proto_name, specifications.title, abstract, status, last_call,"
      "  date, version, initials, remark "
      "FROM specifications JOIN feeds ON feeds.number = feed WHERE name = ? ORDER BY position");
  rows.bind(feed);
  while (rows.step()) {
    Specification& one = specifications.emplace_back();
    rows.read(one.accepted, one.number, one.proto_name, one.title, one.abstract, one.status,
              one.last_call, one.date, one.version, one.initials, one.remark);
  }
  return specifications;
}

void write_specifications(Connection& connection, std::int64_t feed,
                          const std::vector<Specification>& specifications) {
  connection.statement("DELETE FROM specifications WHERE feed = ?").bind(feed).run();
  Statement row = connection.statement(
      "INSERT INTO specifications (feed, position, accepted, xep, proto_name, title, abstract,"
      "  status, last_call, date, version, initials, remark) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  std::int64_t position = 0;
  for (const Specification& one : specifications) {
    row.bind(feed, ++position, one.accepted, one.number, one.proto_name, one.title,
             one.abstract, one.status, one.last_call, one.date, one.version, one.initials,
             one.remark);
    row.run();
  }
}

}  // namespace collector
