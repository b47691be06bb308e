#include "serve/server.hpp"

#include <httplib.h>

#include <thread>

#include "serve/bundle.hpp"
#include "serve/etag.hpp"
#include "serve/guard.hpp"
#include "serve/pages_of.hpp"

namespace recoupe::serve {
namespace {

// A slow client holds a thread and nothing else: there are more of these than a person has browsers.
constexpr std::size_t threads = 160;
constexpr std::size_t largest_body = 65'536;
constexpr int patience = 5;  // seconds to wait for the next byte

// No script but the bundle's own, nothing from elsewhere, no frame around it.
constexpr const char* content_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

// The library leaves the body of such a request unread, and would take it for the next request of the connection.
bool has_unread_body(httplib::Request const& request) {
  if (request.method == "POST" || request.method == "PUT" || request.method == "PATCH" || request.method == "DELETE")
    return false;
  const auto length = request.get_header_value("Content-Length");
  return request.has_header("Transfer-Encoding") || (!length.empty() && length != "0");
}

// `last`: the connection ends with this answer, since its provider says that it failed when all is written. What is
// compressed would then lack its end: this type is not.
void write(Answered answered, httplib::Response& response, bool last = false) {
  if (last && !answered.body.empty()) answered.type = "application/json; charset=utf-8";
  response.status = answered.status;
  for (auto const& [name, value] : answered.headers) response.set_header(name, value);
  response.set_header("Content-Security-Policy", content_policy);
  response.set_header("X-Content-Type-Options", "nosniff");
  response.set_header("Referrer-Policy", "no-referrer");
  response.set_header("Cross-Origin-Opener-Policy", "same-origin");
  response.set_header("Cross-Origin-Resource-Policy", "same-origin");
  if (answered.body.empty()) {
    response.set_header("Content-Type", answered.type);
    return;
  }
  // By a provider: a body handed over whole would be compressed at the highest level, which costs more than it saves
  // here.
  const auto body = std::make_shared<const std::string>(std::move(answered.body));
  response.set_content_provider(body->size(), answered.type,
                                [body, last](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
                                  return sink.write(body->data() + offset, length) && !last;
                                });
}

}  // namespace

struct Server::Inside {
  Inside(Api& asked_api, Listening asked_where) : api(asked_api), where(std::move(asked_where)) {}

  Answered answer(httplib::Request const& request) {
    const auto host = request.get_header_value("Host");
    const auto origin = request.get_header_value("Origin");
    const auto site = request.get_header_value("Sec-Fetch-Site");
    const bool changes = request.method != "GET" && request.method != "HEAD";
    if (auto refused = guard(hosts, {request.path, host, origin, site, changes})) return refusal(*refused);
    if (request.get_header_value("Range").find(',') != std::string::npos)
      return refusal({400, "bad_range", "one range at most"});
    const bool unread = has_unread_body(request);
    const auto tag = unread ? std::string() : request.get_header_value("If-None-Match");
    if (request.path == "/api" || request.path.starts_with("/api/"))
      return api.answer({request.method,
                         request.path,
                         {request.params.begin(), request.params.end()},
                         tag,
                         request.get_header_value("Authorization"),
                         request.get_header_value("Content-Type"),
                         request.body});
    if (unread) return refusal({400, "bad_request", "a page is asked for without a body"});
    if (request.method != "GET" && request.method != "HEAD")
      return refusal({405, "method_not_allowed", "pages are asked for with GET"});
    return page_under(request.path, tag, api.takes_corrections());
  }

  void route() {
    const auto handle = [this](httplib::Request const& request, httplib::Response& response) {
      write(answer(request), response, has_unread_body(request));
    };
    http.Get(".*", handle);
    http.Post(".*", handle);
    http.Put(".*", handle);
    http.Patch(".*", handle);
    http.Delete(".*", handle);
    http.Options(".*", handle);
    http.set_error_handler([](httplib::Request const& request, httplib::Response& response) {
      if (!response.get_header_value("X-Content-Type-Options").empty()) return;  // it has been answered
      const bool method =
          !request.method.empty() && request.method != "GET" && request.method != "HEAD" && response.status == 400;
      const int status = method ? 405 : response.status;
      // Its last answer: what follows of it would be taken for the next request.
      write(refusal({status, method ? "method_not_allowed" : "bad_request", "this request cannot be read"}), response,
            true);
    });
    http.set_exception_handler([](httplib::Request const&, httplib::Response& response, std::exception_ptr const&) {
      write(refusal({500, "failed", "this question could not be answered"}), response);
    });
    http.new_task_queue = [] { return new httplib::ThreadPool(threads); };  // the library deletes it
    http.set_keep_alive_max_count(1000);
    http.set_keep_alive_timeout(patience);
    http.set_read_timeout(patience);
    http.set_write_timeout(patience);
    http.set_payload_max_length(largest_body);
    http.set_tcp_nodelay(true);
  }

  Api& api;
  Listening where;
  std::vector<std::string> hosts;
  httplib::Server http;
  std::thread listener;
};

Server::Server(Api& api, Listening where) : inside_(std::make_unique<Inside>(api, std::move(where))) {
  inside_->route();
}

Server::~Server() { stop(); }

std::expected<int, std::string> Server::listen() {
  auto& inside = *inside_;
  int port = inside.where.port;
  if (port == 0) {
    port = inside.http.bind_to_any_port(inside.where.host);
    if (port < 0) return std::unexpected("no port of " + inside.where.host + " is free");
  } else if (!inside.http.bind_to_port(inside.where.host, port)) {
    return std::unexpected("port " + std::to_string(port) + " of " + inside.where.host + " is taken");
  }
  inside.hosts = hosts_of(inside.where.host, port);
  inside.listener = std::thread([&inside] { inside.http.listen_after_bind(); });
  while (!inside.http.is_running()) std::this_thread::yield();
  return port;
}

void Server::stop() {
  if (!inside_->listener.joinable()) return;
  inside_->http.stop();
  inside_->listener.join();
}

}  // namespace recoupe::serve
