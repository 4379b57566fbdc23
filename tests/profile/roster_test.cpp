// Several people on one machine: the list, folders of their own, and what removing takes.
#include "profile/roster.hpp"

#include <sys/stat.h>

#include "profile/secret_file.hpp"
#include "profile/take_over.hpp"
#include "profile/test_files.hpp"
#include "support/catch.hpp"

using namespace knead;
using namespace knead::profile;
using namespace knead::testing;

namespace {

Dirs dirsIn(const std::string& root) { return {root + "/config", root + "/data", root + "/state"}; }

Roster loaded(const Dirs& dirs) {
  std::string notice;
  Roster roster = Roster::load(dirs, notice);
  CHECK(notice.empty());
  return roster;
}

}  // namespace

TEST_CASE("one player has today's folders, and no list is written", "[roster]") {
  const Dirs dirs = dirsIn(freshFolder("profile-roster-one"));
  REQUIRE(makeDirs(dirs).ok());
  const Roster roster = loaded(dirs);
  REQUIRE(roster.members().size() == 1);
  CHECK(roster.dirsOf(0) == dirs);
  CHECK_FALSE(std::filesystem::exists(dirs.data + "/profiles.json"));
}

TEST_CASE("a folder that another window has made since is nobody else's", "[roster]") {
  const Dirs dirs = dirsIn(freshFolder("profile-roster-two"));
  REQUIRE(makeDirs(dirs).ok());
  Roster here = loaded(dirs), there = loaded(dirs);
  REQUIRE(there.add("Ana").ok());
  const std::string hers = there.dirsOf(1).data;
  std::ofstream(hers + "/profile.db") << "all she has";
  REQUIRE(here.add("Ana").value() == 2);
  CHECK(here.dirsOf(2).data != hers);
  REQUIRE(here.remove(2).ok());
  CHECK(std::filesystem::exists(hers + "/profile.db"));
  // Nor is one that no list knows.
  std::filesystem::create_directories(dirs.config + "/profiles/bea");
  REQUIRE(here.add("Bea").value() == 2);
  CHECK(here.members()[2].folder == "bea-2");
}

TEST_CASE("what another window did to the list stays done", "[roster]") {
  const Dirs dirs = dirsIn(freshFolder("profile-roster-windows"));
  REQUIRE(makeDirs(dirs).ok());
  Roster here = loaded(dirs);
  REQUIRE(here.add("Ana").ok());
  REQUIRE(here.add("Ben").value() == 2);
  REQUIRE(here.add("Cem").value() == 3);
  REQUIRE(here.choose(2).ok());
  Roster there = loaded(dirs);
  REQUIRE(there.choose(0).ok());
  REQUIRE(there.rename(3, "Cemal").ok());
  REQUIRE(there.remove(1).ok());
  REQUIRE(there.add("Dana").value() == 3);

  // Cem is the third now, and whoever plays here still plays here.
  CHECK(here.rename(3, "Cemre").value() == 2);
  CHECK(here.members() == std::vector<Member>{{"", ""}, {"ben", "Ben"}, {"cem", "Cemre"}, {"dana", "Dana"}});
  CHECK(here.members()[here.chosen()].name == "Ben");
  CHECK(loaded(dirs).members() == here.members());
  // The last that was chosen anywhere plays next, whoever changed the list since.
  CHECK(loaded(dirs).chosen() == 0);
  REQUIRE(there.remove(3).ok());
  CHECK_FALSE(here.choose(3).ok());
  CHECK(here.members().size() == 3);
  CHECK(here.members()[here.chosen()].name == "Ben");
  // Who plays here was removed there: they stay, with what they do from now on.
  REQUIRE(there.remove(1).ok());
  CHECK(here.rename(here.chosen(), "Benno").ok());
  CHECK(here.members()[here.chosen()] == Member{"ben", "Benno"});
  // A list that cannot be read takes nobody away.
  put(dirs.data + "/profiles.json", "no list");
  put(dirs.data + "/profiles.json.bak", "none either");
  CHECK(here.rename(0, "Ada").value() == 0);
  CHECK(loaded(dirs).members().size() == 3);
}

