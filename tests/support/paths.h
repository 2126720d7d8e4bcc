// Where the tests find their data, wherever they are started from.
#pragma once

#include <filesystem>
#include <string>

/// "NAME" below tests/data.
std::string test_data(const std::string& name = {});

/// "NAME" below the top of the project.
std::string project_file(const std::string& name = {});

/// All bytes of a file; empty when it cannot be read.
std::string read_file(const std::filesystem::path& path);
