// What people say while they look at a register: kept in a file as they say it, and taken into the register meanwhile.
//
//   auto corrector = Corrector::open("register.db", "said.jsonl", words);
//   auto said = (*corrector)->say(correction);            // it stands in the file now
//   (*corrector)->undo(said->id);
//   (*corrector)->wait();                                 // until the register has all of it
//
// Taking a judgement in links the whole register again, which may be long: one thread does it, many judgements at a
// time, and ends its work before the program ends. What a killed program has not done is in the file, and is taken in
// when it starts again.
#pragma once

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "registry/correct.hpp"
#include "serve/refusal.hpp"

namespace recoupe::serve {

// A pair of tellings by report and quotation, in either order; the second is empty where it is one telling.
using Judged = std::pair<std::string, std::string>;
std::string name_of(registry::Anchor const& anchor);
Judged judged(std::string left, std::string right);

class Corrector {
 public:
  // An error is a sentence for people. `words` must live as long.
  static std::expected<std::unique_ptr<Corrector>, std::string> open(std::filesystem::path target,
                                                                     std::filesystem::path file,
                                                                     encounter::Words const& words);
  ~Corrector();
  Corrector(Corrector const&) = delete;
  Corrector& operator=(Corrector const&) = delete;

  Expected<registry::Correction> say(registry::Correction said);
  Expected<void> undo(std::string const& id);

  // What the register knows, where others have changed it; what it lacks of the file is taken in again.
  std::expected<void, std::string> look_again();

  // The words that a judgement on this telling is anchored by.
  Expected<registry::Anchor> anchor_of(std::string const& telling) const;

  struct State {
    std::vector<registry::KnownCorrection> all;  // in the order in which they were said; `waiting` for the register
    std::size_t waiting = 0;
    std::string failed;  // why the register did not take in what waits, as a sentence
  };
  State state() const;
  std::set<Judged> judged_pairs() const;  // by what is not undone
  void wait() const;

 private:
  struct Order {
    registry::Correction correction;
    bool undo = false;
  };
  Corrector(std::filesystem::path target, std::filesystem::path file, encounter::Words const& words)
      : target_(std::move(target)), file_(std::move(file)), words_(words) {}

  std::vector<registry::KnownCorrection> view() const;  // under the lock
  using Known = std::expected<std::vector<registry::KnownCorrection>, std::string>;
  void enqueue(Order order);  // under the lock
  void work();
  void take_in();
  Known take_in_the_file() const;
  Known take_back(std::string const& id) const;

  std::filesystem::path target_, file_;
  encounter::Words const& words_;
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::vector<registry::KnownCorrection> known_;  // by the register
  std::deque<Order> orders_;                      // what it does not know yet
  std::string failed_;
  bool tried_ = false;  // those that wait, and in vain
  bool ending_ = false;
  std::thread worker_;
};

}  // namespace recoupe::serve
