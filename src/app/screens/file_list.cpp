#include "app/screens/file_list.hpp"

#include "app/exports.hpp"
#include "app/screens/still_page.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/scroll_list.hpp"
#include "app/ui/theme.hpp"
#include "app/words/words.hpp"

namespace knead::app {
namespace {

using words::fill;
using words::tr;

class FileList final : public StillPage {
 public:
  FileList(Services& s, std::string title, const std::string& extension, std::function<void(const std::string&)> chosen)
      : StillPage(s, 0, kMiddle),
        m_title(std::move(title)),
        m_folder(recordingsFolder(s.options)),
        m_files(filesIn(m_folder, extension)),
        m_done(std::move(chosen)) {
    m_choices.focus(m_files.empty() ? kLeave : 0);
  }

  void handle(const platform::InputEvent& e) override {
    if (!m_list.handle(e)) StillPage::handle(e);
  }
  void chose(int choice) override {
    m_services.back = true;
    if (choice != kLeave) m_done(m_files[static_cast<std::size_t>(choice)].path);
  }
  void focusMoved() override {
    if (m_choices.focused() != kLeave) m_list.show(m_choices.focused());
  }
  [[nodiscard]] std::string spoken() const override { return m_title + ". " + where(); }

  void drawPage(Painter& p, float W) override {
    const float width = std::min(860.0F, W - 96), left = (W - width) / 2;
    p.text(m_title, {left, 92}, Face::Serif, theme::title, theme::ink);
    p.paragraph(where(), {left, 124}, width, 20, Face::Regular, theme::body, theme::ink2, 2);
    const float pitch = kPitch * std::max(1.0F, .8F * p.typeScale());
    m_list.layOut({left, kTop}, {width + 20, kEnd - kTop}, pitch, static_cast<int>(m_files.size()));
    for (std::size_t i = 0; i < m_files.size(); ++i) {
      const int row = static_cast<int>(i);
      const Vec2 at{left, m_list.y(row)};
      m_choices.add(row, at, {width, kHigh}, 22, {m_files[i].name, m_files[i].day, ""}, !m_list.seen(row));
      if (!m_list.seen(row)) continue;
      p.roundRect(at, {width, kHigh}, 22, theme::fade(theme::card, .5F), theme::fade(theme::line, .6F));
      p.typeAtMost(1.2F, [&] {
        p.text(m_files[i].name, at + Vec2{22, 28}, Face::Medium, theme::body, theme::ink);
        p.text(m_files[i].day, at + Vec2{width - 22, 28}, Face::Regular, theme::small, theme::ink2, Align::Right);
      });
    }
    m_list.draw(p);
    m_choices.add(kLeave, {left, 620}, {160, 46}, 23, {tr("Leave"), "", tr("Changes nothing.")});
    button(p, {left, 620}, {160, 46}, tr("Leave"), false);
  }

 private:
  // Other choices are files.
  static constexpr int kLeave = 10000;
  static constexpr float kTop = 160, kEnd = 590, kPitch = 50, kHigh = 44;

  [[nodiscard]] std::string where() const {
    return fill(m_files.empty() ? tr("Nothing of this kind is in {folder} yet. Put a file there, and it stands here.")
                                : tr("These lie in {folder}."),
                {{"folder", shownFolder(m_folder)}});
  }

  std::string m_title, m_folder;
  std::vector<FileHere> m_files;
  std::function<void(const std::string&)> m_done;
  ScrollList m_list;
};

}  // namespace

std::unique_ptr<Screen> makeFileList(Services& s, std::string title, const std::string& extension,
                                     std::function<void(const std::string&)> chosen) {
  return std::make_unique<FileList>(s, std::move(title), extension, std::move(chosen));
}

}  // namespace knead::app
