#include "classify/model_in_use.h"

#include "classify/built_in_model.h"

namespace collector {

Model model_in_use(const std::string& learned, const Newsletter& newsletter) {
  if (!learned.empty()) return Model::parse(learned);
  return newsletter.preset == "none" ? Model() : Model::parse(kBuiltInModel);
}

}  // namespace collector
