// Writes the canonical form: no white space, keys in byte order, whole numbers without a point, others as the
// shortest decimal that reads back the same double. Must stay as it is for ever: every board hangs on it.
#include "level/level_hash.hpp"

#include <charconv>
#include <nlohmann/json.hpp>

#include "core/hash.hpp"

namespace knead::level {
namespace {

using nlohmann::json;

void write(const json& value, std::string& out) {
  if (value.is_object()) {
    out += '{';
    bool first = true;
    for (const auto& [key, entry] : value.items()) {
      if (!first) out += ',';
      first = false;
      write(json(key), out);
      out += ':';
      write(entry, out);
    }
    out += '}';
  } else if (value.is_array()) {
    out += '[';
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (i > 0) out += ',';
      write(value[i], out);
    }
    out += ']';
  } else if (value.is_number_float()) {
    char buffer[40];
    const auto [end, problem] = std::to_chars(buffer, buffer + sizeof buffer, value.get<double>());
    out += problem == std::errc() ? std::string_view(buffer, static_cast<std::size_t>(end - buffer))
                                  : std::string_view("?");
  } else {
    out += value.dump(-1, ' ', false, json::error_handler_t::replace);
  }
}

}  // namespace

std::string canonicalText(const json& root) {
  std::string out;
  if (root.is_object() && root.contains("$schema")) {
    json plain = root;
    plain.erase("$schema");
    write(plain, out);
  } else {
    write(root, out);
  }
  return out;
}

std::uint64_t canonicalHash(const json& root) {
  Hash64 hash;
  hash.addText(canonicalText(root));
  return hash.value();
}

}  // namespace knead::level
