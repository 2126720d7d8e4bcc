// What follows a decision: the way back, the stories as they are now, or a question.
#pragma once

#include "core/json.h"
#include "web/answers.h"
#include "web/decision_form.h"
#include "web/month_page.h"

#include <span>
#include <string>

namespace collector {

class Store;

/// Back to the page, at the story to go on with; it will tell what was done to `ids`.
WebAnswer go_back(const DecisionForm& form, std::span<const std::string> ids);

/// The values of pages/update.html: the outline and the stories of `ids` as they are now.
Json changed_stories(const MonthView& view, std::span<const std::string> ids);

/// "Kept: Wonder 1.0", with what an undo needs. `done` are ids as go_back() wrote them; null
/// when there are none.
Json done_note(const std::string& done, const Month& month, const Config& config);

/// Why a form was not carried out.
enum class Because {
  Overtaken,  // somebody else has decided: 409
  OldForm,    // its page is from another run of the server, or another user's: 403
};

/// Says what happened, and offers to do it all the same.
WebAnswer ask_again(const DecisionForm& form, Because because, Store& store,
                    const PageContext& context);

}  // namespace collector
