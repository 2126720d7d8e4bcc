#pragma once

namespace collector {

/// What a store is opened for.
enum class Access { Read, Write };

}  // namespace collector
