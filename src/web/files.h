// The files of pages/ and assets/, built into the program.
#pragma once

namespace collector {

extern const char* const kCoveragePage;
extern const char* const kFeedsPage;
extern const char* const kItemPage;
extern const char* const kLayoutPage;
extern const char* const kLogPage;
extern const char* const kMessagePage;
extern const char* const kMonthPage;
extern const char* const kNewsletterPage;

/// Parts that pages share: filters and counts; a section's count; one story; what changes
/// after a decision.
extern const char* const kOutlinePart;
extern const char* const kSectionCountPart;
extern const char* const kStoryPart;
extern const char* const kUpdatePart;

extern const char* const kStyle;
extern const char* const kScript;
extern const char* const kIcon;

}  // namespace collector
