// What a command takes, said once: the command line is read into the command's own variables,
// and --help is made of it. The only door to the command-line library.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace collector {

/// Declares the options of one command. Every variable bound here must outlive the parsing.
/// `help` is a phrase in lower case without a full stop.
class Options {
 public:
  explicit Options(CLI::App& app) : app_(app) {}

  /// "--force"
  void flag(const std::string& name, bool& value, const std::string& help);
  /// "--jobs", shown as "--jobs N"
  void value(const std::string& name, const std::string& shown, std::optional<int>& value,
             const std::string& help);
  void value(const std::string& name, const std::string& shown, std::string& value,
             const std::string& help);
  /// Words that are stored and printed some day: UTF-8, or the command line is refused.
  void text(const std::string& name, const std::string& shown, std::string& value,
            const std::string& help);
  /// May be given several times, one value each.
  void values(const std::string& name, const std::string& shown,
              std::vector<std::string>& value, const std::string& help);
  /// One of a few words.
  void choice(const std::string& name, std::string& value,
              const std::vector<std::string>& words, const std::string& help);
  /// An argument without a name; `ID`
  void argument(const std::string& shown, std::string& value, const std::string& help);
  void optional_argument(const std::string& shown, std::string& value, const std::string& help);
  /// One or more arguments.
  void arguments(const std::string& shown, std::vector<std::string>& value,
                 const std::string& help);
  /// Any number of them, none too.
  void optional_arguments(const std::string& shown, std::vector<std::string>& value,
                          const std::string& help);

 private:
  CLI::App& app_;
};

}  // namespace collector
