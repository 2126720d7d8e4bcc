#include "store/fingerprint.h"

#include "store/text_list.h"

#include <cstring>

namespace collector {

namespace {

constexpr std::uint64_t kPrime = 0x100000001b3;  // FNV-1a

/// FNV-1a on words of eight bytes instead of one: whole articles pass through here.
std::uint64_t mix(std::uint64_t value, std::uint64_t word) {
  value = (value ^ word) * kPrime;
  return value ^ (value >> 32);
}

void add_all(Fingerprint& fingerprint, const std::vector<std::string>& texts) {
  fingerprint.add(static_cast<std::int64_t>(texts.size()));
  for (const std::string& text : texts)
    fingerprint.add(text);
}

}  // namespace

Fingerprint& Fingerprint::add(std::string_view text) {
  std::uint64_t value = mix(value_, text.size());
  std::uint64_t word = 0;
  for (; text.size() >= sizeof word; text.remove_prefix(sizeof word)) {
    std::memcpy(&word, text.data(), sizeof word);
    value = mix(value, word);
  }
  if (!text.empty()) {
    word = 0;
    std::memcpy(&word, text.data(), text.size());
    value = mix(value, word);
  }
  value_ = value;
  return *this;
}

Fingerprint& Fingerprint::add(std::int64_t number) {
  value_ = mix(value_, static_cast<std::uint64_t>(number));
  return *this;
}

std::uint64_t Fingerprint::value() const {
  // The last steps of MurmurHash3: without them the upper bits would hardly know of the last
  // texts, and ids would begin alike.
  std::uint64_t value = value_;
  value = (value ^ (value >> 33)) * 0xff51afd7ed558ccd;
  value = (value ^ (value >> 33)) * 0xc4ceb9fe1a85ec53;
  return value ^ (value >> 33);
}

std::int64_t fingerprint(const Item& item) {
  Fingerprint print;
  print.add(item.key).add(item.guid).add(item.url).add(item.canonical_url);
  print.add(item.title).add(item.author).add(item.author_url);
  print.add(item.language_guessed ? std::string_view() : item.language);
  print.add(item.summary).add(item.content);
  print.add(item.updated ? item.updated->time_since_epoch().count() : 0);
  add_all(print, item.links);
  add_all(print, item.categories);
  if (!item.days.empty()) print.add(join_days(item.days));
  return static_cast<std::int64_t>(print.value());
}

}  // namespace collector
