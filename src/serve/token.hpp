// The token that whoever started the program has, and that a judgement must come with.
//
//   auto token = make_token();                            // 32 hex digits of the system's randomness
//   bears(request.authorization, token);                  // "Bearer 0123…"
#pragma once

#include <string>
#include <string_view>

namespace recoupe::serve {

std::string make_token();

// Takes as long whatever is wrong with it, so that nothing can be learnt from the time.
bool bears(std::string_view authorization, std::string_view token);

}  // namespace recoupe::serve
