# lexbor, the HTML parser, is not a Debian package: its C sources are fetched once into the build folder of the
# project (shared by all presets), checked against a pinned hash, and built as a static library.
set(RECOUPE_LEXBOR_HOME ${CMAKE_SOURCE_DIR}/build/lexbor CACHE PATH "Where lexbor's sources are unpacked")
set(RECOUPE_LEXBOR ${RECOUPE_LEXBOR_HOME}/selectolax-1.0.2/lexbor)

if(NOT EXISTS ${RECOUPE_LEXBOR}/CMakeLists.txt)
  find_program(PYTHON3 python3 REQUIRED)
  message(STATUS "Fetching lexbor's sources into ${RECOUPE_LEXBOR_HOME}")
  function(recoupe_run)
    execute_process(COMMAND ${ARGN} RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE said)
    if(failed)
      message(FATAL_ERROR "lexbor could not be fetched. It needs python3-venv and a package index within reach.\n${said}")
    endif()
  endfunction()
  recoupe_run(${PYTHON3} -m venv ${RECOUPE_LEXBOR_HOME}/tools)
  recoupe_run(${RECOUPE_LEXBOR_HOME}/tools/bin/pip install -q --require-hashes --only-binary=:all:
              -r ${CMAKE_SOURCE_DIR}/cmake/lexbor-tools.txt)
  recoupe_run(${RECOUPE_LEXBOR_HOME}/tools/bin/pip download -q --require-hashes --no-deps --no-binary=:all: --no-build-isolation
              -d ${RECOUPE_LEXBOR_HOME} -r ${CMAKE_SOURCE_DIR}/cmake/lexbor-source.txt)
  file(ARCHIVE_EXTRACT INPUT ${RECOUPE_LEXBOR_HOME}/selectolax-1.0.2.tar.gz DESTINATION ${RECOUPE_LEXBOR_HOME})
endif()

set(LEXBOR_BUILD_SHARED OFF CACHE BOOL "" FORCE)
set(LEXBOR_BUILD_STATIC ON CACHE BOOL "" FORCE)
set(LEXBOR_INSTALL_HEADERS OFF CACHE BOOL "" FORCE)
add_subdirectory(${RECOUPE_LEXBOR} ${CMAKE_BINARY_DIR}/lexbor EXCLUDE_FROM_ALL SYSTEM)
add_library(lexbor INTERFACE)
target_link_libraries(lexbor INTERFACE lexbor_static)
target_include_directories(lexbor SYSTEM INTERFACE ${RECOUPE_LEXBOR}/source)
