// When the program ends by a fatal signal or an exception that nobody takes: a short file that says where, for the next
// start to name. What runs then may only write bytes: no memory, no locks.
#pragma once

#include <cstdint>
#include <string>

namespace knead::app::crash {

// From now on a crash is written to `folder`/crash.log; an empty folder writes none. Call it once.
void watch(const std::string& folder);
// What is being done, for that file: a screen, a level with its seed. Cut at 120 bytes.
void doing(const std::string& what);
void tick(std::uint32_t tick);

// The file of an earlier crash is set aside under a name of its own, which is given back; empty if there was none.
[[nodiscard]] std::string takeLast(const std::string& folder);

}  // namespace knead::app::crash
