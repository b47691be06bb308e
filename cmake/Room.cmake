# recoupe_room(NAME [ROOMS left...] [EXCEPT stems of sources left out...] [LIBRARIES external...])
# One folder src/NAME, one static library recoupe_NAME, one test program NAME_test of its *_test.cpp.
# Embedded SQL: each src/NAME/*.sql becomes a header sql/<stem>.hpp holding one string constant (target recoupe_headers).
add_library(recoupe_warnings INTERFACE)
target_compile_options(recoupe_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
                       -Wno-missing-field-initializers  # designated initialisers leave the rest at its default
                       $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>  # within libstdc++ 12's own stable_sort
                       # g++ 12 is wrong about std::string + (GCC PR 105651), and says so of precompiled headers
                       $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict;-Wno-stringop-overflow;-Wno-array-bounds>
                       $<$<BOOL:${RECOUPE_WERROR}>:-Werror>)

add_custom_target(recoupe_headers)  # all that are made: clang-tidy reads sources that were not built

# Tests are compiled quickly, what they test as it is shipped.
set(RECOUPE_TEST_OPTIONS $<$<CONFIG:Release>:-O1>)

function(recoupe_room name)
  cmake_parse_arguments(ROOM "" "" "ROOMS;EXCEPT;LIBRARIES" ${ARGN})
  set(folder ${CMAKE_SOURCE_DIR}/src/${name})
  file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp)
  foreach(stem IN LISTS ROOM_EXCEPT)
    list(REMOVE_ITEM sources ${folder}/${stem}.cpp)
  endforeach()
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  list(TRANSFORM ROOM_ROOMS PREPEND recoupe_)

  if(NOT sources)  # headers only so far
    add_library(recoupe_${name} INTERFACE)
    target_link_libraries(recoupe_${name} INTERFACE ${ROOM_ROOMS})
    return()
  endif()
  add_library(recoupe_${name} STATIC ${sources})
  target_include_directories(recoupe_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(recoupe_${name} PUBLIC ${ROOM_ROOMS} PRIVATE ${ROOM_LIBRARIES} recoupe_warnings)
  recoupe_precompile(recoupe_${name} recoupe_standard)

  file(GLOB statements CONFIGURE_DEPENDS ${folder}/*.sql)
  foreach(statement IN LISTS statements)
    get_filename_component(stem ${statement} NAME_WE)
    set(header ${CMAKE_BINARY_DIR}/generated/${name}/sql/${stem}.hpp)
    add_custom_command(OUTPUT ${header} DEPENDS ${statement} ${CMAKE_SOURCE_DIR}/cmake/EmbedText.cmake
      COMMAND ${CMAKE_COMMAND} -DINPUT=${statement} -DOUTPUT=${header} -DNAME=${stem} -DROOM=${name}
              -P ${CMAKE_SOURCE_DIR}/cmake/EmbedText.cmake)
    target_sources(recoupe_${name} PRIVATE ${header})
    add_custom_target(${name}_${stem}_header DEPENDS ${header})
    add_dependencies(recoupe_headers ${name}_${stem}_header)
    target_include_directories(recoupe_${name} PRIVATE ${CMAKE_BINARY_DIR}/generated/${name})
  endforeach()

  if(tests)
    add_executable(${name}_test ${tests})
    target_compile_options(${name}_test PRIVATE ${RECOUPE_TEST_OPTIONS})
    recoupe_precompile(${name}_test recoupe_standard_test)
    target_link_libraries(${name}_test PRIVATE recoupe_${name} GTest::gmock GTest::gtest_main recoupe_warnings ${ROOM_LIBRARIES})
    target_compile_definitions(${name}_test PRIVATE RECOUPE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    add_test(NAME ${name} COMMAND ${name}_test)
  endif()
endfunction()
