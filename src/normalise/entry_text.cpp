#include "normalise/entry_text.h"

#include "core/text.h"
#include "core/utf8.h"
#include "normalise/html.h"
#include "normalise/line.h"

#include <algorithm>
#include <array>
#include <utility>

namespace collector {
namespace {

// A bullet of the newsletter never quotes more.
constexpr std::size_t kSummaryBytes = 1000;
// Longer ones are texts that stand in the wrong element.
constexpr std::size_t kTitleBytes = 1000;
// As long as a toot's first sentence; what newsletters print in one line.
constexpr std::size_t kMadeTitleCharacters = 80;
// What rules and previews look at; a whole book in a feed is not kept.
constexpr std::size_t kContentBytes = 65536;

void trim_end(std::string& text) {
  while (text.ends_with(' ')) {
    text.pop_back();
  }
}

/// Of the character at the beginning, when it shows nothing and only asks for how to set a
/// text that stands alone: soft hyphens, marks of byte order, places to break a line, and
/// U+202A to U+202E and U+2066 to U+2069, which would turn round what is printed behind them.
std::size_t invisible_bytes(std::string_view text) {
  if (text.starts_with("\u00AD")) return 2;
  if (text.starts_with("\uFEFF") || text.starts_with("\u200B")) return 3;
  if (text.size() < 3 || text[0] != '\xE2') return 0;
  const unsigned char last = byte_at(text, 2);
  const bool turns = (text[1] == '\x80' && last >= 0xAA && last <= 0xAE) ||
                     (text[1] == '\x81' && last >= 0xA6 && last <= 0xA9);
  return turns ? 3 : 0;
}

bool has_invisible(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at)
    if (byte_at(text, at) >= 0x80 && invisible_bytes(text.substr(at)) > 0) return true;
  return false;
}

/// Of two blanks that come to stand side by side one goes as well.
std::string without_invisible(std::string line) {
  if (!has_invisible(line)) return line;
  std::size_t kept = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t length = invisible_bytes(std::string_view(line).substr(at));
    const bool doubled = line[at] == ' ' && (kept == 0 || line[kept - 1] == ' ');
    if (length == 0 && !doubled) line[kept++] = line[at];
    at += std::max<std::size_t>(length, 1);
  }
  line.resize(kept);
  trim_end(line);
  return line;
}

/// WordPress: "The post TITLE appeared first on SITE."
void drop_origin(std::string& text) {
  const auto start = text.rfind("The post ");
  if (start != std::string::npos &&
      text.find(" appeared first on ", start) != std::string::npos) {
    text.resize(start);
    trim_end(text);
  }
}

/// Cuts a number and then `words` off the end of `text`; false when they are not there.
bool drop_count(std::string& text, std::string_view words) {
  if (!text.ends_with(words)) {
    return false;
  }
  std::size_t start = text.size() - words.size();
  const std::size_t digits_end = start;
  while (start > 0 && is_digit(text[start - 1])) {
    --start;
  }
  if (start == digits_end) {
    return false;
  }
  text.resize(start);
  return true;
}

/// Discourse: "3 posts - 2 participants Read full topic".
void drop_topic_counts(std::string& text) {
  constexpr std::string_view kInvitation = "Read full topic";
  if (!text.ends_with(kInvitation)) {
    return;
  }
  text.resize(text.size() - kInvitation.size());
  trim_end(text);
  if (drop_count(text, " participants") || drop_count(text, " participant")) {
    if (!drop_count(text, " posts - ")) {
      drop_count(text, " post - ");
    }
  }
  trim_end(text);
}

/// What a generator writes where there is nothing to say (GitHub's tags without a release).
bool is_placeholder(std::string_view text) {
  constexpr std::array<std::string_view, 2> kPlaceholders = {"No content.", "No content"};
  return std::ranges::find(kPlaceholders, text) != kPlaceholders.end();
}

std::string plain(const Text& text, std::size_t max_bytes) {
  return text.type == TextType::Html ? html_to_text(text.value, max_bytes)
                                     : squeeze(text.value, max_bytes);
}

}  // namespace

std::string plain_title(const Text& text) {
  std::string title = text.type == TextType::Html ? html_title(text.value, kTitleBytes)
                                                  : squeeze(text.value, kTitleBytes);
  if (title.find('&') != std::string::npos) title = squeeze(decode_entities(title));
  return without_invisible(std::move(title));
}

std::string plain_summary(const RawEntry& entry) {
  std::string summary = plain(entry.summary, kSummaryBytes);
  if (summary.empty()) {
    summary = plain(entry.content, kSummaryBytes);
  }
  summary = without_invisible(std::move(summary));
  drop_origin(summary);
  drop_topic_counts(summary);
  return is_placeholder(summary) ? std::string{} : summary;
}

std::string title_from_text(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t characters = 0; end < text.size() && characters < kMadeTitleCharacters;
       ++characters) {
    end = next_character(text, end);
  }
  if (end == text.size()) {
    return std::string(text);
  }
  const std::size_t word = cut_between_words(text, end);
  return std::string(text.substr(0, word > 0 ? word : end)) + "…";
}

std::string take_content(RawEntry& entry) {
  Text& text = entry.content.empty() ? entry.summary : entry.content;
  if (is_placeholder(text.value)) {
    return {};
  }
  text.value.resize(cut_between_characters(text.value, kContentBytes));
  return text.type == TextType::Html ? std::move(text.value) : escape_html(text.value);
}

}  // namespace collector
