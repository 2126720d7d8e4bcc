// What holds for every document, however broken: it is refused in words, or it is read the same
// in whatever pieces it comes and its entries are taken, and what is printed of it is JSON.
#pragma once

#include <string_view>

/// Aborts where one of these does not hold.
void check_document(std::string_view document);
