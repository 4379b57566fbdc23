// The lit body under the fibres: its height field shaded once into a texture.
#pragma once

#include "app/platform/sfml_adapter.hpp"

namespace knead::app {

// Fills `texture` with the layer's frame at `width` x `height`, alpha premultiplied. False if there is no such texture.
[[nodiscard]] bool shadeBody(sf::Texture& texture, unsigned width, unsigned height);

}  // namespace knead::app
