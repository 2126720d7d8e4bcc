#include "web/site.h"

#include "config/config.h"
#include "core/conflict.h"
#include "core/error.h"
#include "core/json.h"
#include "core/log.h"
#include "newsletter/days.h"
#include "store/decisions.h"
#include "store/item_query.h"
#include "store/items.h"
#include "store/store.h"
#include "web/answers.h"
#include "web/coverage_page.h"
#include "web/decision_answers.h"
#include "web/decision_form.h"
#include "web/item_page.h"
#include "web/month_page.h"
#include "web/other_pages.h"

#include <algorithm>

namespace collector {

namespace {

constexpr std::chrono::days kReviewBegins{15};  // until then the month before is worked on
constexpr int kMonthsBack = 120;

bool is_fragment(const WebRequest& request) {
  return request.headers.get("x-collector-fragment") == "1";
}

/// What stands behind `start` in a path, without further parts; empty when it does not fit.
std::string rest_of(const std::string& path, std::string_view start) {
  if (!path.starts_with(start)) return {};
  return path.substr(start.size());
}

/// Does the latest decision on an item change which story it belongs to?
bool parts_or_joins(const std::vector<Decision>& decisions) {
  const auto groups = [](const Decision& decision) {
    return decision.kind == DecisionKind::Merge || decision.kind == DecisionKind::Split;
  };
  if (decisions.empty()) return false;
  const Decision& last = decisions.back();
  if (last.kind != DecisionKind::Undo) return groups(last);
  return std::any_of(decisions.begin(), decisions.end(), [&](const Decision& decision) {
    return groups(decision) && std::to_string(decision.number) == last.value;
  });
}

/// The items a month's words are found in.
std::optional<std::set<std::string>> find_words(const MonthQuery& query, const Config& config,
                                                const std::string& database) {
  if (query.text.empty()) return std::nullopt;
  std::set<std::string> found;
  ItemQuery wanted;
  wanted.window = month_window(query.month, config.newsletter.timezone);
  wanted.text = query.text;
  open_store(database, Access::Read)->items().each(wanted, [&](StoredItem&& stored) {
    found.insert(stored.id);
  });
  return found;
}

}  // namespace

Site::Site(SiteSettings settings, const Config& config)
    : settings_(std::move(settings)),
      config_(config),
      access_(settings_.serve, settings_.reviewer),
      months_(settings_.database, config) {}

WebAnswer Site::answer(const WebRequest& request) {
  WebAnswer answer = answer_request(request);
  add_safety_headers(answer);
  return answer;
}

WebAnswer Site::answer_request(const WebRequest& request) {
  std::string user;
  try {
    user = access_.user_of(request);
    if (request.method == "GET" || request.method == "HEAD") return show(request, user);
    if (request.method != "POST")
      throw Refusal{405, "Pages are looked at with GET and decide with POST."};
    return decide_request(request, user);
  } catch (const Refusal& refused) {
    return refusal(refused, user);
  } catch (const StoreError& error) {
    log_error(request.method + " " + request.path + ": " + error.what());
    return refusal({503,
                    "The database cannot be used just now; the log says why. Nothing was "
                    "changed."},
                   user);
  } catch (const UsageError& error) {
    return refusal({400, error.what()}, user);
  } catch (const Error& error) {
    return refusal({404, error.what()}, user);
  }
}

WebAnswer Site::show(const WebRequest& request, const std::string& user) {
  const std::string& path = request.path;
  if (path == "/" || path == "/month") return redirect("/month/" + due_month());
  if (path == "/newsletter" || path == "/coverage") return redirect(path + "/" + due_month());
  if (path == "/feeds") return feeds(user);
  if (path == "/log") return log(user);
  if (auto file = embedded_file(path)) return *std::move(file);
  if (const std::string id = rest_of(path, "/item/"); !id.empty()) return item(id, user);
  if (const std::string name = rest_of(path, "/newsletter/"); !name.empty())
    return newsletter(request, name, user);
  if (const std::string name = rest_of(path, "/coverage/"); !name.empty())
    return coverage(name, user);
  if (const std::string name = rest_of(path, "/month/"); !name.empty())
    return month(request, name, user);
  throw Refusal{404, "There is no such page."};
}

/// Until the middle of a month the one before is reviewed; where it is empty, the last one
/// before it that is not.
std::string Site::due_month() {
  const auto store = open_store(settings_.database, Access::Read);
  std::string due = month_at(settings_.clock() - kReviewBegins, config_.newsletter.timezone);
  std::string month = due;
  for (int back = 0; back < kMonthsBack; ++back) {
    ItemQuery query;
    query.window = month_window(month, config_.newsletter.timezone);
    if (!store->items().find(query).empty()) return month;
    month = month_at(query.window->from - std::chrono::days{1}, config_.newsletter.timezone);
  }
  return due;
}

WebAnswer Site::month(const WebRequest& request, const std::string& name,
                      const std::string& user) {
  const MonthQuery query = month_query(name, request.query);
  const auto found = find_words(query, config_, settings_.database);
  Json page;
  months_.read(name, [&](const Month& month) {
    page = month_page({month, query, config_, found});
    page["done"] = done_note(request.query.get("done"), month, config_);
  });
  return html_page("month", std::move(page), {config_, access_, user, Tab::Review, name});
}

WebAnswer Site::newsletter(const WebRequest& request, const std::string& name,
                           const std::string& user) {
  const auto store = open_store(settings_.database, Access::Read);
  const Selection selection =
      request.query.get("only") == "kept" ? Selection::Kept : Selection::Candidates;
  const bool as_file = name.ends_with(".md");
  const std::string month = as_file ? name.substr(0, name.size() - 3) : name;
  month_window(month, config_.newsletter.timezone);  // is it a month?
  Json page = newsletter_page(month, selection, config_, *store);
  if (as_file) return markdown_file(page["markdown"].text(), month);
  return html_page("newsletter", std::move(page),
                   {config_, access_, user, Tab::Newsletter, month});
}

WebAnswer Site::coverage(const std::string& name, const std::string& user) {
  const auto store = open_store(settings_.database, Access::Read);
  return html_page("coverage", coverage_page(name, config_, *store),
                   {config_, access_, user, Tab::Coverage, name});
}

WebAnswer Site::item(const std::string& id, const std::string& user) {
  const auto store = open_store(settings_.database, Access::Read);
  const StoredItem stored = store->items().item(id);
  const std::string name = month_at(stored.item.date, config_.newsletter.timezone);
  Json page;
  months_.read(name,
               [&](const Month& month) { page = item_page(stored, month, config_, *store); });
  return html_page("item", std::move(page), {config_, access_, user, Tab::Review, name});
}

WebAnswer Site::feeds(const std::string& user) {
  const auto store = open_store(settings_.database, Access::Read);
  return html_page("feeds", feeds_page(config_, *store, settings_.clock()),
                   {config_, access_, user, Tab::Feeds, ""});
}

WebAnswer Site::log(const std::string& user) {
  const auto store = open_store(settings_.database, Access::Read);
  return html_page("log", log_page(*store), {config_, access_, user, Tab::Log, ""});
}

WebAnswer Site::refusal(const Refusal& refused, const std::string& user) {
  if (user.empty())  // a stranger: nothing of ours is shown
    return {refused.status, "text/plain; charset=utf-8", refused.message + "\n", {}};
  WebAnswer answer =
      html_page("message", {{"message", refused.message}, {"message_title", "Not done"}},
                {config_, access_, user, Tab::None, ""});
  answer.status = refused.status;
  if (refused.status == 405) answer.headers.emplace_back("Allow", "GET, HEAD, POST");
  return answer;
}

WebAnswer Site::decide_request(const WebRequest& request, const std::string& user) {
  if (request.path != "/decide") throw Refusal{404, "Nothing is decided here."};
  access_.check_origin(request);
  if (access_.read_only()) throw Refusal{403, "This server only shows; nothing was changed."};
  if (!request.headers.get("content-type").starts_with("application/x-www-form-urlencoded"))
    throw Refusal{415, "A form is wanted."};
  const Fields fields = decode_form(request.body);
  const DecisionForm form = read_decision_form(fields);
  const auto store = open_store(settings_.database, Access::Write);
  const PageContext context{config_, access_, user, Tab::Review, ""};
  if (!access_.is_token_of(user, fields.get("token")))
    return ask_again(form, Because::OldForm, *store, context);
  std::vector<Decision> decisions;
  try {
    decisions = decide(form, user, settings_.clock(), config_.newsletter.sections, *store);
  } catch (const ConflictError&) {
    return ask_again(form, Because::Overtaken, *store, context);
  }
  std::vector<std::string> ids;
  for (const Decision& decision : decisions)
    ids.push_back(decision.item_id);
  const bool regroups = std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
    return parts_or_joins(store->decisions().on(id));
  });
  months_.renew(ids, regroups ? Months::Stories::Regrouped : Months::Stories::AsTheyWere);
  if (!is_fragment(request)) return go_back(form, ids);
  MonthQuery query = month_query_of(form.back);
  if (query.month.empty()) throw Refusal{400, "The form does not say where it stood."};
  const auto found = find_words(query, config_, settings_.database);
  Json page;
  months_.read(query.month, [&](const Month& month) {
    page = changed_stories({month, query, config_, found}, ids);
  });
  return html_part("update", std::move(page), context);
}

}  // namespace collector
