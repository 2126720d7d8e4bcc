// A store with a few items of January 2024, for pages to show.
#pragma once

#include "core/item.h"
#include "core/newsletter.h"
#include "store/store.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace collector {

inline constexpr UtcTime kWebNow{std::chrono::sys_days{std::chrono::year{2024} / 2 / 3}};

inline const std::vector<Section> kWebSections{
    {.name = "articles", .heading = "Articles", .parent = "", .empty = "", .subsections = {}},
    {.name = "talks", .heading = "Talks", .parent = "", .empty = "", .subsections = {}}};

class WebStore {
 public:
  explicit WebStore(std::vector<std::string> titles = {"Of apples", "Of pears", "Of plums"});
  ~WebStore();
  WebStore(const WebStore&) = delete;
  WebStore& operator=(const WebStore&) = delete;

  [[nodiscard]] std::unique_ptr<Store> open() const { return open_store(path, Access::Write); }

  /// Of the title at this place, as it is stored now.
  [[nodiscard]] StoredItem item(std::size_t place) const;

  std::string path;
  std::vector<std::string> ids;  // in the order of the titles

 private:
  std::filesystem::path folder_;
};

}  // namespace collector
