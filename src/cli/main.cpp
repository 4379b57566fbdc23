// knead-cli: hands the command line over. Everything else is in the library, where tests reach it.
#include <cstdio>

#include "cli/program.hpp"

int main(int argc, char** argv) { return knead::cli::runProgram(argc, argv, stdout, stderr); }
