// The palettes in numbers: letters and shapes stand out from every ground they are drawn on, and in high contrast the
// five colours of meaning are told apart by every kind of vision.
#include "app/ui/theme.hpp"

#include <cstdio>

#include "app/ui/contrast.hpp"
#include "support/catch.hpp"
#include "support/colour.hpp"

using namespace knead;
using namespace knead::app;
using tests::Rgb;

namespace {

Rgb rgb(sf::Color c) { return {tests::linear(c.r), tests::linear(c.g), tests::linear(c.b)}; }

double leastContrast(std::initializer_list<sf::Color> colours) {
  double least = 21;
  for (const sf::Color c : colours)
    for (const sf::Color ground : {theme::ground0, theme::ground1, theme::ground2, theme::card})
      least = std::min(least, tests::contrast(rgb(c), rgb(ground)));
  return least;
}

// The least difference of any two colours of meaning under any kind of vision.
double leastDifference() {
  const std::array meanings = {theme::jade, theme::ember, theme::gold, theme::rose, theme::amber};
  double least = 100;
  for (const tests::Vision vision : tests::kVisions)
    for (std::size_t i = 0; i < meanings.size(); ++i)
      for (std::size_t k = 0; k < i; ++k)
        least = std::min(least, tests::ciede2000(tests::labOf(tests::seenBy(vision, rgb(meanings[i]))),
                                                 tests::labOf(tests::seenBy(vision, rgb(meanings[k])))));
  return least;
}

}  // namespace

TEST_CASE("the difference of colours is the published one", "[app]") {
  // Pairs 1, 10 and 25 of the table of Sharma, Wu and Dalal.
  CHECK(tests::ciede2000({50, 2.6772, -79.7751}, {50, 0, -82.7485}) == Approx(2.0425).epsilon(.0005));
  CHECK(tests::ciede2000({50, 2.49, -.001}, {50, -2.49, .0011}) == Approx(7.2195).epsilon(.0005));
  CHECK(tests::ciede2000({60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}) == Approx(1.2644).epsilon(.0005));
}

TEST_CASE("letters have a contrast of 4.5 on every ground, shapes of 3", "[app]") {
  theme::use(theme::Contrast::Usual);
  CHECK(leastContrast({theme::ink, theme::ink2, theme::jade, theme::ember, theme::gold, theme::rose, theme::amber}) >
        4.5);
  CHECK(leastContrast({theme::ink3, theme::rim, theme::bone}) > 3);
  CHECK(tests::contrast(rgb(theme::onGold), rgb(theme::gold)) > 4.5);
}

TEST_CASE("in high contrast letters and colours of meaning have 7", "[app]") {
  theme::use(theme::Contrast::High);
  const double least = leastContrast(
      {theme::ink, theme::ink2, theme::ink3, theme::jade, theme::ember, theme::gold, theme::rose, theme::amber});
  CHECK(least > 7);
  CHECK(tests::contrast(rgb(theme::onGold), rgb(theme::gold)) > 7);
  theme::use(theme::Contrast::Usual);
}

TEST_CASE("in high contrast every kind of vision tells the colours of meaning apart", "[app]") {
  theme::use(theme::Contrast::High);
  const double high = leastDifference();
  theme::use(theme::Contrast::Usual);
  INFO("least difference " << high << ", in the usual palette " << leastDifference());
  CHECK(high > 12);
}

TEST_CASE("the contrast of letters is measured on a picture", "[app]") {
  sf::Image picture;
#if SFML_VERSION_MAJOR >= 3
  picture.resize({60, 40}, sf::Color(20, 20, 20));
  const auto set = [&picture](unsigned x, unsigned y, sf::Color c) { picture.setPixel({x, y}, c); };
#else
  picture.create(60, 40, sf::Color(20, 20, 20));
  const auto set = [&picture](unsigned x, unsigned y, sf::Color c) { picture.setPixel(x, y, c); };
#endif
  for (unsigned y = 12; y < 28; ++y) set(30, y, sf::Color(200, 200, 200));  // a stroke
  const float wanted = contrastOf(luminanceOf({200, 200, 200}), luminanceOf({20, 20, 20}));
  CHECK(textContrast(picture, {20, 10}, {20, 20}) == Approx(wanted));
  // Something light beside it makes it worse.
  for (unsigned y = 8; y < 32; ++y)
    for (unsigned x = 40; x < 43; ++x) set(x, y, sf::Color(150, 150, 150));
  CHECK(textContrast(picture, {20, 10}, {20, 20}) < .3F * wanted);
  CHECK(textContrast(picture, {50, 10}, {20, 20}) == 0);
}
