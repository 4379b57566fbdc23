// A text that is opened is wholly selected: typing replaces it, an arrow keeps it.
#include "app/ui/text_edit.hpp"

#include "support/catch.hpp"

namespace {

using knead::app::TextEdit;
using knead::app::platform::InputEvent;
using knead::app::platform::Key;

void key(TextEdit& edit, Key which, bool down = true) {
  InputEvent e;
  e.kind = down ? InputEvent::Kind::KeyDown : InputEvent::Kind::KeyUp;
  e.key = which;
  edit.handle(e);
}
void type(TextEdit& edit, char32_t letter) {
  InputEvent e;
  e.kind = InputEvent::Kind::Text;
  e.letter = letter;
  edit.handle(e);
}

}  // namespace

TEST_CASE("what is typed replaces a text that was just opened", "[app]") {
  TextEdit edit("New level", 60);
  CHECK(edit.allSelected());
  type(edit, U'A');
  type(edit, U'b');
  CHECK(edit.text() == "Ab");
}

TEST_CASE("an arrow keeps the text, Backspace clears it at once", "[app]") {
  TextEdit kept("abc", 60);
  key(kept, Key::Right);
  key(kept, Key::Backspace);
  CHECK(kept.text() == "ab");
  TextEdit cleared("abc", 60);
  key(cleared, Key::Backspace);
  CHECK(cleared.text().empty());
  type(cleared, U'x');
  type(cleared, U'y');
  CHECK(cleared.text() == "xy");
}

TEST_CASE("Ctrl and A select everything again, A alone does not", "[app]") {
  TextEdit edit("abc", 60);
  key(edit, Key::End);
  key(edit, Key::A);
  CHECK_FALSE(edit.allSelected());
  key(edit, Key::LeftControl);
  key(edit, Key::A);
  key(edit, Key::LeftControl, false);
  CHECK(edit.allSelected());
  type(edit, U'z');
  CHECK(edit.text() == "z");
}
