#include "registry/parallel.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace recoupe::registry {
namespace {

TEST(MapValues, AnswersInTheOrderOfTheItems) {
  std::vector<int> numbers(1000);
  std::iota(numbers.begin(), numbers.end(), 0);
  for (unsigned jobs : {1U, 2U, 7U}) {
    const auto squares = map_values<int>(numbers, [](int& n) { return n * n; }, jobs);
    ASSERT_EQ(squares.size(), numbers.size());
    for (int i = 0; i < 1000; ++i) ASSERT_EQ(squares[static_cast<std::size_t>(i)], i * i);
  }
}

TEST(MapStream, NothingGivesNothing) {
  EXPECT_TRUE((map_stream<int>([] { return std::optional<int>(); }, [](int n) { return n; }, 3)).empty());
}

}  // namespace
}  // namespace recoupe::registry
