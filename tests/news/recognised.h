// An item of which nothing but its page and its title is known.
#pragma once

#include "news/recognise.h"

#include <string>

namespace collector::test {

inline Item recognised(const std::string& url, const std::string& title,
                       const ProjectRegistry& projects) {
  Item item;
  item.url = url;
  item.title = title;
  recognise(item, FeedSource{}, "", projects);
  return item;
}

}  // namespace collector::test
