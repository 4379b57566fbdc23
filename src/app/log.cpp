#include "app/log.hpp"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

#include <memory>

namespace knead::app::log {
namespace {

constexpr std::size_t kMostBytes = 256U * 1024U, kFilesKept = 2;

std::shared_ptr<spdlog::logger>& logger() {
  static std::shared_ptr<spdlog::logger> one;
  return one;
}

void write(spdlog::level::level_enum level, const std::string& line) {
  // A name with braces in it is no format.
  if (logger()) logger()->log(level, "{}", line);
}

}  // namespace

void open(const std::string& folder) {
  logger().reset();
  if (folder.empty()) return;
  try {
    auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(folder + "/knead.log", kMostBytes, kFilesKept);
    auto made = std::make_shared<spdlog::logger>("knead", std::move(sink));
    made->set_pattern("%Y-%m-%d %H:%M:%S.%e %L %v", spdlog::pattern_time_type::utc);
    made->flush_on(spdlog::level::info);
    // A full disk must not fill the terminal.
    made->set_error_handler([](const std::string&) {});
    logger() = std::move(made);
  } catch (const spdlog::spdlog_ex&) {
    logger().reset();
  }
}

void info(const std::string& line) { write(spdlog::level::info, line); }
void warn(const std::string& line) { write(spdlog::level::warn, line); }
void close() { logger().reset(); }

}  // namespace knead::app::log
