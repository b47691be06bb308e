// A register changed by pages that come and go, so that it is what one build of all its pages would be.
//
//   Update update(session, words, jobs);
//   update.load();
//   update.add(prepare(reading, words));
//   update.remove("r1");
//   update.finish();               // links, and writes what differs; the caller commits
//
// What belongs together is worked out anew from the cards of all pages (page_card.hpp), which is little beside reading
// them; texts are compared, and rows written, only where something they are made of has changed.
#pragma once

#include <expected>
#include <map>
#include <string>
#include <vector>

#include "encounter/reading.hpp"
#include "link/page_card.hpp"
#include "link/register.hpp"
#include "registry/forgotten.hpp"
#include "registry/kept_cards.hpp"
#include "reuse/prints.hpp"
#include "store/session.hpp"

namespace recoupe::registry {

// All that is kept of a page, made on any thread.
struct Prepared {
  std::string id;
  std::string path;
  std::string card, prints, page, asides;  // packed
  link::Report report;
  std::int64_t fingerprint = 0;  // of the report
};

Prepared prepare(encounter::Reading reading, encounter::Words const& words);
// Of a page, read without what is forgotten.
Prepared prepare(page::Report report, Forgotten const& forgotten, encounter::Words const& words);

// As another register keeps it; nothing where it is damaged.
std::optional<Prepared> prepare_kept(store::Kept const& kept, store::KeptPage const& page, Forgotten const& forgotten,
                                     encounter::Words const& words);

class Update {
 public:
  Update(store::Session& session, encounter::Words const& words, unsigned jobs);

  // Reads what is there; a page whose reading is missing or of another version is read again from its report.
  void load();
  // False where the register has these bytes already; the first of their paths in sorted order is kept.
  bool add(Prepared const& page);
  // False where there is no such page.
  bool remove(std::string const& id);
  // The pages of this id, path or address, older versions of reports among them.
  std::vector<std::string> called(std::string_view name) const;
  // What a page is to be read without.
  Forgotten const& forgotten() const { return forgotten_; }
  // Reads the pages again that hold a forgotten name; how many.
  std::size_t redact();

  void finish();

 private:
  enum class State : std::uint8_t { kept, added };
  struct Entry {
    State state = State::kept;
    std::string path, url;
  };
  void put(Prepared const& page);

  store::Session& session_;
  encounter::Words const& words_;
  unsigned jobs_;
  Forgotten forgotten_;
  KeptCards cards_;
  std::map<std::string, Entry> state_;             // by report
  std::map<std::string, reuse::Printed> removed_;  // what the pages that went held
};

}  // namespace recoupe::registry
