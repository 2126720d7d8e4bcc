#include "classify/model_in_use.h"

#include "classify/built_in_model.h"
#include "core/error.h"
#include "core/log.h"

namespace collector {

Model model_in_use(const std::string& learned, const Newsletter& newsletter) {
  try {
    if (!learned.empty()) return Model::parse(learned);
  } catch (const Error& error) {
    log_warning(std::string(error.what()) + "; what was learned does not count until then");
  }
  return newsletter.preset == "none" ? Model() : Model::parse(kBuiltInModel);
}

}  // namespace collector
