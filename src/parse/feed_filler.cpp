#include "parse/feed_filler.h"

#include "core/text.h"
#include "parse/document_kind.h"
#include "parse/limits.h"
#include "parse/link_choice.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace collector {

namespace {

constexpr std::uint8_t kUnset = 255;

std::optional<int> positive_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || number <= 0) return std::nullopt;
  return number;
}

/// The length of sy:updatePeriod, the syndication module of RSS 1.0.
std::optional<seconds> period_of(std::string_view word) {
  using namespace std::chrono;
  if (word == "hourly") return hours(1);
  if (word == "daily") return days(1);
  if (word == "weekly") return weeks(1);
  if (word == "monthly") return duration_cast<seconds>(months(1));
  if (word == "yearly") return duration_cast<seconds>(years(1));
  return std::nullopt;
}

}  // namespace

FeedFiller::FeedFiller(RawFeed& feed) : feed_(feed) {
  feed_ranks_.fill(kUnset);
}

// ---- entries ----

bool FeedFiller::begin_entry(std::string_view about) {
  if (taken_ + feed_.entries.size() == kMaxEntries) return false;
  entry_ = &feed_.entries.emplace_back();
  entry_ranks_.fill(kUnset);
  constexpr std::uint8_t kAboutRank = 9;  // rdf:about, where there is no id of another kind
  if (!about.empty()) put(Id, kAboutRank, entry_->id, about);
  return true;
}

void FeedFiller::end_entry() {
  const bool atom = is_atom(feed_.format);
  entry_->link = atom ? atom_page(entry_->links) : rss_page(*entry_, entry_->link);
  if (entry_->link.empty() && atom && looks_like_page(entry_->id)) entry_->link = entry_->id;
  if (entry_ranks_[LanguageTag] == kUnset)
    inheritance_.without_language(feed_.entries.size() - 1);
  entry_ = nullptr;
}

std::vector<RawEntry> FeedFiller::take_ended() {
  std::vector<RawEntry> ended = std::exchange(feed_.entries, {});
  if (in_entry()) {
    entry_ = &feed_.entries.emplace_back(std::move(ended.back()));
    ended.pop_back();
  }
  inheritance_.hand_down(feed_, ended);
  taken_ += ended.size();
  return ended;
}

// ---- choosing between words ----

bool FeedFiller::claim(Slot slot, std::uint8_t rank) {
  std::uint8_t& best = ranks()[slot];
  const bool newer = slot == Updated && rank == best;  // a date that is repeated was changed
  if (rank >= best && !newer) return false;
  best = rank;
  return true;
}

void FeedFiller::put(Slot slot, std::uint8_t rank, Text& target, const Value& value) {
  if (value.text.empty() || !claim(slot, rank)) return;
  target.value = value.text;
  target.type = value.type;
  target.base = value.base;
}

void FeedFiller::put(Slot slot, std::uint8_t rank, std::string& target,
                     std::string_view value) {
  if (!value.empty() && claim(slot, rank)) target = value;
}

// ---- texts ----

void FeedFiller::store(const Word& word, Place place, const Value& value) {
  switch (place) {
    case Place::Feed:
      return store_in_feed(word, value);
    case Place::Entry:
      return store_in_entry(word, value);
    case Place::Image:
      return store_in_image(word.meaning, value);
    default:
      return;
  }
}

void FeedFiller::store_in_feed(const Word& word, const Value& value) {
  switch (word.meaning) {
    case Meaning::Title:
      return put(Title, word.rank, feed_.title, value);
    case Meaning::Summary:
      return put(Summary, word.rank, feed_.subtitle, value);
    case Meaning::Id:
      return put(Id, word.rank, feed_.id, value.text);
    case Meaning::Updated:
      return put(Updated, word.rank, feed_.updated, value.text);
    case Meaning::Language:
      return put(LanguageTag, word.rank, feed_.language, value.text);
    case Meaning::TimeToLive:
      if (const auto minutes = positive_number(value.text)) {
        feed_.ttl = std::chrono::minutes(*minutes);
      }
      return;
    case Meaning::UpdatePeriod:
      update_period_ = value.text;
      return;
    case Meaning::UpdateFrequency:
      update_frequency_ = positive_number(value.text).value_or(1);
      return;
    default:
      return;
  }
}

