#include "daily/ground.hpp"

namespace knead::daily {
namespace {

using M = level::MuscleGroup;

constexpr std::array<Site, 3> kNeckSites = {
    {{42, 84, M::UpperTrapezius}, {66, 144, M::LevatorScapulae}, {80, 105, M::UpperTrapezius}}};
constexpr std::array<Site, 3> kShoulderSites = {
    {{90, 105, M::UpperTrapezius}, {85, 165, M::MiddleTrapezius}, {66, 142, M::LevatorScapulae}}};
constexpr std::array<Site, 3> kUpperSites = {
    {{56, 220, M::Rhomboids}, {62, 176, M::MiddleTrapezius}, {32, 270, M::LowerTrapezius}}};
constexpr std::array<Site, 3> kMidSites = {
    {{52, 330, M::ErectorSpinae}, {52, 380, M::ErectorSpinae}, {105, 340, M::LatissimusDorsi}}};
constexpr std::array<Site, 3> kLowSites = {
    {{65, 518, M::QuadratusLumborum}, {45, 454, M::ErectorSpinae}, {40, 545, M::ErectorSpinae}}};
constexpr std::array<Site, 3> kHipSites = {
    {{100, 615, M::GluteusMedius}, {132, 640, M::GluteusMedius}, {80, 640, M::GluteusMedius}}};
constexpr std::array<Site, 3> kWholeSites = {
    {{52, 330, M::ErectorSpinae}, {56, 220, M::Rhomboids}, {45, 454, M::ErectorSpinae}}};

constexpr std::array<M, 2> kNeckShort = {M::UpperTrapezius, M::LevatorScapulae};
constexpr std::array<M, 2> kShoulderShort = {M::UpperTrapezius, M::LevatorScapulae};
constexpr std::array<M, 2> kUpperShort = {M::Rhomboids, M::MiddleTrapezius};
constexpr std::array<M, 1> kMidShort = {M::ErectorSpinae};
constexpr std::array<M, 2> kLowShort = {M::ErectorSpinae, M::QuadratusLumborum};
constexpr std::array<M, 1> kHipShort = {M::GluteusMedius};
constexpr std::array<M, 2> kWholeShort = {M::ErectorSpinae, M::QuadratusLumborum};

constexpr std::array<Ground, kPlaceCount> kGrounds = {{
    {12, 5, 20, kNeckSites, kNeckShort, 20, 55, 80, 40, 0, 0, 0},
    {12, 8, 24, kShoulderSites, kShoulderShort, 45, 70, 60, 60, 0, 0, 0},
    {12, 14, 31, kUpperSites, kUpperShort, 90, 170, 30, 80, 0, 0, 0},
    {12, 24, 41, kMidSites, kMidShort, 40, 390, 0, 80, 30, 0, 0},
    {12, 41, 57, kLowSites, kLowShort, 70, 600, 0, 0, 80, 60, 0},
    {14, 52, 67, kHipSites, kHipShort, 50, 540, 0, 0, 50, 80, 0},
    {10, 19, 48, kWholeSites, kWholeShort, 40, 390, 0, 50, 50, 30, 20},
}};

}  // namespace

const Ground& groundOf(Place place) { return kGrounds[static_cast<std::size_t>(place)]; }

}  // namespace knead::daily
