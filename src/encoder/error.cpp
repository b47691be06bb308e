#include "encoder/error.hpp"

namespace recoupe::encoder {

std::string_view describe(Error error) {
  switch (error) {
    case Error::built_without:
      return "this program was built without the sentence encoder (RECOUPE_ENCODER=OFF)";
    case Error::no_file:
      return "the sentence encoder's model file is not found; name it by --model or RECOUPE_MODEL";
    case Error::not_a_model:
      return "the sentence encoder's model file is cut short or not such a file";
    case Error::no_engine:
      return "the sentence encoder's engine does not work on this machine";
  }
  return "";
}

}  // namespace recoupe::encoder
