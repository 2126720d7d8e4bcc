// The whole post: the sections of an issue in the frame that the last issue had.
#pragma once

#include "config/newsletter.h"
#include "core/event.h"
#include "core/time.h"
#include "export/period.h"

#include <string>
#include <string_view>

namespace collector {

/// What is said of the new issue as a whole.
struct PostDay {
  Period period;
  Day date{};   // of the post
  Day after{};  // the first day after those it covers
};

/// Of the issue that covers `window`: its post bears today's date as long as the issue is new.
PostDay post_day(const Window& window, const Newsletter& newsletter, UtcTime now);

/// `sections` is the issue's Markdown under the configured headings. Without a last issue, an
/// empty text, the frame is a front matter and one sentence. Nothing of the last one's news is
/// taken over but events that are still to come.
std::string make_post(std::string_view sections, std::string_view last_issue,
                      const PostDay& day, const Newsletter& newsletter);

}  // namespace collector
