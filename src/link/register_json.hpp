// The parts of a register as JSON values, both ways (recoupe-register/1, docs/register.md).
//
//   auto json = to_json(report);              // keys in the order of the format
//   auto same = report_of(json);              // throws nlohmann::json::exception where it is no such object
#pragma once

#include <nlohmann/json.hpp>

#include "link/register.hpp"

namespace recoupe::link {

using Json = nlohmann::ordered_json;

Json to_json(Report const& report);
Json to_json(Person const& person);
Json to_json(Encounter const& encounter);
Json to_json(Link const& link);
Json to_json(Story const& story);
Json to_json(Reuse const& reuse);
Json to_json(Coverage const& coverage);

Report report_of(Json const& json);
Person person_of(Json const& json);
Encounter encounter_of(Json const& json);
Link link_of(Json const& json);
Story story_of(Json const& json);
Reuse reuse_of(Json const& json);
Coverage coverage_of(Json const& json);

}  // namespace recoupe::link
