#include "store/draft.h"
#include "store/drafts.h"
#include "store/sqlite.h"

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

// What read_rows() reads, in its order.
constexpr const char* kSelect =
    "SELECT number, from_at, until_at, output, origin, decisions, drafted_at, text FROM "
    "drafts ";

std::vector<Draft> read_rows(Statement& rows) {
  std::vector<Draft> drafts;
  while (rows.step()) {
    Draft& draft = drafts.emplace_back();
    rows.read(draft.number, draft.window.from, draft.window.until, draft.output, draft.origin,
              draft.decisions, draft.when, draft.text);
  }
  return drafts;
}

}  // namespace

std::int64_t Drafts::remember(const Draft& draft) {
  Transaction transaction(connection_);
  connection_
      .statement(
          "INSERT INTO drafts (from_at, until_at, output, origin, decisions, drafted_at, text)"
          " VALUES (?, ?, ?, ?, ?, ?, ?)")
      .bind(draft.window.from, draft.window.until, draft.output, draft.origin, draft.decisions,
            draft.when, draft.text)
      .run();
  const std::int64_t number = connection_.last_row();
  forget_old(connection_, draft.window);
  transaction.commit();
  return number;
}

std::vector<Draft> Drafts::all() {
  Statement rows = connection_.statement(std::string(kSelect) + "ORDER BY number");
  return read_rows(rows);
}

std::vector<Draft> Drafts::of(const Window& window) {
  Statement rows = connection_.statement(std::string(kSelect) +
                                         "WHERE from_at = ? AND until_at = ? ORDER BY number");
  rows.bind(window.from, window.until);
  return read_rows(rows);
}

}  // namespace collector
