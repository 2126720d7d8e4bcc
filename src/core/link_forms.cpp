#include "core/link_forms.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace collector {
namespace {

/// `pattern` is a path, segment by segment: "?" any one, "." one with a dot (a host, an
/// address), "9" one of digits, "v" one with a digit in it (the tag of a version), else the
/// word itself. `form` names what was found: $1 the first segment that is no word, %1 the same
/// in lower case, ^1 the same as a tag.
struct LinkForm {
  std::string_view pattern;
  std::string_view form;
};

constexpr LinkForm kForms[] = {
    // Discourse: the slug changes with the title, the number stays.
    {"/t/?/9", "/t/$2"},
    {"/t/?/9/9", "/t/$2"},
    {"/t/9/9", "/t/$1"},
    // Movim: "?node/…" to 2023, "/node/…" to 2024, "/community/…" since.
    {"/community/./?/?", "/node/$1/$2/$3"},
    {"/post/./?/?", "/node/$1/$2/$3"},
    // Libervia: a post by its slug, under its service, or with a title behind it.
    {"/blog/view/?/@/id/?", "/b/$2"},
    {"/blog/view/?/?/@/id/?", "/b/$3"},
    {"/id/?", "/b/$1"},
    {"/b/?/?", "/b/$1"},
    // A release on GitHub and Forgejo, GitLab and sourcehut. Owner and repository are the same
    // in capitals and in small letters, a tag is not; "v1.0" is often written "1.0" later.
    {"/?/?/releases/tag/?", "/%1/%2/releases/tag/^3"},
    {"/?/?/releases/download/?/?", "/%1/%2/releases/tag/^3"},
    {"/?/?/src/tag/?", "/%1/%2/releases/tag/^3"},
    {"/?/?/tree/v", "/%1/%2/releases/tag/^3"},
    {"/?/?/-/releases/?", "/%1/%2/-/releases/^3"},
    {"/?/?/-/tags/?", "/%1/%2/-/releases/^3"},
    {"/?/?/-/tree/v", "/%1/%2/-/releases/^3"},
    {"/?/?/?/-/releases/?", "/%1/%2/%3/-/releases/^4"},
    {"/?/?/?/-/tags/?", "/%1/%2/%3/-/releases/^4"},
    {"/?/?/refs/?", "/%1/%2/refs/^3"},
    {"/?/?/log/v", "/%1/%2/refs/^3"},
};

// The longest pattern has as many; a path with more fits none.
constexpr std::size_t kMaxSegments = 7;

struct Segments {
  std::array<std::string_view, kMaxSegments + 1> list;
  std::size_t count = 0;
};

/// Of a path that begins with a slash; stops once there are too many.
Segments split(std::string_view path) {
  Segments segments;
  while (!path.empty() && segments.count < segments.list.size()) {
    path.remove_prefix(1);
    const std::string_view segment = path.substr(0, path.find('/'));
    segments.list[segments.count++] = segment;
    path.remove_prefix(segment.size());
  }
  return segments;
}

enum class Match { No, Word, Found };

Match match_segment(std::string_view pattern, std::string_view segment) {
  const auto found_if = [](bool fits) { return fits ? Match::Found : Match::No; };
  if (pattern == "?") {
    return found_if(!segment.empty());
  }
  if (pattern == ".") {
    return found_if(segment.find('.') != std::string_view::npos);
  }
  if (pattern == "9") {
    return found_if(!segment.empty() && std::ranges::all_of(segment, is_digit));
  }
  if (pattern == "v") {
    return found_if(std::ranges::any_of(segment, is_digit));
  }
  return pattern == segment ? Match::Word : Match::No;
}

/// What stands for the places of `pattern`; no value when the path is of another form.
bool match_path(const Segments& pattern, const Segments& path, Segments& found) {
  if (pattern.count != path.count) {
    return false;
  }
  found.count = 0;
  for (std::size_t i = 0; i < path.count; ++i) {
    const Match match = match_segment(pattern.list[i], path.list[i]);
    if (match == Match::No) {
      return false;
    }
    if (match == Match::Found) {
      found.list[found.count++] = path.list[i];
    }
  }
  return true;
}

/// Without the "v" before the number.
std::string_view plain_tag(std::string_view tag) {
  const bool has_v = tag.size() > 1 && tag[0] == 'v' && is_digit(tag[1]);
  return has_v ? tag.substr(1) : tag;
}

std::string write_segment(char how, std::string_view segment) {
  if (how == '%') return lower(segment);
  return std::string(how == '^' ? plain_tag(segment) : segment);
}

std::string write_form(std::string_view form, const Segments& found) {
  std::string path;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (std::string_view("$%^").find(form[i]) == std::string_view::npos) {
      path += form[i];
      continue;
    }
    path += write_segment(form[i], found.list[static_cast<std::size_t>(form[i + 1] - '1')]);
    ++i;
  }
  return path;
}

struct SplitForm {
  Segments pattern;
  std::string_view form;
};

const std::vector<SplitForm>& split_forms() {
  static const std::vector<SplitForm> forms = [] {
    std::vector<SplitForm> list;
    for (const LinkForm& form : kForms) {
      list.push_back({split(form.pattern), form.form});
    }
    return list;
  }();
  return forms;
}

}  // namespace

std::string take_path(std::string& query) {
  constexpr std::array<std::string_view, 3> kPages = {"node/", "post/", "blog/"};
  const bool is_path = query.find_first_of("?&=") == std::string::npos &&
                       std::ranges::any_of(kPages, [&](std::string_view page) {
                         return query.starts_with(page);
                       });
  return is_path ? "/" + std::exchange(query, {}) : std::string{};
}

void apply_link_forms(std::string& path) {
  const Segments segments = split(path);
  Segments found;
  for (const SplitForm& form : split_forms()) {
    if (match_path(form.pattern, segments, found)) {
      path = write_form(form.form, found);
      return;
    }
  }
}

}  // namespace collector
