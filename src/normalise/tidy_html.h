// The short way for HTML that is written tidily, as generators do: every element is closed in
// its turn. libxml2's parser (html_events.h) takes three times as long and is for the rest.
#pragma once

#include "normalise/html_events.h"

#include <string_view>

namespace collector {

/// Reads `html` to its end and passes on what read_html would. False at the first doubt: an
/// element left open, one whose inside is no markup, a declaration. What `events` got until
/// then is to be thrown away.
bool read_tidy_html(std::string_view html, HtmlEvents& events);

}  // namespace collector
