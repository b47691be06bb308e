#include "cli/run.hpp"

int main(int argc, char** argv) { return recoupe::cli::run(argc, argv); }
