# Every library the program stands on, each found once. The stage that uses one links it in its own CMakeLists.txt.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(CURL 7.87 REQUIRED)
find_package(Boost 1.74 CONFIG REQUIRED)
find_package(LibXml2 2.9.14 REQUIRED)
find_package(ICU 70 REQUIRED COMPONENTS i18n uc)
find_package(LibIcal 3.0 CONFIG REQUIRED)
find_package(OpenSSL 3.0 REQUIRED)
find_package(SQLite3 3.38 REQUIRED)
find_package(spdlog 1.10 CONFIG REQUIRED)
find_package(CLI11 2.1 CONFIG REQUIRED)
find_package(nlohmann_json 3.11 CONFIG REQUIRED)
find_package(date 3.0 CONFIG REQUIRED)
# Linked in, where the system has them as archives: as shared libraries these make every start an eighth slower. What
# reads the network stays shared, so that it is mended by the system's updates. The archives fit into no shared library.
set(shared_first ${CMAKE_FIND_LIBRARY_SUFFIXES})
if(NOT BUILD_SHARED_LIBS)
  set(CMAKE_FIND_LIBRARY_SUFFIXES .a ${shared_first})
endif()
pkg_check_modules(yaml REQUIRED IMPORTED_TARGET yaml-0.1>=0.2)
pkg_check_modules(re2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(cmark_gfm REQUIRED IMPORTED_TARGET libcmark-gfm)
# Each of its two archives needs the other.
target_link_libraries(PkgConfig::cmark_gfm INTERFACE ${cmark_gfm_LINK_LIBRARIES})
set(CMAKE_FIND_LIBRARY_SUFFIXES ${shared_first})

# It ships no file that CMake or pkg-config could read.
find_path(CLD2_INCLUDE cld2/public/compact_lang_det.h REQUIRED)
find_library(CLD2_LIBRARY cld2 REQUIRED)
mark_as_advanced(CLD2_INCLUDE CLD2_LIBRARY)
add_library(dep_cld2 INTERFACE)
target_include_directories(dep_cld2 SYSTEM INTERFACE ${CLD2_INCLUDE})
target_link_libraries(dep_cld2 INTERFACE ${CLD2_LIBRARY})

# Neither does this one: it is a header.
find_path(MUSTACHE_INCLUDE kainjow/mustache.hpp REQUIRED)
mark_as_advanced(MUSTACHE_INCLUDE)
add_library(dep_mustache INTERFACE)
target_include_directories(dep_mustache SYSTEM INTERFACE ${MUSTACHE_INCLUDE})
