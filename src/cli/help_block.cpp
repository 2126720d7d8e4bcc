#include "cli/help_block.h"

namespace collector {

std::string help_block(const std::string& heading, const HelpRows& rows) {
  constexpr std::size_t kLabelColumns = 26;
  if (rows.empty()) return {};
  std::string text = "\n" + heading + ":\n";
  for (const auto& [label, help] : rows) {
    text += "  " + label;
    text += label.size() < kLabelColumns ? std::string(kLabelColumns - label.size(), ' ')
                                         : "\n  " + std::string(kLabelColumns, ' ');
    text += help + "\n";
  }
  return text;
}

std::string sentence(std::string summary) {
  if (!summary.empty() && summary[0] >= 'a' && summary[0] <= 'z') {
    summary[0] = static_cast<char>(summary[0] - 'a' + 'A');
  }
  return summary + ".";
}

}  // namespace collector
