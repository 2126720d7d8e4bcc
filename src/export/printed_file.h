// A newsletter that was printed, as a digest: what `issue close --like FILE` puts on record.
#pragma once

#include "export/digest.h"

#include <string_view>

namespace collector {

struct Config;
class Store;

/// The notes of `markdown` that stand below a configured section and have a link. Each has the
/// ids of the stored items it tells of, found by link, project and version among those of
/// `window` and the weeks around it, and the releases its links lead to, stored or not.
Digest read_printed(std::string_view markdown, const Window& window, const Config& config,
                    Store& store);

}  // namespace collector
