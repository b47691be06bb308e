// The API and the pages on a socket.
//
//   Server server(*api, {.host = "127.0.0.1", .port = 0});
//   auto port = server.listen();                  // bound, and answering
//   server.stop();
#pragma once

#include <expected>
#include <memory>
#include <string>

#include "serve/api.hpp"

namespace recoupe::serve {

struct Listening {
  std::string host = "127.0.0.1";
  int port = 8320;  // 0: any that is free
};

class Server {
 public:
  Server(Api& api, Listening where);
  ~Server();
  Server(Server const&) = delete;
  Server& operator=(Server const&) = delete;

  // The port; an error is a sentence for people. Answers from now on, on threads of its own.
  std::expected<int, std::string> listen();
  void stop();

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace recoupe::serve