TEST_CASE("people come, get other names, are chosen and go", "[roster]") {
  const Dirs dirs = dirsIn(freshFolder("profile-roster"));
  REQUIRE(makeDirs(dirs).ok());
  {
    Roster roster = loaded(dirs);
    REQUIRE(roster.rename(0, "  Ada ").ok());
    CHECK(roster.add("Björn").value() == 1);
    CHECK(roster.add("bjrn").value() == 2);
    CHECK(roster.add("").value() == 3);
    REQUIRE(roster.choose(1).ok());
  }
  Roster roster = loaded(dirs);
  REQUIRE(roster.members().size() == 4);
  CHECK(roster.members()[0] == Member{"", "Ada"});
  CHECK(roster.members()[1] == Member{"bjrn", "Björn"});
  CHECK(roster.members()[2].folder == "bjrn-2");
  CHECK(roster.members()[3].folder == "player");
  CHECK(roster.chosen() == 1);
  CHECK(roster.dirsOf(1).data == dirs.data + "/profiles/bjrn");
  CHECK(roster.dirsOf(1).config == dirs.config + "/profiles/bjrn");
  CHECK(roster.dirsOf(1).state == dirs.state);
  // Neither the first nor whoever plays.
  CHECK_FALSE(roster.remove(0).ok());
  CHECK_FALSE(roster.remove(1).ok());
  put(roster.dirsOf(2).data + "/profile.db", "x");
  REQUIRE(roster.remove(2).ok());
  CHECK_FALSE(std::filesystem::exists(dirs.data + "/profiles/bjrn-2"));
  CHECK_FALSE(std::filesystem::exists(dirs.config + "/profiles/bjrn-2"));
  CHECK(std::filesystem::exists(dirs.data + "/profiles/bjrn"));
  CHECK(loaded(dirs).members().size() == 3);
  CHECK(loaded(dirs).chosen() == 1);
}

TEST_CASE("whoever has a store is somebody, and the list leads nowhere else", "[roster]") {
  const Dirs dirs = dirsIn(freshFolder("profile-roster-lost"));
  REQUIRE(makeDirs(dirs).ok());
  std::filesystem::create_directories(dirs.data + "/profiles/carla");
  put(dirs.data + "/profiles/carla/profile.db", "x");
  std::filesystem::create_directories(dirs.data + "/profiles/empty");
  put(dirs.data + "/profiles.json",
      R"({"schema":1,"chosen":"../x","members":[{"folder":"../../etc","name":"Eve"},{"folder":"a/b"},7,)"
      R"({"folder":"","name":"Ada"}]})");
  const Roster roster = loaded(dirs);
  REQUIRE(roster.members().size() == 2);
  CHECK(roster.members()[0].name == "Ada");
  CHECK(roster.members()[1] == Member{"carla", "carla"});
  CHECK(roster.chosen() == 0);
}

TEST_CASE("names are cleaned and cut between letters", "[roster]") {
  CHECK(cleanName("  Ada\n Lovelace\t ") == "Ada Lovelace");
  CHECK(cleanName(" \t ").empty());
  std::string longOne(kMostNameBytes - 1, 'x');
  CHECK(cleanName(longOne + "ö") == longOne);
  CHECK(cleanName(longOne + "y") == longOne + "y");
}

TEST_CASE("a secret is made once, and for its owner's eyes alone", "[roster]") {
  const std::string path = freshFolder("profile-secret") + "/key";
  int made = 0;
  const auto make = [&made] {
    ++made;
    return std::string("secret ") + std::to_string(made);
  };
  CHECK(secretIn(path, make).value() == "secret 1");
  CHECK(secretIn(path, make).value() == "secret 1");
  struct stat info {};
  REQUIRE(::stat(path.c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0600);
  CHECK_FALSE(writeSecret(path, "another").ok());
  CHECK(contentOf(path) == "secret 1");
  CHECK_FALSE(secretIn(path + "/none/key", make).ok());
}
