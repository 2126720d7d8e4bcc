#include "export/line_diff.h"

#include "export/text_lines.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace collector {

namespace {

constexpr std::size_t kContext = 3;

enum class Step : char { Same = ' ', Gone = '-', Added = '+' };

struct Line {
  Step step;
  std::string_view text;
};

/// How many lines the rests of two texts have in common, for every pair of rests.
class CommonLines {
 public:
  CommonLines(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b)
      : width_(b.size() + 1), lengths_((a.size() + 1) * width_) {
    for (std::size_t i = a.size(); i-- > 0;) {
      for (std::size_t j = b.size(); j-- > 0;) {
        lengths_[i * width_ + j] =
            a[i] == b[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
      }
    }
  }

  [[nodiscard]] std::uint32_t at(std::size_t i, std::size_t j) const {
    return lengths_[i * width_ + j];
  }

 private:
  std::size_t width_;
  std::vector<std::uint32_t> lengths_;
};

/// The shortest way from `a` to `b`; what goes stands before what comes.
std::vector<Line> steps(const std::vector<std::string_view>& a,
                        const std::vector<std::string_view>& b) {
  const CommonLines common(a, b);
  std::vector<Line> way;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      way.push_back({Step::Same, a[i++]});
      ++j;
    } else if (i < a.size() && (j == b.size() || common.at(i + 1, j) >= common.at(i, j + 1))) {
      way.push_back({Step::Gone, a[i++]});
    } else {
      way.push_back({Step::Added, b[j++]});
    }
  }
  return way;
}

bool near_change(const std::vector<Line>& way, std::size_t at) {
  const std::size_t from = at < kContext ? 0 : at - kContext;
  const std::size_t to = std::min(at + kContext + 1, way.size());
  return std::any_of(way.begin() + static_cast<std::ptrdiff_t>(from),
                     way.begin() + static_cast<std::ptrdiff_t>(to),
                     [](const Line& line) { return line.step != Step::Same; });
}

/// "12,3": where a hunk starts, counted from 1, and how many lines it has.
std::string range(std::size_t before, std::size_t count) {
  const std::size_t start = count == 0 ? before : before + 1;
  return std::to_string(start) + (count == 1 ? "" : "," + std::to_string(count));
}

}  // namespace

std::string line_diff(std::string_view before, std::string_view after, std::string_view name) {
  const auto old_lines = lines_of(before);
  const auto new_lines = lines_of(after);
  const std::vector<Line> way = steps(old_lines, new_lines);
  std::string text;
  std::size_t passed_old = 0;
  std::size_t passed_new = 0;
  for (std::size_t at = 0; at < way.size();) {
    std::string hunk;
    std::size_t gone = 0;
    std::size_t added = 0;
    for (; at < way.size() && near_change(way, at); ++at) {
      hunk += static_cast<char>(way[at].step) + std::string(way[at].text) + '\n';
      gone += way[at].step != Step::Added ? 1 : 0;
      added += way[at].step != Step::Gone ? 1 : 0;
    }
    if (!hunk.empty()) {
      text +=
          "@@ -" + range(passed_old, gone) + " +" + range(passed_new, added) + " @@\n" + hunk;
    } else {
      ++at;
      gone = added = 1;
    }
    passed_old += gone;
    passed_new += added;
  }
  if (text.empty()) return text;
  return "--- " + std::string(name) + "\n+++ " + std::string(name) + "\n" + text;
}

}  // namespace collector
