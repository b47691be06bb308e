// What else a sentence says of an encounter: topics, those present, one encounter with each of a group.
#pragma once

#include <vector>

#include "encounter/sentence.hpp"

namespace recoupe::encounter {

// What was talked about, behind words such as "on" and "dealt with".
std::vector<Topic> topics_of(Page const& page, Sentence const& sentence);

// Those whom a sentence names behind words of presence ("in the presence of …").
std::vector<Participant> present(Page const& page, Sentence const& sentence);

// Who will be, or was, present at what the sentence before told: the subject of a sentence that says no more.
std::vector<Participant> attending(Page const& page, Sentence const& sentence);

// Who receives a visit "at the invitation of …".
std::vector<Participant> inviting(Page const& page, Sentence const& sentence, Predicate const& predicate);

// "talks with the heads of delegations, including those of A, B and C": one encounter with each country that is named
// behind such a word, where `whole` has a group.
std::vector<Telling> with_each(Page const& page, Sentence const& sentence, Telling const& whole);

}  // namespace recoupe::encounter
