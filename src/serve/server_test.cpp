// The server on a socket of its own: what it refuses, and that slow clients hold up nobody.
#include "serve/server.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <filesystem>

#include "store/store.hpp"

namespace recoupe::serve {
namespace {

namespace fs = std::filesystem;

class ServerTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("recoupe-serve-" + std::to_string(::getpid()));
    fs::create_directories(folder_);
    ASSERT_TRUE(store::write(folder_ / "r.db", {}, store::Existing::replace));
    auto api = Api::open(folder_ / "r.db", {});
    ASSERT_TRUE(api) << api.error();
    api_ = std::move(*api);
    server_ = std::make_unique<Server>(*api_, Listening{"127.0.0.1", 0});
    const auto port = server_->listen();
    ASSERT_TRUE(port) << port.error();
    port_ = *port;
  }
  void TearDown() override {
    server_.reset();
    fs::remove_all(folder_);
  }

  int connected() const {
    const int made = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port_));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::connect(made, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    return made;
  }

  static void send(int to, std::string const& bytes) {
    EXPECT_EQ(::send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL), static_cast<ssize_t>(bytes.size()));
  }

  // What comes until the server ends the connection.
  static std::string all_from(int one) {
    std::string answer;
    char buffer[4096];
    for (ssize_t got = 0; (got = ::recv(one, buffer, sizeof buffer, 0)) > 0;) answer.append(buffer, got);
    ::close(one);
    return answer;
  }

  std::string ask(std::string const& head) const {
    const int one = connected();
    send(one, head + "Connection: close\r\n\r\n");
    return all_from(one);
  }

  std::string host() const { return "Host: 127.0.0.1:" + std::to_string(port_) + "\r\n"; }

  fs::path folder_;
  std::unique_ptr<Api> api_;
  std::unique_ptr<Server> server_;
  int port_ = 0;
};

TEST_F(ServerTest, AnswersWithATagAndKnowsItAgain) {
  const auto first = ask("GET /api/encounters HTTP/1.1\r\n" + host());
  EXPECT_TRUE(first.starts_with("HTTP/1.1 200")) << first;
  EXPECT_NE(first.find("Content-Security-Policy: default-src 'none'"), first.npos);
  const auto begin = first.find("ETag: ") + 6;
  const auto tag = first.substr(begin, first.find('\r', begin) - begin);
  EXPECT_TRUE(
      ask("GET /api/encounters HTTP/1.1\r\nIf-None-Match: " + tag + "\r\n" + host()).starts_with("HTTP/1.1 304"));
}

TEST_F(ServerTest, RefusesWhatItDoesNotServe) {
  EXPECT_TRUE(ask("GET / HTTP/1.1\r\nHost: rebound.example\r\n").starts_with("HTTP/1.1 403"));
  EXPECT_TRUE(ask("GET / HTTP/1.1\r\nOrigin: http://other.example\r\n" + host()).starts_with("HTTP/1.1 403"));
  EXPECT_TRUE(ask("GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\n" + host()).starts_with("HTTP/1.1 400"));
  EXPECT_TRUE(ask("GET /a%00b HTTP/1.1\r\n" + host()).starts_with("HTTP/1.1 400"));
  EXPECT_TRUE(ask("POST /api/encounters HTTP/1.1\r\nContent-Length: 0\r\n" + host()).starts_with("HTTP/1.1 405"));
  EXPECT_TRUE(ask("TRACE /api/encounters HTTP/1.1\r\n" + host()).starts_with("HTTP/1.1 405"));
  EXPECT_TRUE(
      ask("GET /api/encounters?q=" + std::string(300, 'a') + " HTTP/1.1\r\n" + host()).starts_with("HTTP/1.1 400"));
  EXPECT_TRUE(ask("GET /" + std::string(9000, 'a') + " HTTP/1.1\r\n" + host()).starts_with("HTTP/1.1 4"));
  EXPECT_TRUE(ask("GET /nowhere HTTP/1.1\r\n" + host()).starts_with("HTTP/1.1 404"));
}

TEST_F(ServerTest, LetsNobodyElseChangeAnything) {
  const auto post = [&](std::string const& headers) {
    return ask("POST /api/corrections HTTP/1.1\r\n" + headers + host()).substr(9, 3);
  };
  EXPECT_EQ(post("Origin: http://other.example\r\nContent-Length: 0\r\n"), "403");
  EXPECT_EQ(post("Origin: null\r\nContent-Length: 0\r\n"), "403");
  EXPECT_EQ(post("Sec-Fetch-Site: same-site\r\nContent-Length: 0\r\n"), "403");
  EXPECT_EQ(post("Content-Length: 0\r\n"), "405");  // this one takes no corrections
  EXPECT_EQ(post("Content-Length: 70000\r\n"), "413");
  EXPECT_TRUE(ask("OPTIONS /api/corrections HTTP/1.1\r\nOrigin: http://other.example\r\n" + host())
                  .starts_with("HTTP/1.1 403"));
}

TEST_F(ServerTest, EndsAConnectionWhoseRequestCannotBeRead) {
  const int one = connected();
  send(one, "QUERY /api/encounters HTTP/1.1\r\n" + host() + "Content-Length: 5\r\n\r\nhello");
  const auto answer = all_from(one);
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 405")) << answer;
  EXPECT_EQ(answer.find("HTTP/1.1", 1), std::string::npos) << answer;
  EXPECT_TRUE(answer.ends_with("}}")) << answer;
}

TEST_F(ServerTest, TakesNoBodyForTheNextRequest) {
  const int one = connected();
  send(one, "GET /api/encounters HTTP/1.1\r\n" + host() + "Accept-Encoding: gzip\r\nContent-Length: 16\r\n\r\n" +
                "PUT / HTTP/1.1\r\nGET /api/people HTTP/1.1\r\n" + host() + "\r\n");
  const auto answer = all_from(one);
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 200")) << answer;
  EXPECT_EQ(answer.find("HTTP/1.1", 1), std::string::npos) << answer;
  EXPECT_TRUE(answer.ends_with("}")) << answer;
}

TEST_F(ServerTest, SlowClientsHoldUpNobody) {
  std::vector<int> slow;
  for (int i = 0; i < 64; ++i) {
    slow.push_back(connected());
    send(slow.back(), "GET /api/encounters HTTP/1.1\r\nHos");  // and nothing more
  }
  EXPECT_TRUE(ask("GET /api/encounters HTTP/1.1\r\n" + host()).starts_with("HTTP/1.1 200"));
  for (const int one : slow) ::close(one);
}

}  // namespace
}  // namespace recoupe::serve
