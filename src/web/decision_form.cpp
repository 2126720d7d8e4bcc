#include "web/decision_form.h"

#include "normalise/html.h"
#include "review/review.h"
#include "store/decisions.h"
#include "store/store.h"

#include <algorithm>
#include <charconv>
#include <cstddef>

namespace collector {

namespace {

constexpr std::size_t kMostItems = 2000;
constexpr std::size_t kLineBytes = 2000;
constexpr std::size_t kTextBytes = 20'000;

/// Ids are hexadecimal: anything else never reaches the store.
bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= 64 &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

SeenItem read_item(std::string_view text) {
  const std::size_t dot = text.find('.');
  SeenItem item{std::string(text.substr(0, dot)), 0};
  const std::string_view number =
      dot == std::string_view::npos ? std::string_view{} : text.substr(dot + 1);
  const char* end = number.data() + number.size();
  const auto read = std::from_chars(number.data(), end, item.seen);
  if (!is_id(item.id) || read.ec != std::errc{} || read.ptr != end)
    throw Refusal{400, "The form names an item in a way that is not understood."};
  return item;
}

std::vector<SeenItem> read_story(std::string_view text) {
  std::vector<SeenItem> story;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (!word.empty()) story.push_back(read_item(word));
  }
  return story;
}

DecisionKind read_kind(const std::string& action) {
  const auto kind = parse_decision_kind(action);
  if (!kind || *kind == DecisionKind::Remove)
    throw Refusal{400, "There is no decision called \"" + action + "\"."};
  return *kind;
}

/// A bullet may have several lines; nothing else in it controls anything.
std::string several_lines(const std::string& text) {
  std::string clean;
  for (const char c : text.substr(0, kTextBytes)) {
    const bool control = static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
    if (!control) clean += c;
  }
  const std::size_t end = clean.find_last_not_of(" \n\t");
  return end == std::string::npos ? "" : clean.substr(0, end + 1);
}

std::string words_in(const std::string& text, const std::string& field) {
  return field == "text" ? several_lines(text) : squeeze(text, kLineBytes);
}

std::vector<std::string> item_ids(const DecisionForm& form) {
  std::vector<std::string> ids;
  for (const auto& story : form.stories) {
    for (const SeenItem& item : story)
      ids.push_back(item.id);
  }
  return ids;
}

std::vector<std::string> leading_ids(const DecisionForm& form) {
  std::vector<std::string> ids;
  for (const auto& story : form.stories)
    ids.push_back(story.front().id);
  return ids;
}

std::vector<std::string> last_strokes(const DecisionForm& form, Decisions& log) {
  std::vector<std::string> ids;
  for (const auto& story : form.stories) {
    std::vector<Decision> decisions;
    for (const SeenItem& item : story) {
      const auto some = log.on(item.id);
      decisions.insert(decisions.end(), some.begin(), some.end());
    }
    const auto stroke = latest_stroke(decisions);
    ids.insert(ids.end(), stroke.begin(), stroke.end());
  }
  if (ids.empty()) throw Refusal{400, "There is nothing to undo here."};
  return ids;
}

std::vector<std::string> concerned(const DecisionForm& form, Decisions& log) {
  switch (form.kind) {
    case DecisionKind::Edit:
    case DecisionKind::Note:
    case DecisionKind::Merge:
      return leading_ids(form);
    case DecisionKind::Undo:
      return last_strokes(form, log);
    default:
      return item_ids(form);
  }
}

}  // namespace

DecisionForm read_decision_form(const Fields& fields) {
  DecisionForm form;
  form.kind = read_kind(fields.get("action"));
  std::size_t items = 0;
  for (const std::string& text : fields.all("item")) {
    form.stories.push_back(read_story(text));
    items += form.stories.back().size();
    if (form.stories.back().empty()) form.stories.pop_back();
  }
  if (form.stories.empty()) throw Refusal{400, "No story was selected."};
  if (items > kMostItems) throw Refusal{413, "These are too many stories at once."};
  form.section = fields.get("section");
  form.field = fields.get("field") == "text" ? "text" : "title";
  form.value = words_in(fields.get("value"), form.field);
  form.why = squeeze(fields.get("why"), kLineBytes);
  form.back = fields.get("back");
  form.next = fields.get("next");
  if (form.kind == DecisionKind::Merge && form.stories.size() < 2)
    throw Refusal{400, "Select two stories or more; the first one leads."};
  if (form.kind == DecisionKind::Edit && form.value.empty())
    throw Refusal{400, "The new text is empty. To leave a story out, drop it."};
  if (form.kind == DecisionKind::Edit && form.value == words_in(fields.get("was"), form.field))
    throw Refusal{400, "The text is as it was. Nothing was changed."};
  if (form.kind == DecisionKind::Note && form.why.empty())
    throw Refusal{400, "The note is empty."};
  return form;
}

std::vector<Decision> decide(const DecisionForm& form, const std::string& who, UtcTime now,
                             std::span<const Section> sections, Store& store) {
  ReviewRequest request;
  request.kind = form.kind;
  request.ids = concerned(form, store.decisions());
  request.by = {who, form.why, now};
  if (form.kind == DecisionKind::Move) request.value = form.section;
  if (form.kind == DecisionKind::Edit) {
    request.value = form.value;
    request.field = form.field;
  }
  for (const auto& story : form.stories) {
    for (const SeenItem& item : story)
      request.seen[item.id] = item.seen;
  }
  if (form.kind == DecisionKind::Note) request.seen.clear();  // it overwrites nothing
  return apply(request, sections, store);
}

std::vector<std::vector<SeenItem>> seen_now(const DecisionForm& form, Decisions& log) {
  std::vector<std::vector<SeenItem>> stories = form.stories;
  for (auto& story : stories) {
    for (SeenItem& item : story)
      item.seen = latest_number(log.on(item.id));
  }
  return stories;
}

std::string to_reference(std::span<const SeenItem> story) {
  std::string reference;
  for (const SeenItem& item : story) {
    if (!reference.empty()) reference += ' ';
    reference += item.id + "." + std::to_string(item.seen);
  }
  return reference;
}

}  // namespace collector
