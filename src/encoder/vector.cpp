#include "encoder/encoder.hpp"

namespace recoupe::encoder {

double cosine(Vector const& left, Vector const& right) {
  double sum = 0;
  for (std::size_t i = 0; i < dimensions; ++i) sum += static_cast<double>(left[i]) * static_cast<double>(right[i]);
  return sum;
}

}  // namespace recoupe::encoder
