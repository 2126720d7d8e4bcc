#include "parse/encoding_labels.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace collector {

namespace {

/// Labels that ICU does not know or reads otherwise than browsers do; the other ones of the
/// WHATWG Encoding Standard are names of ICU's own.
struct Labels {
  std::string_view name;  // as reported
  std::string_view converter;
  std::string_view labels;  // with a space on either side of each
};

constexpr Labels kLabels[] = {
    {"utf-8", "",
     " utf-8 utf8 utf_8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 "
     "x-unicode20utf8 "},
    {"us-ascii", "", " us-ascii ascii ansi_x3.4-1968 "},
    {"windows-1250", "windows-1250", " cp1250 x-cp1250 "},
    {"windows-1251", "windows-1251", " cp1251 x-cp1251 "},
    {"windows-1252", "windows-1252",
     " iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 iso-ir-100 csisolatin1 "
     "latin1 latin-1 l1 cp819 ibm819 cp1252 x-cp1252 "},
    {"windows-1253", "windows-1253", " cp1253 x-cp1253 "},
    {"iso-8859-9", "windows-1254",
     " iso-8859-9 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 "
     "iso-ir-148 csisolatin5 "},
    {"windows-1254", "windows-1254", " latin5 l5 cp1254 x-cp1254 "},
    {"windows-1255", "windows-1255", " cp1255 x-cp1255 "},
    {"windows-1256", "windows-1256", " cp1256 x-cp1256 "},
    {"windows-1257", "windows-1257", " cp1257 x-cp1257 "},
    {"windows-1258", "windows-1258", " cp1258 x-cp1258 "},
    {"windows-874", "windows-874", " iso-8859-11 iso8859-11 iso885911 tis-620 dos-874 cp874 "},
    {"iso-8859-6", "iso-8859-6", " csiso88596e csiso88596i "},
    {"iso-8859-8", "iso-8859-8", " csiso88598e visual "},
    {"iso-8859-8-i", "iso-8859-8", " csiso88598i logical "},
    {"iso-8859-16", "iso-8859-16", " iso-8859-16 "},
    {"koi8-r", "koi8-r", " koi "},
    {"koi8-u", "koi8-u", " koi8-ru "},
    {"x-mac-cyrillic", "x-mac-cyrillic", " x-mac-ukrainian "},
    {"gbk", "gb18030",
     " gbk x-gbk gb2312 gb_2312 gb_2312-80 csgb2312 csiso58gb231280 iso-ir-58 "
     "chinese euc-cn cp936 "},
    {"big5", "big5-hkscs", " big5 big5-hkscs cn-big5 csbig5 x-x-big5 "},
    {"shift_jis", "windows-31j",
     " shift_jis shift-jis sjis x-sjis csshiftjis ms_kanji cp932 "
     "ms932 windows-31j "},
    {"euc-kr", "windows-949",
     " euc-kr cseuckr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 "
     "csksc56011987 iso-ir-149 korean uhc cp949 windows-949 "},
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

}  // namespace

std::optional<Encoding> encoding_of_label(std::string label) {
  if (label.empty() || !is_plain(label) || is_unsafe(label)) return std::nullopt;
  Encoding encoding;
  const std::string whole = " " + label + " ";
  for (const Labels& row : kLabels) {
    if (row.labels.find(whole) == std::string_view::npos) continue;
    encoding.name = row.name;
    encoding.converter = row.converter;
    return encoding;
  }
  if (!Decoder::knows(label)) return std::nullopt;
  encoding.name = label;
  encoding.converter = std::move(label);
  return encoding;
}

}  // namespace collector
