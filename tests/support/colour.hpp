// Colours as eyes see them: relative luminance and contrast (WCAG 2), difference (CIEDE2000: Sharma, Wu and Dalal
// 2005), and how three kinds of colour blindness see them (Machado, Oliveira and Fernandes 2009, severity 1, linear
// RGB).
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace knead::tests {

using Rgb = std::array<double, 3>;  // linear, 0..1

inline double linear(std::uint8_t v) {
  const double c = v / 255.0;
  return c <= .04045 ? c / 12.92 : std::pow((c + .055) / 1.055, 2.4);
}
inline std::uint8_t coded(double c) {
  c = std::clamp(c, 0.0, 1.0);
  const double s = c <= .0031308 ? 12.92 * c : 1.055 * std::pow(c, 1 / 2.4) - .055;
  return static_cast<std::uint8_t>(s * 255 + .5);
}
inline double luminance(const Rgb& c) { return .2126 * c[0] + .7152 * c[1] + .0722 * c[2]; }
inline double contrast(const Rgb& a, const Rgb& b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + .05) / (std::min(x, y) + .05);
}

enum class Vision { Normal, Protan, Deutan, Tritan };
inline constexpr std::array<Vision, 4> kVisions = {Vision::Normal, Vision::Protan, Vision::Deutan, Vision::Tritan};
inline Rgb seenBy(Vision vision, const Rgb& c) {
  using Matrix = std::array<std::array<double, 3>, 3>;
  static constexpr std::array<Matrix, 4> kMatrices = {
      {{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
       {{{.152286, 1.052583, -.204868}, {.114503, .786281, .099216}, {-.003882, -.048116, 1.051998}}},
       {{{.367322, .860646, -.227968}, {.280085, .672501, .047413}, {-.011820, .042940, .968881}}},
       {{{1.255528, -.076749, -.178779}, {-.078411, .930809, .147602}, {.004733, .691367, .303900}}}}};
  const Matrix& m = kMatrices[static_cast<std::size_t>(vision)];
  Rgb out{};
  for (std::size_t i = 0; i < 3; ++i) out[i] = std::clamp(m[i][0] * c[0] + m[i][1] * c[1] + m[i][2] * c[2], 0.0, 1.0);
  return out;
}

using Lab = std::array<double, 3>;
inline Lab labOf(const Rgb& c) {
  const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
  const double x = f((.4124564 * c[0] + .3575761 * c[1] + .1804375 * c[2]) / .95047);
  const double y = f(.2126729 * c[0] + .7151522 * c[1] + .0721750 * c[2]);
  const double z = f((.0193339 * c[0] + .1191920 * c[1] + .9503041 * c[2]) / 1.08883);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

inline double ciede2000(const Lab& p, const Lab& q) {
  constexpr double kDeg = 3.14159265358979 / 180;
  const auto seventh = [](double c) { return std::sqrt(std::pow(c, 7) / (std::pow(c, 7) + std::pow(25.0, 7))); };
  const double cm = (std::hypot(p[1], p[2]) + std::hypot(q[1], q[2])) / 2, g = .5 * (1 - seventh(cm));
  const double a1 = (1 + g) * p[1], a2 = (1 + g) * q[1];
  const double c1 = std::hypot(a1, p[2]), c2 = std::hypot(a2, q[2]);
  const auto hue = [&](double a, double b) {
    const double h = a == 0 && b == 0 ? 0 : std::atan2(b, a) / kDeg;
    return h < 0 ? h + 360 : h;
  };
  const double h1 = hue(a1, p[2]), h2 = hue(a2, q[2]);
  double dh = c1 * c2 == 0 ? 0 : h2 - h1;
  if (dh > 180) dh -= 360;
  if (dh < -180) dh += 360;
  double hm = h1 + h2;
  if (c1 * c2 != 0) hm = std::abs(h1 - h2) <= 180 ? hm / 2 : hm < 360 ? (hm + 360) / 2 : (hm - 360) / 2;
  const double dl = q[0] - p[0], dc = c2 - c1, dH = 2 * std::sqrt(c1 * c2) * std::sin(dh / 2 * kDeg);
  const double lm = (p[0] + q[0]) / 2, c = (c1 + c2) / 2;
  const double t = 1 - .17 * std::cos((hm - 30) * kDeg) + .24 * std::cos(2 * hm * kDeg) +
                   .32 * std::cos((3 * hm + 6) * kDeg) - .2 * std::cos((4 * hm - 63) * kDeg);
  const double l50 = (lm - 50) * (lm - 50);
  const double sl = 1 + .015 * l50 / std::sqrt(20 + l50), sc = 1 + .045 * c, sh = 1 + .015 * c * t;
  const double turn = (hm - 275) / 25, rt = -2 * seventh(c) * std::sin(60 * std::exp(-turn * turn) * kDeg);
  const double l = dl / sl, m = dc / sc, h = dH / sh;
  return std::sqrt(l * l + m * m + h * h + rt * m * h);
}

}  // namespace knead::tests
