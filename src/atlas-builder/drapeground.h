// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "atlas-builder/drape.h"
#include "atlas-builder/mesh.h"

namespace palpate::atlas {

/// The field of radii that sheets are laid on: rows of equal height, columns of equal angle from 0 to 180 degrees.
/// Both halves of the body are folded onto the left one, so that left and right sheets mirror each other.
class DrapeGround {
public:
    explicit DrapeGround(DrapeGroundRecipe recipe);

    /// Lets the ground rest on a mesh as well; call before finish().
    void add(const Mesh &mesh);

    /// Fills the holes and smooths. Throws DataFileError when nothing lies underneath.
    void finish();

    [[nodiscard]] std::size_t columns() const { return m_columns; }
    [[nodiscard]] std::size_t rows() const { return m_rows; }
    [[nodiscard]] double angleAt(double column) const { return column * m_recipe.stepDegrees; }
    [[nodiscard]] double heightAt(double row) const { return m_recipe.low + row * m_recipe.stepMm; }

    /// Millimetres along the surface that one degree spans at a node.
    [[nodiscard]] double mmPerDegree(std::size_t column, std::size_t row) const;

    /// The radius at a place between nodes, in columns and rows, mm. Inside the grid only.
    [[nodiscard]] double radiusAt(double column, double row) const;

    /// The point of the body at a radius over a place in columns and rows; x >= 0.
    [[nodiscard]] PointMm pointAt(double column, double row, double radius) const;

    /// Presses the ceiling, one radius a node, down to the inner face of a mesh wherever it hangs over the ground.
    void lowerCeiling(std::vector<double> &ceiling, const Mesh &mesh) const;

    /// The same ceiling, coming down gently towards every place where it hangs low: a sheet pressed under it sinks
    /// along a slope and not in a step that its own grid would make jagged.
    [[nodiscard]] std::vector<double> easedCeiling(std::vector<double> ceiling) const;

    [[nodiscard]] const DrapeGroundRecipe &recipe() const { return m_recipe; }

private:
    [[nodiscard]] double &at(std::size_t column, std::size_t row) { return m_radius[row * m_columns + column]; }
    [[nodiscard]] const double &at(std::size_t column, std::size_t row) const
    {
        return m_radius[row * m_columns + column];
    }
    [[nodiscard]] double elevationAt(double row) const;
    [[nodiscard]] std::vector<std::size_t> columnReaches(double mm) const;
    template <typename Visit> void visitNodes(const Mesh &mesh, const Visit &visit) const;
    void clearBridges();
    void follow(const std::vector<PointMm> &guide);
    void fillHoles();
    void smooth(std::vector<double> &field, double mm) const;
    void raiseOverSources(const std::vector<double> &sources);

    DrapeGroundRecipe m_recipe;
    std::size_t m_columns = 0;
    std::size_t m_rows = 0;
    std::vector<double> m_radius; ///< 0 where nothing lies underneath
};

} // namespace palpate::atlas
