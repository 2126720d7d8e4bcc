#include "config/serve.h"

#include "config/listen.h"
#include "config/readers.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace collector {

namespace {

using ServeKey = ConfigKey<Serve>;

void read_listen(const ConfigField& field, Serve& serve) {
  read_value(field, serve.listen);
  if (!parse_listen_address(serve.listen))
    complain(field, "an address and a port such as 127.0.0.1:8080");
  serve.listen_at = place_of(field.source, field.node.mark);
}

void read_proxy(const ConfigField& field, Serve& serve) {
  read_value(field, serve.trusted_proxy);
  if (!is_numeric_address(serve.trusted_proxy)) complain(field, "an address such as 127.0.0.1");
}

bool in_header_name(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-';
}

void read_header(const ConfigField& field, Serve& serve) {
  read_value(field, serve.user_header);
  const std::string& name = serve.user_header;
  if (name.empty() || !std::all_of(name.begin(), name.end(), in_header_name))
    complain(field, "the name of a header such as X-Remote-User");
}

std::span<const ServeKey> keys() {
  static const std::array table{
      ServeKey{"listen", read_listen}, ServeKey{"trusted_proxy", read_proxy},
      ServeKey{"user_header", read_header}, ServeKey{"read_only", into<&Serve::read_only>}};
  return table;
}

}  // namespace

Serve read_serve(const ConfigSource& source, const YamlNode& node) {
  Serve serve;
  read_map(source, node, keys(), serve);
  if (serve.trusted_proxy.empty() != serve.user_header.empty()) {
    complain(source, node.mark,
             "\"trusted_proxy\" and \"user_header\" want each other: the one tells whose "
             "word counts, the other where it stands");
  }
  return serve;
}

KeyTable serve_keys() {
  return {"serve", names_of(keys())};
}

}  // namespace collector
