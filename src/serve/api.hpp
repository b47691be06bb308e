// The API without its sockets: a question in, an answer out (openapi.json).
//
//   auto api = Api::open(register_file, words);
//   auto answered = (*api)->answer({"GET", "/api/encounters", {{"q", "rabat"}}, ""});
//   answered.status;                              // 200, 304, 400, 404, 405
//
// May be asked from several threads. A register that is written anew, or added to, is seen at the next question.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "serve/answers.hpp"
#include "serve/asked.hpp"

namespace recoupe::serve {

// One open file and the index of what it held when it was opened.
struct Opened {
  Connection connection;
  std::shared_ptr<Index const> index;
  std::string stamp;  // of the file and of its last change
};

// Where people may judge: by whose hands it goes, and what opens it.
struct Judging {
  std::unique_ptr<Corrector> corrector;
  std::string token;
};

class Api {
 public:
  // An error is a sentence for people.
  static std::expected<std::unique_ptr<Api>, std::string> open(std::filesystem::path path, Words words,
                                                               std::optional<Judging> judging = std::nullopt);
  Answered answer(Asked const& asked);
  bool takes_corrections() const { return judging_.has_value(); }

 private:
  Api(std::filesystem::path path, Words words, std::optional<Judging> judging)
      : path_(std::move(path)), words_(std::move(words)), judging_(std::move(judging)) {}

  std::expected<std::unique_ptr<Opened>, std::string> take();
  void give_back(std::unique_ptr<Opened> opened);
  std::string stamp() const;
  Answered answer_from(Opened& opened, Asked const& asked);
  Answered description(Asked const& asked) const;
  Reviewing reviewing(Opened& opened);

  std::filesystem::path path_;
  Words words_;
  std::optional<Judging> judging_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Opened>> idle_;
  std::size_t busy_ = 0;
  std::shared_ptr<Index const> index_;
  std::string index_stamp_;
  std::mutex doubting_;  // one looks for doubts at a time
  std::shared_ptr<std::vector<Doubt> const> doubts_;
  std::string doubts_stamp_;
};

}  // namespace recoupe::serve
