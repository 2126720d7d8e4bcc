// Meetings of people in titles, in many languages.
#pragma once

#include "news/title.h"

namespace collector {

/// True when a title names a meeting: a conference, a sprint, a meetup. Not for a report of
/// one, which is an article.
bool names_event(const Title& title);

/// True for a report, of a meeting or of anything else.
bool looks_back(const Title& title);

}  // namespace collector
