// main() of every test program under Catch2 2. Catch2 3 brings its own and this file is not built.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
