// Catch2 2 (Debian 12) and 3 (Debian 13 and later) behind one name. The build defines KNEAD_CATCH2_MAJOR.
#pragma once

#if KNEAD_CATCH2_MAJOR >= 3
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
