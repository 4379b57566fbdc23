#include "server/names.hpp"

#include "support/catch.hpp"

using namespace knead;
using server::readName;
using server::skeletonOf;

TEST_CASE("names of people everywhere are taken as they are", "[server]") {
  for (const char* name : {"Mia", "Ana María", "O'Neil", "Jean-Luc", "李伟", "Ольга", "محمد", "นภา", "Ørsted", "ẞ",
                           "42", "J. R. Smith", "Zoë", "दीपा"}) {
    INFO(name);
    const auto read = readName(name);
    INFO((read ? std::string() : read.error().what));
    REQUIRE(read.ok());
    CHECK(read.value().shown == name);
    CHECK_FALSE(read.value().skeleton.empty());
  }
  CHECK(readName("  Mia  ").value().shown == "Mia");
  // e with an accent behind it becomes the one letter.
  CHECK(readName("Zoe\xCC\x88").value().shown == "Zo\xC3\xAB");
}

TEST_CASE("names that steer the text around them, or are none, are refused", "[server]") {
  struct Bad {
    std::string name;
    const char* says;
  };
  for (const Bad& bad : {Bad{"", "empty"},
                         {"   ", "empty"},
                         {"---", "no letter"},
                         {"twenty-five characters ab", "too long"},
                         {std::string(300, 'a'), "too long"},
                         {"a  b", "two spaces"},
                         {"\xE2\x80\xAE"
                          "evil",
                          "character"},  // right-to-left override
                         {"a\xE2\x81\xA6"
                          "b",
                          "character"},  // isolate
                         {"a\xE2\x80\x8B"
                          "b",
                          "character"},  // zero width space
                         {"a\xEF\xBB\xBF"
                          "b",
                          "character"},                   // byte order mark
                         {"a\xEE\x80\x80", "character"},  // private use
                         {"a\nb", "character"},
                         {std::string("a\0b", 3), "character"},
                         {"<script>", "character"},
                         {"a\"b", "character"},
                         {"a\xF0\x9F\x92\x80", "character"},  // a picture
                         {"\xC3\x28", "UTF-8"},
                         {"\xED\xA0\x80", "UTF-8"},                         // half of a pair
                         {"z\xCC\x81\xCC\x82\xCC\x83\xCC\x84", "accents"},  // marks on marks
                         {"\xCC\x81z", "accents"},                          // on nothing
                         {"a \xCC\x81z", "accents"},                        // on a space
                         {"._-' .", "no letter"},
                         {"\xE3\x85\xA4", "character"}}) {  // Hangul filler: drawn as nothing
    INFO(bad.name);
    const auto read = readName(bad.name);
    REQUIRE_FALSE(read.ok());
    INFO(read.error().what);
    CHECK(read.error().what.find(bad.says) != std::string::npos);
  }
}

TEST_CASE("names that look alike are one", "[server]") {
  CHECK(skeletonOf("A_b.c-d'e f") == skeletonOf("abcdef"));
  const auto alike = [](const char* a, const char* b) { return skeletonOf(a) == skeletonOf(b); };
  CHECK(alike("Mia", "mia"));
  CHECK(alike("Mia",
              "M\xD1\x96"
              "a"));  // Cyrillic i
  CHECK(alike("Olga", "0lga"));
  CHECK(alike("pay", "\xD1\x80\xD0\xB0\xD1\x83"));  // Cyrillic, whole
  CHECK(alike("J. R.", "J R"));
  CHECK(alike("fi", "\xEF\xAC\x81"));  // one letter for two
  CHECK_FALSE(alike("Mia", "Mina"));
  CHECK_FALSE(alike("Ana", "Ada"));
}

TEST_CASE("words that a board does not want are found in disguise", "[server]") {
  const std::vector<std::string> forbidden = {skeletonOf("rude")};
  CHECK_FALSE(readName("Rude", forbidden).ok());
  CHECK_FALSE(readName("so r-u-d-e", forbidden).ok());
  CHECK_FALSE(readName("RUD\xD0\x95", forbidden).ok());
  CHECK(readName("Trudi", forbidden).ok());
  CHECK(readName("Mia", {""}).ok());  // an empty line of the file forbids nothing
}
