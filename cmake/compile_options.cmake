# One interface target carries the warnings and sanitizers of our own code; third-party headers stay out of it.
add_library(collector_options INTERFACE)
target_include_directories(collector_options INTERFACE ${PROJECT_SOURCE_DIR}/src)
target_compile_options(collector_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion)

# g++ 13 and later take a reference into the one argument for a reference to the other, a temporary.
include(CheckCXXCompilerFlag)
check_cxx_compiler_flag(-Wdangling-reference COLLECTOR_KNOWS_DANGLING_REFERENCE)
if(COLLECTOR_KNOWS_DANGLING_REFERENCE)
  target_compile_options(collector_options INTERFACE -Wno-dangling-reference)
endif()

if(COLLECTOR_WARNINGS_AS_ERRORS)
  target_compile_options(collector_options INTERFACE -Werror)
endif()

if(COLLECTOR_SANITIZE)
  target_compile_options(collector_options INTERFACE
    -fsanitize=${COLLECTOR_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(collector_options INTERFACE -fsanitize=${COLLECTOR_SANITIZE})
endif()

# Boost.Asio uses fences, which g++ warns ThreadSanitizer does not follow; what we share goes through mutexes.
if(COLLECTOR_SANITIZE MATCHES "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(collector_options INTERFACE -Wno-tsan)
endif()

# ccache takes a precompiled header's word for what it holds only when it is told to.
find_program(COLLECTOR_CCACHE ccache)
if(COLLECTOR_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_C_COMPILER_LAUNCHER ${COLLECTOR_CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER
    ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${COLLECTOR_CCACHE})
endif()
if(COLLECTOR_PRECOMPILE)
  target_compile_options(collector_options INTERFACE $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-fpch-preprocess>)
endif()

# What nearly every file includes: half a second of each. Where it is precompiled, a missing #include goes unnoticed, so
# only the preset for working on the code does it, and every other build notices.
set(COLLECTOR_STANDARD_HEADERS
  <algorithm> <array> <chrono> <cstddef> <cstdint> <functional> <map> <memory> <optional> <set> <span> <string>
  <string_view> <unordered_map> <utility> <vector>)

if(COLLECTOR_FUZZ)
  set(fuzz_sanitizers -fsanitize=fuzzer-no-link,address,undefined)
  target_compile_options(collector_options INTERFACE
    ${fuzz_sanitizers} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(collector_options INTERFACE ${fuzz_sanitizers})
endif()

# g++ 12 warns of overlapping copies inside std::string that cannot happen (gcc bug 105651), when it optimises.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(collector_options INTERFACE -Wno-restrict)
endif()

# The programs need not be linked anew when only the code behind them in the shared library has changed.
set(CMAKE_LINK_DEPENDS_NO_SHARED ON)

# mold does in one second what ld does in five.
find_program(COLLECTOR_MOLD mold)
if(COLLECTOR_MOLD AND CMAKE_BUILD_TYPE STREQUAL "Debug")
  target_link_options(collector_options INTERFACE -fuse-ld=mold)
endif()
