// Actors of a sentence as participants of a telling.
#pragma once

#include <vector>

#include "encounter/sentence.hpp"

namespace recoupe::encounter {

// Adds whom an actor stands for: a person, an office, a group, or the members of a group that the page names. Each
// participant is added once.
void add_actor(Page const& page, Actor const& actor, ParticipantRole role, std::vector<Participant>& participants);
// The same where the one on the other side is known: an office without a name is never his, but somebody else's who
// holds it on this page, or nobody's by name.
void add_counterpart(Page const& page, Actor const& actor, ParticipantRole role, std::vector<Participant> const& others,
                     std::vector<Participant>& participants);
void add_participant(Participant participant, std::vector<Participant>& participants);

bool same_participant(Participant const& a, Participant const& b);

// Somebody named or holding an office, not only a group.
bool is_somebody(Page const& page, Participant const& participant);
// Somebody with an office, or a group of several countries' office holders.
bool is_official(Page const& page, Participant const& participant);

}  // namespace recoupe::encounter
