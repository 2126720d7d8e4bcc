#include "cli/table.h"

#include "support/catch.h"

#include <sstream>

using namespace collector;

TEST_CASE("a table lines up its columns and stays one line a row") {
  Table table({"ID", "TITLE"});
  table.add({"1", "first"});
  table.add({"22", "sec\nond"});
  std::ostringstream aligned;
  std::ostringstream tabbed;

  table.print(aligned);
  table.print_tsv(tabbed);

  CHECK(aligned.str() == "ID  TITLE\n1   first\n22  sec ond\n");
  CHECK(tabbed.str() == "ID\tTITLE\n1\tfirst\n22\tsec ond\n");
}
