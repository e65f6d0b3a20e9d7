import Foundation
import MastheadCore
import MastheadGeo
import MastheadPropagation
import MastheadRadio

/// The sectors of one band at one height of one mast: they share every path, and so every loss.
///
/// A class, so that the inner loop hands references about and not some hundred numbers.
final class Mast: Sendable {
    /// Index of the station in the register.
    let station: Int
    /// Index of the band.
    let band: Int
    /// Position in the plane of the study grid.
    let plane: PlanePoint
    /// Latitude of the mast, radians.
    let latitudeRadians: Double
    /// Height of the antennas above the ground, m.
    let heightMetres: Double
    /// True distances and bearings around the mast.
    let scale: LocalScale
    /// The prepared propagation model.
    let model: any TransmissionLossModel
    /// Nearer than this the model does not hold, and free space is used, m.
    let nearestMetres: Double
    /// Farther than this the model does not hold, and the mast gives no level, m.
    let farthestMetres: Double
    /// Median effective Earth radius, m, for elevation angles.
    let effectiveRadiusMetres: Double
    /// Ordinal, power of a resource element after the feeder, and antenna of each sector.
    let sectors: [Beam]

    init(
        station: Int, band: Int, plane: PlanePoint, latitudeRadians: Double, heightMetres: Double, scale: LocalScale,
        model: any TransmissionLossModel, effectiveRadiusMetres: Double, sectors: [Beam]
    ) {
        self.station = station
        self.band = band
        self.plane = plane
        self.latitudeRadians = latitudeRadians
        self.heightMetres = heightMetres
        self.scale = scale
        self.model = model
        nearestMetres = model.lengths.lowerBound * 1000
        farthestMetres = model.lengths.upperBound * 1000
        self.effectiveRadiusMetres = effectiveRadiusMetres
        self.sectors = sectors
    }

    /// One sector as the inner loop needs it.
    struct Beam: Sendable {
        let ordinal: UInt32
        let resourceElementDBm: Double
        let antenna: MountedAntenna
    }

    /// The ray that leaves the mast towards a point.
    struct Ray {
        /// Path length along the Earth, m.
        var distanceMetres: Double
        /// Bearing at the mast, radians clockwise from north.
        var azimuthRadians: Double
        /// Elevation at the mast, radians, up is positive.
        var elevationRadians: Double
    }

    /// The direction to a receiver: the straight line between the antennas over the median effective Earth.
    ///
    ///     θ = atan( (h_r − h_t) / d − d / (2 a_e) )
    func ray(to point: PlanePoint, groundMetres: Double, receiverHeightMetres: Double, mastGroundMetres: Double) -> Ray
    {
        let (east, north) = scale.trueVector(to: point)
        let distance = (east * east + north * north).squareRoot()
        let rise = groundMetres + receiverHeightMetres - mastGroundMetres - heightMetres
        let elevation = distance > 0 ? atan(rise / distance - distance / (2 * effectiveRadiusMetres)) : -.pi / 2
        return Ray(
            distanceMetres: distance, azimuthRadians: atan2(east, north), elevationRadians: elevation)
    }

    /// Latitude of the middle of the path to a point, degrees: on the sphere, to second order in its length.
    ///
    ///     φ_m = φ + n / 2R − tan φ · (e / 2R)² / 2
    func midpointLatitudeDegrees(to point: PlanePoint) -> Double {
        let (east, north) = scale.trueVector(to: point)
        let diameter = 2000 * PhysicalConstants.ituEarthRadiusKilometres
        let sideways = east / diameter
        return (latitudeRadians + north / diameter - tan(latitudeRadians) * sideways * sideways / 2) * 180 / .pi
    }

    /// The median effective Earth radius, m.
    ///
    ///     a_e = 6371 km · 157 / (157 − ΔN)        Recommendation ITU-R P.1812-8, (6) and (7a)
    static func effectiveRadiusMetres(deltaN: Double) -> Double {
        PhysicalConstants.ituEarthRadiusKilometres * 1000 * 157 / (157 - deltaN)
    }

    /// The strongest sector in a direction; the lower ordinal wins a tie.
    func strongestBeam(_ ray: Ray) -> (ordinal: UInt32, eirpDBm: Double) {
        var best: (ordinal: UInt32, eirpDBm: Double) = (0, -.infinity)
        for beam in sectors {
            let eirp =
                beam.resourceElementDBm
                + beam.antenna.gainDBi(azimuthRadians: ray.azimuthRadians, elevationRadians: ray.elevationRadians)
            if eirp > best.eirpDBm { best = (beam.ordinal, eirp) }
        }
        return best
    }
}
