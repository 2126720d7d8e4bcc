// Which model places the items of a newsletter.
#pragma once

#include "classify/model.h"
#include "config/newsletter.h"

#include <string>

namespace collector {

/// The model whose text `learned` is; where that is empty, the one that comes with the
/// newsletter's preset, and one that knows nothing where none does. A text that cannot be read
/// counts as none, with a warning.
Model model_in_use(const std::string& learned, const Newsletter& newsletter);

}  // namespace collector
