// What was read from the pages of a register under change, unpacked once.
//
//   KeptCards cards(session, jobs);
//   cards.load();
//   cards.changed("r1");       // by the session
//   cards.take();              // of all pages
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "link/page_card.hpp"
#include "reuse/prints.hpp"
#include "store/session.hpp"

namespace recoupe::registry {

struct KeptCard {
  link::PageCard card;
  reuse::Printed printed;
};

class KeptCards {
 public:
  KeptCards(store::Session& session, unsigned jobs) : session_(session), jobs_(jobs) {}

  // The ids of pages whose card is damaged or of another version.
  std::set<std::string> load();
  std::map<std::string, KeptCard> const& all() const { return cards_; }
  void changed(std::string const& page) { changed_.insert(page); }
  // Sorted by the page's id.
  std::vector<KeptCard> take();

 private:
  struct Packed {
    std::string page, card, prints;
  };
  std::set<std::string> unpack(std::vector<Packed> some);

  store::Session& session_;
  unsigned jobs_;
  std::map<std::string, KeptCard> cards_;
  std::set<std::string> changed_;
};

}  // namespace recoupe::registry
