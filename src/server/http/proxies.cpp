#include "server/http/proxies.hpp"

#include <arpa/inet.h>

#include <array>
#include <vector>

namespace knead::server::http {
namespace {

std::vector<std::string> splitAtCommas(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t comma = text.find(',');
    std::string_view one = text.substr(0, comma);
    while (!one.empty() && (one.front() == ' ' || one.front() == '\t')) one.remove_prefix(1);
    while (!one.empty() && (one.back() == ' ' || one.back() == '\t')) one.remove_suffix(1);
    if (!one.empty()) out.emplace_back(one);
    if (comma == std::string_view::npos) break;
    text.remove_prefix(comma + 1);
  }
  return out;
}

// The one way to write an address: "2001:0db8::1" is 2001:db8::1, "::ffff:10.0.0.1" is 10.0.0.1. Empty: it is none.
std::string plain(const std::string& address) {
  constexpr std::string_view kMapped = "::ffff:";
  std::array<unsigned char, 16> bytes{};
  std::array<char, INET6_ADDRSTRLEN> text{};
  for (const int family : {AF_INET, AF_INET6}) {
    if (inet_pton(family, address.c_str(), bytes.data()) != 1) continue;
    std::string out = inet_ntop(family, bytes.data(), text.data(), text.size());
    return out.rfind(kMapped, 0) == 0 && out.find('.') != std::string::npos ? out.substr(kMapped.size()) : out;
  }
  return {};
}

// A peer may have a zone behind its address (fe80::1%eth0): that is not written in more than one way.
std::string peerOf(const std::string& peer) {
  std::string address = plain(peer);
  return address.empty() ? peer : address;
}

}  // namespace

Proxies::Proxies(std::string_view list) {
  for (const std::string& one : splitAtCommas(list)) m_trusted.insert(peerOf(one));
}

std::string Proxies::mistakeIn(std::string_view list) {
  for (const std::string& one : splitAtCommas(list))
    if (plain(one.substr(0, one.find('%'))).empty()) return one;
  return {};
}

bool Proxies::trusts(const std::string& peer) const { return m_trusted.count(peerOf(peer)) != 0; }

std::string Proxies::client(const std::string& peer, std::string_view forwardedFor) const {
  std::string client = peerOf(peer);
  if (m_trusted.count(client) == 0) return client;
  const std::vector<std::string> hops = splitAtCommas(forwardedFor);
  for (auto hop = hops.rbegin(); hop != hops.rend(); ++hop) {
    // What is no address was written by somebody else than a proxy.
    const std::string address = plain(*hop);
    if (address.empty()) return client;
    client = address;
    if (m_trusted.count(client) == 0) return client;
  }
  return client;
}

}  // namespace knead::server::http