void FeedFiller::store_in_entry(const Word& word, const Value& value) {
  switch (word.meaning) {
    case Meaning::Title:
      return put(Title, word.rank, entry_->title, value);
    case Meaning::Summary:
      return put(Summary, word.rank, entry_->summary, value);
    case Meaning::Content:
      return put(Content, word.rank, entry_->content, value);
    case Meaning::Id:
    case Meaning::Guid:
      return put(Id, word.rank, entry_->id, value.text);
    case Meaning::Published:
      return put(Published, word.rank, entry_->published, value.text);
    case Meaning::Updated:
      return put(Updated, word.rank, entry_->updated, value.text);
    case Meaning::Language:
      return put(LanguageTag, word.rank, entry_->language, value.text);
    case Meaning::OriginalLink:
      entry_->original_link = value.text;
      return;
    case Meaning::Comments:
      entry_->comments = value.text;
      return;
    default:
      return;
  }
}

void FeedFiller::store_in_image(Meaning meaning, const Value& value) {
  if (!feed_.image) return;
  if (meaning == Meaning::Title) feed_.image->title = value.text;
  if (meaning == Meaning::Link) feed_.image->link = value.text;
  if (meaning == Meaning::Url) feed_.image->url = value.text;
}

void FeedFiller::language(std::uint8_t rank, std::string_view tag) {
  // An empty xml:lang says "none", which is more than saying nothing: it claims its rank too.
  if (claim(LanguageTag, rank)) (in_entry() ? entry_->language : feed_.language) = tag;
}

void FeedFiller::permalink(bool is_one) {
  entry_->id_is_link = is_one;
}

void FeedFiller::generator(std::string_view text, std::uint8_t rank) {
  put(Generator, rank, feed_.generator, text);
}

// ---- lists ----

void FeedFiller::category(std::string_view text) {
  text = trimmed(text);
  auto& list = in_entry() ? entry_->categories : feed_.categories;
  if (text.empty() || std::find(list.begin(), list.end(), text) != list.end()) return;
  add_within_limit(list, std::string(text));
}

void FeedFiller::keywords(std::string_view commas) {
  for (std::size_t from = 0; from <= commas.size();) {
    const std::size_t comma = std::min(commas.find(',', from), commas.size());
    category(commas.substr(from, comma - from));
    from = comma + 1;
  }
}

void FeedFiller::person(Person person, std::uint8_t rank) {
  if (person.name.empty() && person.email.empty() && person.url.empty()) return;
  auto& list = in_entry() ? entry_->authors : feed_.authors;
  std::uint8_t& best = ranks()[Authors];
  if (rank > best) return;
  if (rank < best) list.clear();
  best = rank;
  add_within_limit(list, std::move(person));
}

void FeedFiller::enclosure(Enclosure enclosure) {
  if (enclosure.url.empty() || !in_entry()) return;
  auto& list = entry_->enclosures;
  const auto same = [&](const Enclosure& other) { return other.url == enclosure.url; };
  if (std::none_of(list.begin(), list.end(), same))
    add_within_limit(list, std::move(enclosure));
}

void FeedFiller::link(Link link, Vocabulary vocabulary) {
  if (link.href.empty()) return;
  if (vocabulary == Vocabulary::Rss && link.is("alternate")) {
    (in_entry() ? entry_->link : feed_.link) = link.href;
  }
  // What "self" names is this very document.
  if (link.is("self") && link.type.empty() && is_atom(feed_.format)) {
    link.type = "application/atom+xml";
  }
  if (in_entry() && link.is("replies") && is_page_type(link.type) && entry_->comments.empty()) {
    entry_->comments = link.href;
  }
  add_within_limit(in_entry() ? entry_->links : feed_.links, std::move(link));
}

void FeedFiller::source(std::string_view title, std::string_view id) {
  entry_->source_title = title;
  entry_->source_id = id;
}

// ---- the picture of the feed ----

void FeedFiller::begin_image(std::string_view about) {
  constexpr std::uint8_t kImageRank = 0;
  if (claim(Picture, kImageRank)) feed_.image = Image{};
  if (feed_.image->url.empty()) feed_.image->url = about;
}

void FeedFiller::image(std::string_view url, std::uint8_t rank) {
  if (!url.empty() && claim(Picture, rank)) feed_.image = Image{std::string(url), {}, {}};
}

// ---- the end ----

void FeedFiller::finish() {
  if (in_entry()) {
    feed_.entries.pop_back();
    entry_ = nullptr;
  }
  feed_.link =
      is_atom(feed_.format) ? atom_page(feed_.links) : rss_feed_page(feed_, feed_.link);
  if (const auto period = period_of(update_period_); period && !feed_.ttl) {
    feed_.ttl = *period / update_frequency_;
  }
  inheritance_.hand_down(feed_, feed_.entries);
}

}  // namespace collector
