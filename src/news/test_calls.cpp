#include "news/test_calls.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace collector {
namespace {

/// How a title begins.
constexpr std::array<std::string_view, 8> kCalls{" call for testing ",
                                                 " calls for testing ",
                                                 " call for testers ",
                                                 " call for tests ",
                                                 " cft ",
                                                 " aufruf zum testen ",
                                                 " appel à tester ",
                                                 " appel aux tests "};

/// At a title's end: "Quay 3.0, a tool for testing servers" is none.
constexpr std::array<std::string_view, 7> kEndings{" available for testing ",
                                                   " ready for testing ",
                                                   " released for testing ",
                                                   " out for testing ",
                                                   " open for testing ",
                                                   " zum testen ",
                                                   " à tester "};

/// Anywhere.
constexpr std::array<std::string_view, 13> kWishes{
    " call for testing ", " call for testers ", " call for tests ", " please test ",
    " help test ",        " help us test ",     " needs testing ",  " needs your testing ",
    " needs testers ",    " test day ",         " test days ",      " bitte testen ",
    " appel à tester "};

}  // namespace

bool calls_for_tests(const Title& title) {
  const std::string_view said = title.spoken;
  const auto begins = [&](std::string_view call) { return said.starts_with(call); };
  const auto ends = [&](std::string_view ending) { return said.ends_with(ending); };
  return (std::ranges::any_of(kCalls, begins) || std::ranges::any_of(kEndings, ends)) &&
         !title.is_early();
}

bool wishes_tests(const Title& title) {
  return contains_any(title.spoken, kWishes) && !contains(title.spoken, " and a call for ") &&
         !title.is_early();
}

}  // namespace collector
