// What the player takes away can be read by others: quoting, formulas, dates, and a record that can be brought back.
#include "learning/export.hpp"
#include "learning/sample_quiz.hpp"
#include "support/catch.hpp"

using namespace knead;
using namespace knead::learning;
using level::Pain;
using level::Technique;
using nlohmann::json;

namespace {

Record recordOf(const std::string& person, int days = 1) {
  level::Intake intake;
  intake.first = {Technique::Stretch};
  const level::PainCard card = knead::testing::shippedBook().of(Pain::Stiffness);
  Record record;
  for (int i = 0; i < days; ++i) {
    record.sessionBegun();
    record.answered({20779 + i, "slow-elastic", person, Pain::Stiffness, {false, Technique::Stretch, {}, {}}, true, 0},
                    intake, card);
  }
  return record;
}

// The cells of a table by RFC 4180, read anew; a broken one gives fewer or other cells.
std::vector<std::vector<std::string>> tableOf(const std::string& text) {
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string& cell = rows.back().back();
    if (quoted) {
      if (text[i] != '"') {
        cell += text[i];
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        cell += text[++i];
      } else {
        quoted = false;
      }
    } else if (text[i] == '"') {
      quoted = true;
    } else if (text[i] == ',') {
      rows.back().emplace_back();
    } else if (text.compare(i, 2, "\r\n") == 0) {
      ++i;
      rows.emplace_back(1);
    } else {
      cell += text[i];
    }
  }
  rows.pop_back();  // the last line has an end as well
  return rows;
}

}  // namespace

TEST_CASE("a cell is quoted where it must be, and never a formula", "[learning]") {
  CHECK(csvCell("Bram") == "Bram");
  CHECK(csvCell("") == "");
  CHECK(csvCell("Bram, the baker") == "\"Bram, the baker\"");
  CHECK(csvCell("a \"b\"") == "\"a \"\"b\"\"\"");
  CHECK(csvCell("a\nb") == "\"a\nb\"");
  CHECK(csvCell("=1+1") == "'=1+1");
  CHECK(csvCell("+1") == "'+1");
  CHECK(csvCell("-1") == "'-1");
  CHECK(csvCell("@x") == "'@x");
  CHECK(csvCell("\t=1") == "'\t=1");
  CHECK(csvCell("=HYPERLINK(\"a\",\"b\")") == "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"");
  CHECK(csvCell("a=b") == "a=b");
}

TEST_CASE("the table has a header and one line an answer", "[learning]") {
  CHECK(exportCsv(Record()) == "day,date,level,person,pain,question,answer,right,hints\r\n");
  CHECK(exportCsv(recordOf("Priya")) ==
        "day,date,level,person,pain,question,answer,right,hints\r\n"
        "20779,2026-11-22,slow-elastic,Priya,stiffness,first,stretch,yes,yes\r\n");
  for (const std::string& name : {std::string("Zoë, \"the\" baker"), std::string("a\r\nb"), std::string("\"\"\"")}) {
    const auto table = tableOf(exportCsv(recordOf(name, 2)));
    REQUIRE(table.size() == 3);
    for (const auto& row : table) REQUIRE(row.size() == 9);
    CHECK(table[2][3] == name);
  }
  CHECK(tableOf(exportCsv(recordOf("=cmd|' /C calc'!A0"))).at(1).at(3) == "'=cmd|' /C calc'!A0");
}

TEST_CASE("the JSON says what it means, sums up, and holds the whole record", "[learning]") {
  Record record = recordOf("Priya", 3);
  QuizResult before{Form::A, QuizKind::Before, 20779, {{"a", false, Choice::Refer, true}}};
  QuizResult later{Form::C, QuizKind::Later, 20800, {}};
  for (int i = 0; i < 8; ++i) later.answers.push_back({"b", false, Choice::Refer, true});
  record.take(before);
  record.take(later);
  const std::string text = exportJson(record);
  CHECK(text.find("\n  \"about\": {") != std::string::npos);
  const json document = json::parse(text);
  CHECK(Record::fromJson(document["record"], "f").value() == record);
  CHECK(document["summary"]["known_pairs"] == json::array({"stiffness/stretch"}));
  CHECK(document["summary"]["knows_when_to_refer"] == false);
  const json& quiz = document["summary"]["quiz"];
  CHECK(quiz["verdict"] == "learned");
  CHECK(quiz["before"]["pains"] == 1);
  CHECK(quiz["after"]["pains"].is_null());
  CHECK(quiz["gain"]["later"] == 0.875);
  CHECK(quiz["chance_of_later"].get<double>() == Approx(28.0 / 262144));
  // Each key of the record is told of.
  const json kept = record.toJson();
  for (const auto& [key, value] : kept.items()) {
    INFO(key);
    CHECK(document["about"].contains("record." + key));
  }
}

TEST_CASE("a name that is not UTF-8 does not stop an export", "[learning]") {
  CHECK(json::accept(exportJson(recordOf("\xFF\xC3"))));
}
