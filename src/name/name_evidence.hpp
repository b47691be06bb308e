// What a single token says about being part of a name.
#pragma once

#include "name/spans.hpp"

namespace recoupe::name {

// A Latin word that may be part of a name: capitalised, no word that begins sentences, no office, no demonym.
bool is_name_word(Search const& search, std::size_t at, std::size_t end);

// Given or family name by the lists gathered from many countries.
bool is_given(Search const& search, std::size_t at);
bool is_family(Search const& search, std::size_t at);

// The end of "'s" behind a name, else `at`.
std::size_t after_possessive(Search const& search, std::size_t at, std::size_t end);

// An Arabic word that is a name with "and" written before it.
bool begins_another_name(Search const& search, std::size_t at);

// Whether an Arabic run behind a comma is a name and no verb with its noun: it begins with a listed name, or none of
// its words has the article and a break closes it.
bool is_surely_a_name(Search const& search, PersonSpan const& person, std::size_t end);

}  // namespace recoupe::name
