#include "web/decision_answers.h"

#include "core/json.h"
#include "export/titles.h"
#include "review/decision_text.h"
#include "store/decisions.h"
#include "store/items.h"
#include "store/store.h"
#include "web/story_card.h"

#include <algorithm>
#include <sstream>

namespace collector {

namespace {

constexpr std::size_t kMostTold = 50;

/// A page of ours to return to: nothing else is ever redirected to.
std::string own_page(const std::string& back) {
  if (const MonthQuery query = month_query_of(back); !query.month.empty()) return query.url();
  const bool item = back.starts_with("/item/") &&
                    back.find_first_not_of("0123456789abcdef", 6) == std::string::npos;
  return item ? back : "/";
}

std::string join(std::span<const std::string> ids) {
  std::string joined;
  for (const std::string& id : ids.first(std::min(ids.size(), kMostTold)))
    joined += (joined.empty() ? "" : ".") + id;
  return joined;
}

std::vector<std::string> split(const std::string& joined) {
  std::vector<std::string> ids;
  std::istringstream words(joined);
  for (std::string id; std::getline(words, id, '.') && ids.size() < kMostTold;)
    ids.push_back(id);
  return ids;
}

/// A story of the form, and what others did to it since.
Json conflict_of(const std::vector<SeenItem>& story, Store& store) {
  Json conflict{{"story_title", printed_title(store.items().item(story.front().id))},
                {"id", story.front().id},
                {"since", Json::array()}};
  for (const SeenItem& item : story) {
    for (const Decision& decision : store.decisions().on(item.id)) {
      if (decision.number > item.seen && decision.kind != DecisionKind::Note)
        conflict["since"].push_back(decision_line(decision));
    }
  }
  conflict["overtaken"] = !conflict["since"].empty();
  return conflict;
}

const char* words_for(DecisionKind kind) {
  switch (kind) {
    case DecisionKind::Keep:
      return "Keep";
    case DecisionKind::Drop:
      return "Drop";
    case DecisionKind::Move:
      return "Move";
    case DecisionKind::Edit:
      return "Change the words";
    case DecisionKind::Merge:
      return "Merge";
    case DecisionKind::Split:
      return "Split";
    case DecisionKind::Undo:
      return "Undo";
    case DecisionKind::Note:
    case DecisionKind::Remove:
      break;
  }
  return "Note";
}

}  // namespace

WebAnswer go_back(const DecisionForm& form, std::span<const std::string> ids) {
  std::string url = own_page(form.back);
  const MonthQuery query = month_query_of(url);
  if (!query.month.empty())
    url += (url.find('?') == std::string::npos ? "?done=" : "&done=") + join(ids);
  const bool is_id = form.next.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (!form.next.empty() && is_id) url += "#s-" + form.next;
  return redirect(url);
}

Json changed_stories(const MonthView& view, std::span<const std::string> ids) {
  Json page = month_outline(view);
  page["back"] = view.query.url();
  page["stories"] = Json::array();
  for (const Candidate* candidate : candidates_with(ids, view.month))
    page["stories"].push_back(story_card(*candidate, view.month, view.config));
  return page;
}

Json done_note(const std::string& done, const Month& month, const Config& config) {
  const std::vector<const Candidate*> stories = candidates_with(split(done), month);
  if (stories.empty()) return nullptr;
  Json note = story_card(*stories.front(), month, config);
  note["others"] = stories.size() > 1 ? Json(stories.size() - 1) : Json(nullptr);
  note["references"] = Json::array();
  for (const Candidate* story : stories)
    note["references"].push_back({{"reference", story_reference(story->story, month)}});
  return note;
}

WebAnswer ask_again(const DecisionForm& form, Because because, Store& store,
                    const PageContext& context) {
  Json page{{"back", own_page(form.back)},
            {"next", form.next},
            {"action", to_string(form.kind)},
            {"section", form.section},
            {"field", form.field},
            {"value", form.value},
            {"why", form.why},
            {"again_label", words_for(form.kind)},
            {"conflicts", Json::array()},
            {"references", Json::array()}};
  for (const auto& story : form.stories) {
    Json conflict = conflict_of(story, store);
    if (because == Because::OldForm || conflict["overtaken"] == true)
      page["conflicts"].push_back(std::move(conflict));
  }
  for (const auto& story : seen_now(form, store.decisions()))
    page["references"].push_back({{"reference", to_reference(story)}});
  const bool overtaken = because == Because::Overtaken;
  page["message_title"] =
      overtaken ? "Somebody else has decided meanwhile" : "This page was out of date";
  page["message"] =
      overtaken ? "Nothing was changed. This is what happened since your page was loaded:"
                : "Nothing was changed: the server was started anew since your page was "
                  "loaded, or you are somebody else by now.";
  page["question"] = true;
  WebAnswer answer = html_page("message", std::move(page), context);
  answer.status = overtaken ? 409 : 403;
  return answer;
}

}  // namespace collector
