// The door: one command line in, an exit code out.
#pragma once

namespace recoupe::cli {

int run(int argc, char** argv);

}  // namespace recoupe::cli
