#include "store/documents.h"
#include "store/fingerprint.h"
#include "store/sqlite.h"

namespace collector {

namespace {

// Names in the table documents.
constexpr const char* kConfiguration = "configuration";
constexpr const char* kModel = "model";

void write_document(Connection& connection, const char* name, const std::string& text) {
  const auto print = static_cast<std::int64_t>(Fingerprint().add(text).value());
  connection
      .statement(
          "INSERT INTO documents (name, fingerprint, text) VALUES (?1, ?2, ?3) "
          "ON CONFLICT (name) DO UPDATE SET fingerprint = ?2, text = ?3 "
          "WHERE fingerprint <> ?2")
      .bind(name, print, text)
      .run();
}

std::string read_document(Connection& connection, const char* name) {
  return connection.value<std::string>("SELECT text FROM documents WHERE name = ?", name);
}

}  // namespace

void Documents::remember_configuration(const std::string& text) {
  write_document(connection_, kConfiguration, text);
}

std::string Documents::configuration() {
  return read_document(connection_, kConfiguration);
}

void Documents::remember_model(const std::string& text) {
  write_document(connection_, kModel, text);
}

std::string Documents::model() {
  return read_document(connection_, kModel);
}

}  // namespace collector
