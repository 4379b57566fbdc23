// knead-server: hands the command line over. Everything else is in the library, where tests reach it.
#include <cstdio>

#include "server/program.hpp"

int main(int argc, char** argv) { return knead::server::runProgram(argc, argv, stdout, stderr); }
