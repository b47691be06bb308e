// The API without its sockets: a question in, an answer out (openapi.json).
//
//   Api api(register_file, words);
//   auto answered = api.answer({"GET", "/api/encounters", {{"q", "rabat"}}, ""});
//   answered.status;                              // 200, 304, 400, 404, 405
//
// May be asked from several threads. A register that is written anew, or added to, is seen at the next question.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "serve/answers.hpp"

namespace recoupe::serve {

struct Asked {
  std::string method;
  std::string path;
  Parameters parameters;
  std::string if_none_match;
};

struct Answered {
  int status = 200;
  std::string type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};

Answered refusal(Refusal const& why);

// One open file and the index of what it held when it was opened.
struct Opened {
  Connection connection;
  std::shared_ptr<Index const> index;
  std::string stamp;  // of the file and of its last change
};

class Api {
 public:
  // An error is a sentence for people.
  static std::expected<std::unique_ptr<Api>, std::string> open(std::filesystem::path path, Words words);
  Answered answer(Asked const& asked);

 private:
  Api(std::filesystem::path path, Words words) : path_(std::move(path)), words_(std::move(words)) {}

  std::expected<std::unique_ptr<Opened>, std::string> take();
  void give_back(std::unique_ptr<Opened> opened);
  std::string stamp() const;
  Answered answer_from(Opened& opened, Asked const& asked);

  std::filesystem::path path_;
  Words words_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Opened>> idle_;
  std::size_t busy_ = 0;
  std::shared_ptr<Index const> index_;
  std::string index_stamp_;
};

}  // namespace recoupe::serve
