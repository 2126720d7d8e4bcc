// The half of encoding.h that needs the converters of ICU.
#include "core/owned.h"
#include "parse/encoding.h"
#include "parse/encoding_labels.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace collector {

namespace {

using ConverterHandle = std::unique_ptr<UConverter, Releases<ucnv_close>>;

/// What browsers read although it says something else; {label, name, converter of ICU}.
struct Label {
  std::string_view label;
  std::string_view name;
  std::string_view converter;
};

constexpr Label kLabels[] = {
    {"iso-8859-1", "windows-1252", "windows-1252"},
    {"iso_8859-1", "windows-1252", "windows-1252"},
    {"iso8859-1", "windows-1252", "windows-1252"},
    {"iso88591", "windows-1252", "windows-1252"},
    {"latin1", "windows-1252", "windows-1252"},
    {"latin-1", "windows-1252", "windows-1252"},
    {"l1", "windows-1252", "windows-1252"},
    {"cp819", "windows-1252", "windows-1252"},
    {"cp1252", "windows-1252", "windows-1252"},
    {"gb2312", "gbk", "gb18030"},
    {"gb_2312-80", "gbk", "gb18030"},
    {"chinese", "gbk", "gb18030"},
    {"euc-cn", "gbk", "gb18030"},
    {"gbk", "gbk", "gb18030"},
    {"cp936", "gbk", "gb18030"},
    {"big5", "big5", "big5-hkscs"},
    {"cn-big5", "big5", "big5-hkscs"},
    {"shift_jis", "shift_jis", "windows-31j"},
    {"shift-jis", "shift_jis", "windows-31j"},
    {"sjis", "shift_jis", "windows-31j"},
    {"x-sjis", "shift_jis", "windows-31j"},
    {"cp932", "shift_jis", "windows-31j"},
    {"ms932", "shift_jis", "windows-31j"},
    {"euc-kr", "euc-kr", "windows-949"},
    {"ks_c_5601-1987", "euc-kr", "windows-949"},
    {"ksc5601", "euc-kr", "windows-949"},
    {"korean", "euc-kr", "windows-949"},
    {"uhc", "euc-kr", "windows-949"},
    {"cp949", "euc-kr", "windows-949"},
    {"iso-8859-9", "iso-8859-9", "windows-1254"},
    {"iso8859-9", "iso-8859-9", "windows-1254"},
    {"latin5", "windows-1254", "windows-1254"},
    {"cp1254", "windows-1254", "windows-1254"},
    {"iso-8859-11", "windows-874", "windows-874"},
    {"tis-620", "windows-874", "windows-874"},
    {"cp874", "windows-874", "windows-874"},
    {"cp1250", "windows-1250", "windows-1250"},
    {"cp1251", "windows-1251", "windows-1251"},
    {"cp1253", "windows-1253", "windows-1253"},
    {"cp1255", "windows-1255", "windows-1255"},
    {"cp1256", "windows-1256", "windows-1256"},
    {"cp1257", "windows-1257", "windows-1257"},
    {"cp1258", "windows-1258", "windows-1258"},
    {"utf16", "utf-16", "utf-16"},
    {"utf-16", "utf-16", "utf-16"},
    {"utf_16", "utf-16", "utf-16"},
    {"utf32", "utf-32", "utf-32"},
    {"utf_32", "utf-32", "utf-32"},
};

/// Encodings in which plain letters may hide markup from whoever looks at the bytes; browsers
/// refuse them for that.
constexpr std::string_view kUnsafe[] = {"utf-7", "utf7",        "hz",          "scsu",
                                        "bocu",  "iso-2022-cn", "iso-2022-kr", "utf-ebcdic",
                                        "imap",  "cesu"};

bool is_unsafe(std::string_view label) {
  return std::any_of(std::begin(kUnsafe), std::end(kUnsafe), [label](std::string_view start) {
    return label.substr(0, start.size()) == start;
  });
}

/// ICU passes over all but letters and digits when it compares names; we do not.
bool is_plain(std::string_view label) {
  constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyz0123456789-_.:+()";
  return label.find_first_not_of(kAllowed) == std::string_view::npos;
}

ConverterHandle open_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  ConverterHandle handle(ucnv_open(name.c_str(), &status));
  return U_SUCCESS(status) ? std::move(handle) : nullptr;
}

/// ICU's own replacement differs from converter to converter; ours is U+FFFD and is counted.
void replace_bad_bytes(const void* damaged, UConverterToUnicodeArgs* arguments, const char*,
                       std::int32_t, UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;
  *static_cast<bool*>(const_cast<void*>(damaged)) = true;
  *status = U_ZERO_ERROR;
  constexpr UChar kReplacementCharacter = 0xFFFD;
  ucnv_cbToUWriteUChars(arguments, &kReplacementCharacter, 1, 0, status);
}

}  // namespace

std::optional<Encoding> encoding_of_label(std::string label) {
  Encoding encoding;
  if (label == "utf-8" || label == "utf8" || label == "utf_8") return encoding;
  if (label == "us-ascii" || label == "ascii" || label == "ansi_x3.4-1968") {
    encoding.name = "us-ascii";
    return encoding;
  }
  for (const Label& known : kLabels) {
    if (known.label != label) continue;
    encoding.name = known.name;
    encoding.converter = known.converter;
    return encoding;
  }
  if (!is_plain(label) || is_unsafe(label) || open_converter(label) == nullptr) {
    return std::nullopt;
  }
  encoding.name = label;
  encoding.converter = std::move(label);
  return encoding;
}

struct Decoder::Converter {
  ConverterHandle from;
  ConverterHandle to;
  bool damaged = false;
  std::array<UChar, 4096> pivot{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
};

Decoder::Decoder(const Encoding& encoding) : converter_(std::make_unique<Converter>()) {
  converter_->from = open_converter(encoding.converter);
  converter_->to = open_converter("utf-8");
  if (converter_->from == nullptr || converter_->to == nullptr) {
    throw std::runtime_error("the encoding " + encoding.name + " cannot be decoded");
  }
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setToUCallBack(converter_->from.get(), replace_bad_bytes, &converter_->damaged, nullptr,
                      nullptr, &status);
}

Decoder::~Decoder() = default;

bool Decoder::damaged() const {
  return converter_->damaged;
}

std::string Decoder::decode(std::string_view bytes, More more) {
  Converter& converter = *converter_;
  std::string text;
  std::array<char, 8192> piece{};
  const char* source = bytes.data();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    char* target = piece.data();
    ucnv_convertEx(converter.to.get(), converter.from.get(), &target,
                   piece.data() + piece.size(), &source, bytes.data() + bytes.size(),
                   converter.pivot.data(), &converter.pivot_source, &converter.pivot_target,
                   converter.pivot.data() + converter.pivot.size(), false, more == More::Last,
                   &status);
    text.append(piece.data(), target);
  }
  return text;
}

}  // namespace collector
