// A server of boards that is made up: always there, always the same. For pictures of the pages that show one.
#pragma once

#include "online/client.hpp"

namespace knead::app {

inline constexpr const char* kSampleAddress = "https://boards.example.org";

class SampleServer final : public online::Client {
 public:
  SampleServer() : Client(kSampleAddress) {}
  [[nodiscard]] online::Answer<online::ServerInfo> server() const override;
  [[nodiscard]] online::Answer<online::Board> top(const std::string& board, const std::string& after,
                                                  int limit) const override;
  [[nodiscard]] online::Answer<online::Board> around(const std::string& board,
                                                     const board::PublicKey& player) const override;
  [[nodiscard]] online::Answer<online::Board> among(const std::string& board,
                                                    const std::vector<board::PublicKey>& players) const override;
};

}  // namespace knead::app
