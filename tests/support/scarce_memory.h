// Memory that runs out when it is told to. A program with this in it has the `new` of
// scarce_memory.cpp, and its libraries may be given the rest.
#pragma once

#include <cstddef>

namespace collector::test {

/// This thread gets `pieces` more pieces, then is refused one, then gets all again. The others
/// get all they want.
void refuse_memory_after(long pieces);

/// From now on this thread gets all. True when it was refused a piece.
bool end_of_refusal();

/// Asks for a piece without taking it, for those who have memory of their own.
bool memory_is_refused();

// What C has for memory, which obeys as well; what it gives goes to std::free.
void* scarce_malloc(std::size_t size);
void* scarce_calloc(std::size_t count, std::size_t size);
void* scarce_realloc(void* piece, std::size_t size);
char* scarce_strdup(const char* text);

}  // namespace collector::test
