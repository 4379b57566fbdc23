// Fuzz target: any bytes as the target of a request. What is taken is a path, and decoding what is decoded already
// changes nothing that has no percent sign.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "server/http/message.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace knead::server::http;
  const std::string text(data, data + size);
  Request request;
  if (readTarget(text, request) && (request.path.empty() || request.path.front() != '/')) std::abort();
  for (const bool plus : {false, true}) {
    const std::string once = percentDecoded(text, plus);
    if (once.size() > text.size()) std::abort();
    if (once.find('%') == std::string::npos && once.find('+') == std::string::npos &&
        percentDecoded(once, plus) != once)
      std::abort();
  }
  return 0;
}
