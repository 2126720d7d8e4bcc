// Which entities exist: the five of XML, the names of HTML, and plain text that the document
// declares itself, within tight bounds. Nested, external and parameter entities do not.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>

struct _xmlEntity;  // NOLINT(bugprone-reserved-identifier): libxml2's name

namespace collector {

class XmlEntities {
 public:
  XmlEntities();
  ~XmlEntities();
  XmlEntities(const XmlEntities&) = delete;
  XmlEntities& operator=(const XmlEntities&) = delete;

  /// A declaration. False: it is no short plain text, and the entity will be empty.
  bool declare(std::string_view name, std::string_view text);

  /// For libxml2, which may keep and mark it until its parser is freed. Null: unknown.
  _xmlEntity* find(const unsigned char* name);

  /// What every parameter entity is: nothing.
  _xmlEntity* find_parameter();

  /// A name of HTML was used that the document does not declare: it leans on a repair.
  [[nodiscard]] bool html_used() const { return html_used_; }

  /// An entity that is left out was used: the document is read with a gap.
  [[nodiscard]] bool left_out_used() const { return left_out_used_; }

  /// The uses of declared entities came to more than kMaxExpandedBytes; the rest is empty.
  [[nodiscard]] bool exhausted() const { return exhausted_; }

 private:
  struct Owned;

  Owned* spend(Owned& entity);

  // One object a name, kept until the parser is gone: libxml2 remembers their addresses.
  std::map<std::string, std::unique_ptr<Owned>, std::less<>> known_;
  std::unique_ptr<Owned> nothing_;
  std::unique_ptr<Owned> no_parameter_;
  std::size_t expanded_ = 0;
  bool html_used_ = false;
  bool left_out_used_ = false;
  bool exhausted_ = false;
};

}  // namespace collector
