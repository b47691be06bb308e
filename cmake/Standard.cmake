# The standard library's headers that most sources use, and Google Test's, compiled once for all targets that take them:
#   recoupe_precompile(TARGET recoupe_standard)       or recoupe_standard_test
# Reading them again in each source was half of the time of a build. Each source still includes what it uses: the build
# that clang-tidy reads (preset tidy) has none of this, and finds what is missing.
option(RECOUPE_PRECOMPILE "Compile the standard library's headers once" ON)

set(RECOUPE_STANDARD_HEADERS <algorithm> <array> <charconv> <cmath> <cstdint> <expected> <filesystem> <fstream> <functional>
    <map> <memory> <numeric> <optional> <ostream> <ranges> <set> <span> <string> <string_view> <tuple> <unordered_map>
    <utility> <variant> <vector>)

function(recoupe_precompile target standard)
  if(RECOUPE_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM ${standard})
  endif()
endfunction()

if(RECOUPE_PRECOMPILE)
  file(WRITE ${CMAKE_BINARY_DIR}/generated/standard.cpp "")
  add_library(recoupe_standard OBJECT ${CMAKE_BINARY_DIR}/generated/standard.cpp)
  target_link_libraries(recoupe_standard PRIVATE recoupe_warnings)
  target_precompile_headers(recoupe_standard PRIVATE ${RECOUPE_STANDARD_HEADERS})
  add_library(recoupe_standard_test OBJECT ${CMAKE_BINARY_DIR}/generated/standard.cpp)
  target_link_libraries(recoupe_standard_test PRIVATE GTest::gmock GTest::gtest recoupe_warnings)
  target_compile_options(recoupe_standard_test PRIVATE ${RECOUPE_TEST_OPTIONS})
  target_precompile_headers(recoupe_standard_test PRIVATE ${RECOUPE_STANDARD_HEADERS} <gmock/gmock.h> <gtest/gtest.h>)
endif()
