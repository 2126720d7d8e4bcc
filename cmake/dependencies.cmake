# Every library the program stands on, each found once. The stage that uses one links it in its own CMakeLists.txt.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(CURL 7.85 REQUIRED)
find_package(Boost 1.74 CONFIG REQUIRED)
find_package(LibXml2 2.9.14 REQUIRED)
find_package(ICU 70 REQUIRED COMPONENTS uc)
find_package(OpenSSL 3.0 REQUIRED)
find_package(SQLite3 3.38 REQUIRED)
find_package(spdlog 1.10 CONFIG REQUIRED)
find_package(yaml-cpp 0.7 CONFIG REQUIRED)
find_package(CLI11 2.1 CONFIG REQUIRED)
find_package(nlohmann_json 3.11 CONFIG REQUIRED)
find_package(date 3.0 CONFIG REQUIRED)
pkg_check_modules(re2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(cmark_gfm REQUIRED IMPORTED_TARGET libcmark-gfm)
# Its own flags matter: without them the program links, and crashes.
pkg_check_modules(httplib REQUIRED IMPORTED_TARGET cpp-httplib)

# yaml-cpp 0.8 renamed its target.
if(TARGET yaml-cpp::yaml-cpp)
  add_library(dep_yaml ALIAS yaml-cpp::yaml-cpp)
else()
  add_library(dep_yaml INTERFACE)
  target_link_libraries(dep_yaml INTERFACE yaml-cpp)
endif()

# It ships no file that CMake or pkg-config could read.
find_path(CLD2_INCLUDE cld2/public/compact_lang_det.h REQUIRED)
find_library(CLD2_LIBRARY cld2 REQUIRED)
mark_as_advanced(CLD2_INCLUDE CLD2_LIBRARY)
add_library(dep_cld2 INTERFACE)
target_include_directories(dep_cld2 SYSTEM INTERFACE ${CLD2_INCLUDE})
target_link_libraries(dep_cld2 INTERFACE ${CLD2_LIBRARY})
