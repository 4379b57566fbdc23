// ICU's normal forms, character properties and confusables (Unicode TR 39).
#include "server/names.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>

#include <memory>

namespace knead::server {
namespace {

constexpr int kMostCharacters = 24, kMostMarks = 2;
constexpr std::size_t kMostBytes = 200;

Error wrong(std::string what) { return {"name", "", std::move(what)}; }

bool isMark(UChar32 c) { return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }
bool isAllowed(UChar32 c) {
  if (c == ' ' || c == '-' || c == '_' || c == '.' || c == '\'') return true;
  // No letters of private use, of scripts nobody writes any more or with, none that are drawn as nothing.
  if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) return false;
  return (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_MN_MASK | U_GC_MC_MASK | U_GC_ND_MASK)) != 0;
}

// Folded case, compatibility forms taken apart, look-alikes made one.
std::string skeleton(const icu::UnicodeString& text) {
  UErrorCode problem = U_ZERO_ERROR;
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(problem);
  const icu::UnicodeString folded = fold->normalize(text, problem);
  const std::unique_ptr<USpoofChecker, decltype(&uspoof_close)> checker(uspoof_open(&problem), &uspoof_close);
  icu::UnicodeString out;
  uspoof_getSkeletonUnicodeString(checker.get(), 0, folded, out, &problem);  // does nothing after a problem
  if (U_FAILURE(problem)) return {};
  // Once more, as the skeleton of a capital may be another letter's; spaces and joints do not tell people apart.
  out = fold->normalize(out, problem);
  icu::UnicodeString letters;
  for (int32_t i = 0; i < out.length();) {
    const UChar32 c = out.char32At(i);
    i += U16_LENGTH(c);
    if (c != ' ' && c != '-' && c != '_' && c != '.' && c != '\'') letters.append(c);
  }
  std::string utf8;
  letters.toUTF8String(utf8);
  return utf8;
}

}  // namespace

std::string skeletonOf(std::string_view text) {
  return skeleton(icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))));
}

Result<Name> readName(std::string_view text, const std::vector<std::string>& forbidden) {
  if (text.size() > kMostBytes) return wrong("is too long, allowed: 24 characters");
  const auto raw = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  if (raw.indexOf(static_cast<UChar32>(0xFFFD)) >= 0) return wrong("is not UTF-8 text");
  UErrorCode problem = U_ZERO_ERROR;
  icu::UnicodeString name = icu::Normalizer2::getNFCInstance(problem)->normalize(raw, problem);
  if (U_FAILURE(problem)) return wrong("cannot be read");
  name.trim();
  if (name.isEmpty()) return wrong("is empty");
  if (name.countChar32() > kMostCharacters) return wrong("is too long, allowed: 24 characters");
  int marks = 0;
  bool letter = false;
  UChar32 before = 0;
  for (int32_t i = 0; i < name.length();) {
    const UChar32 c = name.char32At(i);
    i += U16_LENGTH(c);
    if (!isAllowed(c))
      return wrong("holds a character that names must not have; letters, digits, spaces and - _ . ' are allowed");
    if (isMark(c)) {
      if (before == 0 || before == ' ' || ++marks > kMostMarks)
        return wrong("has more accents on one letter than fit in a line");
    } else {
      marks = 0;
      letter = letter || (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_ND_MASK)) != 0;
    }
    if (c == ' ' && before == ' ') return wrong("has two spaces in a row");
    before = c;
  }
  if (!letter) return wrong("holds no letter");
  Name out;
  name.toUTF8String(out.shown);
  out.skeleton = skeleton(name);
  if (out.skeleton.empty()) return wrong("cannot be read");
  for (const std::string& word : forbidden) {
    if (!word.empty() && out.skeleton.find(word) != std::string::npos)
      return wrong("holds a word that is not wanted here");
  }
  return out;
}

}  // namespace knead::server
