#include "core/json.h"

#include "support/catch.h"

using collector::Json;
using collector::json_line;
using collector::json_text;
using collector::parse_json;

TEST_CASE("An object is written in the order of its members") {
  const Json json{{"name", "Movim"},
                  {"feeds", 2},
                  {"share", 0.5},
                  {"enabled", true},
                  {"moved", nullptr},
                  {"tags", std::vector<std::string>{"a", "b"}},
                  {"inner", {{"none", Json::array()}, {"nothing", Json::object()}}}};
  CHECK(json_line(json) ==
        R"({"name":"Movim","feeds":2,"share":0.5,"enabled":true,"moved":null,)"
        R"("tags":["a","b"],"inner":{"none":[],"nothing":{}}})");
}

TEST_CASE("A document over several lines ends with a line end") {
  CHECK(json_text({{"a", 1}}) == "{\n  \"a\": 1\n}\n");
  CHECK(json_text({}) == "null\n");
}

TEST_CASE("What is no UTF-8 is replaced, not passed on") {
  CHECK(json_line("a\xff") == "\"a\xef\xbf\xbd\"");
}

TEST_CASE("Members and elements are added one by one") {
  Json json;
  CHECK(json.is_null());
  json["why"] = "new";
  json["why"] = "newer";
  json["list"].push_back(1);
  json["list"].push_back({{"x", 2}});
  json["list"].back()["y"] = 3;
  CHECK(json_line(json) == R"({"why":"newer","list":[1,{"x":2,"y":3}]})");
  CHECK(json.size() == 2);
  CHECK(json["list"].size() == 2);
  CHECK_FALSE(json.empty());
}

TEST_CASE("What is not there is null, and makes nothing") {
  const Json json{{"a", "text"}};
  CHECK(json["b"].is_null());
  CHECK(json["a"]["c"].is_null());
  CHECK(json["a"].elements().empty());
  CHECK(json["a"].empty());
  CHECK(json["a"].is_text());
  CHECK(json["a"].text() == "text");
  CHECK_FALSE(json.is_text());
  CHECK(json.text().empty());
  CHECK(json.size() == 1);
}

TEST_CASE("What is written is read again") {
  const Json json{{"big", 9007199254740993},
                  {"low", -1},
                  {"part", 0.25},
                  {"on", false},
                  {"off", nullptr},
                  {"texts", Json::array({"ä", ""})}};
  const auto read = parse_json(json_line(json));
  REQUIRE(read.has_value());
  CHECK((*read)["big"] == 9007199254740993);
  CHECK((*read)["low"] == -1);
  CHECK((*read)["part"] == 0.25);
  CHECK((*read)["on"] == false);
  CHECK((*read)["off"] == nullptr);
  CHECK((*read)["texts"] == json["texts"]);
  CHECK(read->is_object());
}

TEST_CASE("What is no JSON is not read") {
  for (const char* text : {"", "{", "{\"a\":}", "[1,]", "nul", "{} {}"}) {
    INFO(text);
    CHECK_FALSE(parse_json(text).has_value());
  }
  CHECK(parse_json(" 1 ") == Json(1));
  CHECK(parse_json("18446744073709551615") == Json(18446744073709551615.0));
}

TEST_CASE("Of members that share a name the last counts") {
  CHECK(json_line(parse_json(R"({"a":1,"b":2,"a":3})").value()) == R"({"a":3,"b":2})");
}

TEST_CASE("A document of a million brackets is read without harm") {
  const auto deep = parse_json(std::string(1'000'000, '[') + std::string(1'000'000, ']'));
  REQUIRE(deep.has_value());
  int levels = 0;
  for (const Json* inner = &*deep; !inner->empty(); inner = &inner->elements().front())
    ++levels;
  CHECK(levels == 100);
}
