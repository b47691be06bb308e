// What is said: where the content of an attribution begins and ends.
#pragma once

#include "source/subjects.hpp"

namespace recoupe::source {

// Behind the verb (and its subject, where that follows it), from token `at` on: a quotation, a clause with or without
// its conjunction, an infinitive or an object. Empty where nothing is said there.
TokenSpan content_behind(MarkedText const& text, text::Sentence const& sentence, std::size_t at, VerbClass verb_class);

// Before an inserted "X said": the quotation or clause that ends at token `end`, back to `floor` at most.
TokenSpan content_before(MarkedText const& text, text::Sentence const& sentence, std::size_t end, std::size_t floor);

// What goes on behind an inserted "…, X said, …" that ends at token `at`; empty where nothing does.
TokenSpan content_resumed(MarkedText const& text, text::Sentence const& sentence, std::size_t at, bool quoted_before);

// Whether what stands at `at` ends the inserted clause: punctuation, or adjuncts up to it ("in a statement").
bool stops_behind(MarkedText const& text, text::Sentence const& sentence, std::size_t at);

}  // namespace recoupe::source
