// The whole post: the sections of an issue in the frame that the last issue had.
#pragma once

#include "config/newsletter.h"
#include "core/event.h"

#include <string>
#include <string_view>

namespace collector {

/// What is said of the new issue as a whole.
struct PostDay {
  std::string period;  // "December 2023 & January 2024"
  Day date{};          // of the post
  Day after{};         // the first day after those it covers
};

/// `sections` is the issue's Markdown under the configured headings. Without a last issue, an
/// empty text, the frame is a front matter and one sentence. Nothing of the last one's news is
/// taken over but events that are still to come.
std::string make_post(std::string_view sections, std::string_view last_issue,
                      const PostDay& day, const Newsletter& newsletter);

/// `text` with the months it speaks of, "the month of July 2025", replaced by `period`; else
/// with the first period it names.
std::string with_period(std::string text, const std::string& period);

/// The same of a title that names months with their year; unchanged where that is part of a
/// day.
std::string with_period_in_title(const std::string& title, const std::string& period);

}  // namespace collector
