#include "store/sqlite_decisions.h"

#include "core/conflict.h"
#include "core/error.h"
#include "store/decisions.h"
#include "store/sqlite_items.h"

#include <fmt/format.h>

namespace collector {

namespace {

/// What the columns of an item say of its standing.
struct StandingRow {
  std::string id;
  State undecided = State::Undecided;
  std::string section;  // the classifier's
  std::string title;    // the feed's
  std::string printed_in;
};

StandingRow read_standing_row(Connection& connection, std::int64_t item) {
  StandingRow standing;
  bool noise = false;
  bool quarantined = false;
  Statement row = connection.statement(
      "SELECT id, section, title, printed_in, noise, quarantined FROM items WHERE number = ?");
  row.bind(item);
  if (row.step()) {
    row.read(standing.id, standing.section, standing.title, standing.printed_in, noise,
             quarantined);
  }
  if (noise) standing.undecided = State::Noise;
  if (quarantined) standing.undecided = State::Quarantined;
  return standing;
}

/// The number of the latest decision that still stands, as an Undo names it.
std::string undo_target(const std::string& id, const std::vector<Decision>& decisions) {
  const std::vector<Decision> standing = standing_decisions(decisions);
  if (standing.empty()) throw Error(fmt::format("{}: there is nothing to undo", id));
  return std::to_string(standing.back().number);
}

/// The value as it is stored: an Undo names a decision, a Merge the other item in full.
std::string full_value(Connection& connection, const Decision& decision, const std::string& id,
                       const std::vector<Decision>& earlier) {
  if (decision.kind == DecisionKind::Merge)
    return read_standing_row(connection, find_item(connection, decision.value)).id;
  if (decision.kind == DecisionKind::Undo && decision.value.empty())
    return undo_target(id, earlier);
  return decision.value;
}

/// What the decision is about to change.
std::string before(const Decision& decision, const StandingRow& row, const Standing& now) {
  switch (decision.kind) {
    case DecisionKind::Move:
      return now.section.empty() ? row.section : now.section;
    case DecisionKind::Edit:
      if (decision.field == "text") return now.text;
      return now.title.empty() ? row.title : now.title;
    case DecisionKind::Merge:
    case DecisionKind::Split:
    case DecisionKind::Note:
      return {};
    default:
      return to_string(now.state);
  }
}

std::string select_where(std::string_view condition) {
  return fmt::format(
      "SELECT decisions.number, decisions.kind, id, who, why, decided_at, field, before, value "
      "FROM decisions JOIN items ON items.number = item WHERE {} ORDER BY decisions.number",
      condition);
}

std::vector<Decision> read_rows(Statement& rows) {
  std::vector<Decision> decisions;
  while (rows.step()) {
    Decision& decision = decisions.emplace_back();
    std::string kind;
    rows.read(decision.number, kind, decision.item_id, decision.by.who, decision.by.why,
              decision.by.when, decision.field, decision.before, decision.value);
    decision.kind = parse_decision_kind(kind).value_or(DecisionKind::Note);
  }
  return decisions;
}

/// Those on the item in row `item`, oldest first.
std::vector<Decision> read_decisions(Connection& connection, std::int64_t item) {
  Statement rows = connection.statement(select_where("item = ?"));
  rows.bind(item);
  return read_rows(rows);
}

/// Throws ConflictError when an item of `seen` has a later decision than the one seen.
void refuse_if_overtaken(Connection& connection, const SeenDecisions& seen) {
  for (const auto& [id, number] : seen) {
    Statement later = connection.statement(
        "SELECT who FROM decisions WHERE item = ? AND number > ? AND kind <> ? LIMIT 1");
    later.bind(find_item(connection, id), number, to_string(DecisionKind::Note));
    if (!later.step()) continue;
    std::string who;
    later.read(who);
    throw ConflictError(fmt::format("{}: {} has decided meanwhile", id, who));
  }
}

}  // namespace

void add_decision(Connection& connection, std::int64_t item, const Decision& decision) {
  const std::vector<Decision> earlier = read_decisions(connection, item);
  const StandingRow row = read_standing_row(connection, item);
  const std::string value = full_value(connection, decision, row.id, earlier);
  const std::string was = before(decision, row, work_out_standing(connection, item));
  connection
      .statement(
          "INSERT INTO decisions (item, kind, who, why, decided_at, field, before, value)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(item, to_string(decision.kind), decision.by.who, decision.by.why, decision.by.when,
            decision.field, was, value)
      .run();
  refresh_standing(connection, item);
}

Standing work_out_standing(Connection& connection, std::int64_t item) {
  const StandingRow row = read_standing_row(connection, item);
  Standing standing = stand(row.undecided, read_decisions(connection, item));
  if (!row.printed_in.empty()) standing.state = State::Printed;
  return standing;
}

void refresh_standing(Connection& connection, std::int64_t item) {
  const Standing standing = work_out_standing(connection, item);
  connection
      .statement(
          "UPDATE items SET state = ?1, moved_to = ?2, edited_title = ?3,"
          "  edited_text = ?4 WHERE number = ?5"
          "  AND (state, moved_to, edited_title, edited_text) IS NOT (?1, ?2, ?3, ?4)")
      .bind(to_string(standing.state), standing.section, standing.title, standing.text, item)
      .run();
}

void Decisions::record(std::span<const Decision> decisions, const SeenDecisions& seen) {
  Transaction transaction(connection_);
  refuse_if_overtaken(connection_, seen);
  for (const Decision& decision : decisions)
    add_decision(connection_, find_item(connection_, decision.item_id), decision);
  transaction.commit();
}

std::vector<Decision> Decisions::all() {
  Statement rows = connection_.statement(select_where("true"));
  return read_rows(rows);
}

std::vector<Decision> Decisions::on(const std::string& id) {
  return read_decisions(connection_, find_item(connection_, id));
}

std::int64_t Decisions::last() {
  return connection_.value<std::int64_t>("SELECT max(number) FROM decisions");
}

}  // namespace collector
