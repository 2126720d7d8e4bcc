#include "export/titles.h"

#include "export/phrases.h"
#include "news/opening.h"

#include <algorithm>
#include <array>

namespace collector {

namespace {

/// What forums and blogs write where nobody signed.
constexpr std::array<std::string_view, 7> kNobody = {
    "admin", "administrator", "anonymous", "author", "root", "system", "unknown"};

/// True for a post without a title, of which nothing better than its text is known.
bool is_untitled(const Item& item) {
  const bool told = !item.headline.empty() && item.headline != item.title;
  return !told && title_is_text(item);
}

/// How many bytes of the title of a planet's entry name its author.
std::size_t author_before(const Item& item, std::string_view title) {
  const std::size_t colon = title.find(": ");
  const bool named = item.from_aggregate && colon != std::string_view::npos &&
                     sort_key(title.substr(0, colon)) == sort_key(printed_author(item));
  return named ? colon + 2 : 0;
}

}  // namespace

std::string printed_title(const StoredItem& stored) {
  const Item& item = stored.item;
  if (!stored.edited_title.empty()) return stored.edited_title;
  if (is_untitled(item)) return opening_sentence(item.title);
  const std::string& title = item.headline.empty() ? item.title : item.headline;
  return title.substr(author_before(item, title));
}

std::string_view text_after_title(const Item& item, std::string_view title) {
  std::string_view text = item.summary;
  if (!is_untitled(item) || !text.starts_with(title)) return text;
  text.remove_prefix(title.size());
  text.remove_prefix(std::min(text.find_first_not_of(". "), text.size()));
  return text;
}

std::string printed_author(const Item& item) {
  std::string_view author = item.author;
  const std::size_t blank = author.find(' ');
  const bool named = blank != std::string_view::npos;
  if (!named && author.find('@') != std::string_view::npos) return "";
  if (named && author.starts_with('@')) author.remove_prefix(blank + 1);
  if (std::find(kNobody.begin(), kNobody.end(), sort_key(author)) != kNobody.end()) return "";
  return std::string(author);
}

}  // namespace collector
