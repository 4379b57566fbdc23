// The plain loops of core/lanes.hpp, compiled on every target for the comparison in lanes_test.cpp.
#define KNEAD_PLAIN_LANES 1
#include "core/lanes_sample.hpp"

std::vector<std::uint32_t> plainLanes(int& wrong);
std::vector<std::uint32_t> plainLanes(int& wrong) { return knead::sample(wrong); }
