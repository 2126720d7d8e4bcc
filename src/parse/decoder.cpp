// The half of encoding.h that needs converters: those of ICU, and iconv for what ICU lacks.
#include "core/owned.h"
#include "parse/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iconv.h>
#include <stdexcept>
#include <utility>

namespace collector {

struct Decoder::Converter {
  Converter() = default;
  virtual ~Converter() = default;
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  virtual std::string decode(std::string_view bytes, More more) = 0;

  bool damaged = false;
};

namespace {

using IcuHandle = std::unique_ptr<UConverter, Releases<ucnv_close>>;
using IconvHandle = std::unique_ptr<void, Releases<iconv_close>>;

IcuHandle open_icu(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  IcuHandle handle(ucnv_open(name.c_str(), &status));
  return U_SUCCESS(status) ? std::move(handle) : nullptr;
}

IconvHandle open_iconv(const std::string& name) {
  const iconv_t handle = iconv_open("utf-8", name.c_str());
  // NOLINTNEXTLINE(performance-no-int-to-ptr): so POSIX says that it failed
  return handle == reinterpret_cast<iconv_t>(-1) ? nullptr : IconvHandle(handle);
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

class IcuConverter final : public Decoder::Converter {
 public:
  IcuConverter(IcuHandle from, IcuHandle to) : from_(std::move(from)), to_(std::move(to)) {
    UErrorCode status = U_ZERO_ERROR;
    ucnv_setToUCallBack(from_.get(), replace_bad_bytes, &damaged, nullptr, nullptr, &status);
  }

  std::string decode(std::string_view bytes, Decoder::More more) override {
    std::string text;
    std::array<char, 8192> piece{};
    const char* source = bytes.data();
    UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
    while (status == U_BUFFER_OVERFLOW_ERROR) {
      status = U_ZERO_ERROR;
      char* target = piece.data();
      ucnv_convertEx(to_.get(), from_.get(), &target, piece.data() + piece.size(), &source,
                     bytes.data() + bytes.size(), pivot_.data(), &pivot_source_, &pivot_target_,
                     pivot_.data() + pivot_.size(), 0, more == Decoder::More::Last ? 1 : 0,
                     &status);
      text.append(piece.data(), target);
    }
    return text;
  }

 private:
  IcuHandle from_;
  IcuHandle to_;
  std::array<UChar, 4096> pivot_{};
  UChar* pivot_source_ = pivot_.data();
  UChar* pivot_target_ = pivot_.data();
};

/// Of encodings with one byte a character only, so that no piece ends within one.
class IconvConverter final : public Decoder::Converter {
 public:
  explicit IconvConverter(IconvHandle handle) : handle_(std::move(handle)) {}

  std::string decode(std::string_view bytes, Decoder::More) override {
    constexpr std::size_t kLongestCharacter = 4;
    std::string text(bytes.size() * kLongestCharacter, '\0');
    char* source = const_cast<char*>(bytes.data());  // iconv's signature; it only reads
    std::size_t left = bytes.size();
    char* target = text.data();
    std::size_t room = text.size();
    while (iconv(handle_.get(), &source, &left, &target, &room) ==
           static_cast<std::size_t>(-1)) {
      damaged = true;
      target = std::copy_n("\uFFFD", 3, target);
      room -= 3;
      ++source;
      --left;
    }
    text.resize(text.size() - room);
    return text;
  }

 private:
  IconvHandle handle_;
};

}  // namespace

Decoder::Decoder(const Encoding& encoding) {
  if (IcuHandle from = open_icu(encoding.converter)) {
    converter_ = std::make_unique<IcuConverter>(std::move(from), open_icu("utf-8"));
  } else if (IconvHandle handle = open_iconv(encoding.converter)) {
    converter_ = std::make_unique<IconvConverter>(std::move(handle));
  } else {
    throw std::runtime_error("the encoding " + encoding.name + " cannot be decoded");
  }
}

Decoder::~Decoder() = default;

bool Decoder::knows(const std::string& encoding) {
  const IcuHandle handle = open_icu(encoding);
  if (handle == nullptr || ucnv_getType(handle.get()) == UCNV_UTF8) return false;
  constexpr std::string_view kPlain = "<?xml version";
  std::array<UChar, 2 * kPlain.size()> read{};
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t length =
      ucnv_toUChars(handle.get(), read.data(), static_cast<std::int32_t>(read.size()),
                    kPlain.data(), static_cast<std::int32_t>(kPlain.size()), &status);
  return U_SUCCESS(status) &&
         std::equal(kPlain.begin(), kPlain.end(), read.begin(), read.begin() + length);
}

bool Decoder::damaged() const {
  return converter_->damaged;
}

std::string Decoder::decode(std::string_view bytes, More more) {
  return converter_->decode(bytes, more);
}

}  // namespace collector
