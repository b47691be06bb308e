// Why a question is not answered.
#pragma once

#include <expected>
#include <string>

namespace recoupe::serve {

struct Refusal {
  int status = 400;     // of HTTP
  std::string code;     // one word that programs can rely on
  std::string message;  // one sentence
};

template <class Value>
using Expected = std::expected<Value, Refusal>;

}  // namespace recoupe::serve
