#include "serve/corrector.hpp"

#include <algorithm>
#include <fstream>

#include "link/evidence.hpp"
#include "registry/corrections_file.hpp"

namespace recoupe::serve {
namespace {

namespace fs = std::filesystem;
using registry::Correction;
using registry::KnownCorrection;

constexpr const char* waiting = "waiting";
constexpr const char* undone = "undone";

std::unexpected<Refusal> not_kept(std::string why) { return std::unexpected(Refusal{500, "not_kept", std::move(why)}); }

bool is_called(KnownCorrection const& one, std::string const& id) { return one.correction.id == id; }

// Said again after it was undone, or after another spoke against it, it is a correction of its own.
std::string fresh_id(Correction said, std::vector<KnownCorrection> const& all) {
  said.id.clear();
  const auto line = registry::to_line(said);
  for (std::size_t time = 1;; ++time) {
    auto id = link::id_of('c', {line, std::to_string(time)});
    if (std::ranges::none_of(all, [&](auto const& one) { return is_called(one, id); })) return id;
  }
}

}  // namespace

std::string name_of(registry::Anchor const& anchor) { return anchor.report + "\n" + anchor.quote; }

Judged judged(std::string left, std::string right) {
  if (right.empty() || left < right) return {std::move(left), std::move(right)};
  return {std::move(right), std::move(left)};
}

std::expected<std::unique_ptr<Corrector>, std::string> Corrector::open(fs::path target, fs::path file,
                                                                       encounter::Words const& words) {
  std::unique_ptr<Corrector> made(new Corrector(std::move(target), std::move(file), words));
  if (!std::ofstream(made->file_, std::ios::app)) return std::unexpected(made->file_.string() + " cannot be written");
  if (auto looked = made->look_again(); !looked) return std::unexpected(looked.error());
  made->worker_ = std::thread([&corrector = *made] { corrector.work(); });
  return made;
}

Corrector::~Corrector() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  if (worker_.joinable()) worker_.join();
}

std::expected<void, std::string> Corrector::look_again() {
  auto known = registry::corrections(target_);
  if (!known) return std::unexpected(known.error().message);
  auto said = registry::read_corrections(file_);
  if (!said) return std::unexpected(said.error());
  const std::lock_guard lock(mutex_);
  known_ = std::move(*known);
  const auto all = view();
  for (auto& one : *said) {
    if (std::ranges::none_of(all, [&](auto const& other) { return is_called(other, one.id); }))
      enqueue({std::move(one), false});
  }
  return {};
}

void Corrector::enqueue(Order order) {
  orders_.push_back(std::move(order));
  tried_ = false;
  changed_.notify_all();
}

Expected<Correction> Corrector::say(Correction said) {
  const std::lock_guard lock(mutex_);
  said.id = fresh_id(said, view());
  if (auto kept = registry::append_correction(file_, said); !kept) return not_kept(kept.error());
  enqueue({said, false});
  return said;
}

Expected<void> Corrector::undo(std::string const& id) {
  const std::lock_guard lock(mutex_);
  const auto all = view();
  const auto found = std::ranges::find_if(all, [&](auto const& one) { return is_called(one, id); });
  if (found == all.end() || found->standing == undone)
    return std::unexpected(Refusal{404, "not_found", "there is no such correction, or it is undone"});
  if (auto kept = registry::withdraw_correction(file_, id); !kept) return not_kept(kept.error());
  enqueue({found->correction, true});
  return {};
}

Expected<registry::Anchor> Corrector::anchor_of(std::string const& telling) const {
  auto anchor = registry::anchor_of(target_, telling);
  if (!anchor) return std::unexpected(Refusal{404, "not_found", "there is no such telling"});
  return std::move(*anchor);
}

std::vector<KnownCorrection> Corrector::view() const {
  auto all = known_;
  for (auto const& order : orders_) {
    const auto found = std::ranges::find_if(all, [&](auto const& one) { return is_called(one, order.correction.id); });
    if (found == all.end()) {
      all.push_back({order.correction, order.undo ? undone : waiting});
    } else if (order.undo) {
      found->standing = undone;
    }
  }
  return all;
}

Corrector::State Corrector::state() const {
  const std::lock_guard lock(mutex_);
  return {view(), orders_.size(), failed_};
}

std::set<Judged> Corrector::judged_pairs() const {
  std::set<Judged> pairs;
  for (auto const& [correction, standing] : state().all) {
    auto const& about = correction.about;
    if (standing == undone || about.empty()) continue;
    pairs.insert(judged(name_of(about[0]), about.size() > 1 ? name_of(about[1]) : std::string()));
  }
  return pairs;
}

void Corrector::wait() const {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return orders_.empty() || tried_; });
}

void Corrector::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [&] { return ending_ || (!orders_.empty() && !tried_); });
    if (orders_.empty() || tried_) return;  // it ends
    lock.unlock();
    take_in();
    lock.lock();
  }
}

// One undoing, or all that was said up to the next: what the file has, so that a register built anew has it again.
void Corrector::take_in() {
  std::string withdrawn;
  std::ptrdiff_t taken = 1;
  {
    const std::lock_guard lock(mutex_);
    if (orders_.front().undo) {
      withdrawn = orders_.front().correction.id;
    } else {
      taken = std::ranges::find_if(orders_, &Order::undo) - orders_.begin();
    }
  }
  auto now = withdrawn.empty() ? take_in_the_file() : take_back(withdrawn);
  const std::lock_guard lock(mutex_);
  failed_ = now ? std::string() : now.error();
  tried_ = !now;
  if (now) {
    known_ = std::move(*now);
    orders_.erase(orders_.begin(), orders_.begin() + taken);
  }
  changed_.notify_all();
}

Corrector::Known Corrector::take_in_the_file() const {
  const auto said = registry::read_corrections(file_);
  if (!said) return std::unexpected(said.error());
  auto known = registry::correct(target_, *said, {}, words_);
  if (!known) return std::unexpected(known.error().message);
  return std::move(*known);
}

// What the register does not have is undone already.
Corrector::Known Corrector::take_back(std::string const& id) const {
  auto known = registry::corrections(target_);
  const auto there = [&](KnownCorrection const& one) { return is_called(one, id) && one.standing != undone; };
  if (known && std::ranges::any_of(*known, there)) known = registry::undo(target_, id, {}, words_);
  if (!known) return std::unexpected(known.error().message);
  return std::move(*known);
}

}  // namespace recoupe::serve
