#include "store/sqlite_drafts.h"

namespace collector {

namespace {

constexpr std::int64_t kKept = 20;  // of the same days: some weeks of nightly exports

void forget_old(Connection& connection, const Window& window) {
  connection
      .statement(
          "DELETE FROM drafts WHERE from_at = ?1 AND until_at = ?2"
          "  AND number NOT IN (SELECT max(number) FROM drafts"
          "    WHERE from_at = ?1 AND until_at = ?2 GROUP BY output)"
          "  AND number NOT IN (SELECT number FROM drafts"
          "    WHERE from_at = ?1 AND until_at = ?2 ORDER BY number DESC LIMIT ?3)")
      .bind(window.from, window.until, kKept)
      .run();
}

}  // namespace

std::int64_t write_draft(Connection& connection, const Draft& draft) {
  connection
      .statement(
          "INSERT INTO drafts (from_at, until_at, output, origin, decisions, drafted_at, text)"
          " VALUES (?, ?, ?, ?, ?, ?, ?)")
      .bind(draft.window.from, draft.window.until, draft.output, draft.origin, draft.decisions,
            draft.when, draft.text)
      .run();
  const std::int64_t number = connection.last_row();
  forget_old(connection, draft.window);
  return number;
}

std::vector<Draft> read_drafts(Connection& connection, const std::optional<Window>& window) {
  std::vector<Draft> drafts;
  const std::string all =
      "SELECT number, from_at, until_at, output, origin, decisions, drafted_at, text"
      " FROM drafts ";
  Statement rows =
      connection.statement(all + (window ? "WHERE from_at = ? AND until_at = ? ORDER BY number"
                                         : "ORDER BY number"));
  if (window) rows.bind(window->from, window->until);
  while (rows.step()) {
    Draft& draft = drafts.emplace_back();
    rows.read(draft.number, draft.window.from, draft.window.until, draft.output, draft.origin,
              draft.decisions, draft.when, draft.text);
  }
  return drafts;
}

}  // namespace collector
