// Addresses as the newsletter gives them.
#pragma once

#include "core/item.h"

#include <string>
#include <string_view>
#include <vector>

namespace collector {

/// `url` fit to be printed; below `site` ("https://xmpp.org"), be it under http, only its path.
std::string printed_link(std::string_view url, std::string_view site);

/// The address of an item: its own, under https where the same item names it so too.
std::string item_link(const Item& item);

/// Every address that `item` gives, each once, its own first.
std::vector<std::string> item_links(const Item& item);

/// The page of the extension with that number: "0198".
std::string specification_page(std::string_view number);

}  // namespace collector
