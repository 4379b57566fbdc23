#include "server/store/sql.hpp"

namespace knead::server::sql {

void Row::complain(std::size_t column) {
  throw Failure(Failure::Kind::Final,
                {"store", "column " + std::to_string(column + 1),
                 "it holds something else than this program writes; is it a store of another program?"});
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

}  // namespace knead::server::sql
