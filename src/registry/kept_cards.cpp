#include "registry/kept_cards.hpp"

#include <optional>

#include "registry/packed_prints.hpp"
#include "registry/parallel.hpp"

namespace recoupe::registry {
namespace {

constexpr std::size_t at_a_time = 4096;

}  // namespace

std::set<std::string> KeptCards::unpack(std::vector<Packed> some) {
  using Unpacked = std::pair<std::string, std::optional<KeptCard>>;
  auto unpacked = map_values<Unpacked>(
      std::move(some),
      [](Packed& one) {
        auto card = link::unpack_card(one.card);
        if (!card) return Unpacked{std::move(one.page), std::nullopt};
        return Unpacked{std::move(one.page),
                        KeptCard{std::move(*card), unpack_prints(one.prints).value_or(reuse::Printed{})}};
      },
      jobs_);
  std::set<std::string> damaged;
  for (auto& [page, card] : unpacked) {
    if (card) {
      cards_.insert_or_assign(std::move(page), std::move(*card));
    } else {
      damaged.insert(std::move(page));
    }
  }
  return damaged;
}

std::set<std::string> KeptCards::load() {
  std::set<std::string> damaged;
  std::vector<Packed> some;
  session_.each_reading([&](store::Kept const& kept) {
    some.push_back({std::string(kept.report), std::string(kept.card), std::string(kept.prints)});
    if (some.size() == at_a_time) damaged.merge(unpack(std::exchange(some, {})));
  });
  damaged.merge(unpack(std::move(some)));
  return damaged;
}

std::vector<KeptCard> KeptCards::take() {
  std::vector<Packed> some;
  for (auto const& page : changed_) {
    cards_.erase(page);
    session_.each_reading_of(page, [&](store::Kept const& kept) {
      some.push_back({std::string(kept.report), std::string(kept.card), std::string(kept.prints)});
    });
    if (some.size() == at_a_time) unpack(std::exchange(some, {}));
  }
  unpack(std::move(some));
  changed_.clear();
  std::vector<KeptCard> all;
  all.reserve(cards_.size());
  for (auto& [page, card] : cards_) all.push_back(std::move(card));
  cards_.clear();
  return all;
}

}  // namespace recoupe::registry
