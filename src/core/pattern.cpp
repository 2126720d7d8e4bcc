#include "core/pattern.h"

#include "core/error.h"

#include <re2/re2.h>

#include <cstdint>

namespace collector {

namespace {

// A pattern that needs more is a mistake, not a filter.
constexpr std::int64_t kMaxPatternBytes = 8 << 20;

RE2::Options quiet() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMaxPatternBytes);
  return options;
}

}  // namespace

class Pattern::Impl {
 public:
  explicit Impl(const std::string& text) : re(text, quiet()) {}

  RE2 re;
};

Pattern::Pattern(const std::string& text) : impl_(std::make_unique<Impl>(text)) {
  if (!impl_->re.ok()) {
    throw ConfigError("\"" + text + "\" is no pattern: " + impl_->re.error());
  }
}

Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

bool Pattern::matches(std::string_view text) const {
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), impl_->re);
}

}  // namespace collector
