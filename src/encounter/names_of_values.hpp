// The names that the values of this room have in the lexicon and outside.
#pragma once

#include <optional>
#include <string_view>

#include "encounter/words.hpp"

namespace recoupe::encounter {

std::optional<Kind> kind_of(std::string_view name);
std::optional<Shape> shape_of(std::string_view name);
std::optional<Mood> mood_of(std::string_view name);
std::optional<Told> told_of(std::string_view name);
std::optional<Cue> cue_of(std::string_view name);
std::optional<ClaimWord::Class> claim_word_of(std::string_view name);

}  // namespace recoupe::encounter
