// The sample month: feeds that come with the program, to see it work before it has a list of
// its own.
#pragma once

#include "core/time.h"

#include <filesystem>
#include <string>

namespace collector {

/// The calendar month to export, and the day on which the feeds looked like this.
constexpr const char* kSampleMonth = "2024-01";
constexpr UtcTime kSampleDay{std::chrono::sys_days{std::chrono::year{2024} / 2 / 25}};

/// The folder of the sample month's feeds: ../share/collector/demo as seen from the folder of
/// `program`. Throws Error when it is not there.
std::filesystem::path sample_month_folder(const std::filesystem::path& program);

/// The text of the month's feeds.yaml, its feeds at `server` ("http://127.0.0.1:41234").
/// Throws Error when it cannot be read.
std::string sample_configuration(const std::filesystem::path& folder,
                                 const std::string& server);

}  // namespace collector
