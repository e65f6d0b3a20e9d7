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
    private let tangentOfLatitude: Double
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
    /// How far cells are computed, m: the band's radius, or where even the model's lowest loss leaves the strongest beam
    /// below all levels that count.
    let reachMetres: Double
    /// EIRP of a resource element at the peak of the strongest beam, dBm.
    let peakDBm: Double
    /// Median effective Earth radius, m, for elevation angles.
    let effectiveRadiusMetres: Double
    /// Ordinal, power of a resource element after the feeder, and antenna of each sector.
    let sectors: [Beam]

    init(
        station: Int, band: Int, plane: PlanePoint, latitudeRadians: Double, heightMetres: Double, scale: LocalScale,
        model: any TransmissionLossModel, effectiveRadiusMetres: Double, sectors: [Beam], radiusMetres: Double,
        leastLevelDBm: Double?
    ) {
        self.station = station
        self.band = band
        self.plane = plane
        self.latitudeRadians = latitudeRadians
        tangentOfLatitude = tan(latitudeRadians)
        self.heightMetres = heightMetres
        self.scale = scale
        self.model = model
        nearestMetres = model.lengths.lowerBound * 1000
        farthestMetres = model.lengths.upperBound * 1000
        self.effectiveRadiusMetres = effectiveRadiusMetres
        self.sectors = sectors
        let peakDBm = sectors.map { $0.resourceElementDBm + $0.antenna.pattern.peakGainDBi }.max() ?? -.infinity
        self.peakDBm = peakDBm
        reachMetres =
            leastLevelDBm.map { least in
                Self.reachMetres(of: model, lossDB: peakDBm - least, radiusMetres: radiusMetres)
            } ?? radiusMetres
    }

    /// How far a loss reaches at the most, to a tenth of a metre and not less; the radius where that is nearer.
    private static func reachMetres(
        of model: any TransmissionLossModel, lossDB: Double, radiusMetres: Double
    ) -> Double {
        func reaches(_ metres: Double) -> Bool {
            model.lowestLossDB(distanceKilometres: metres / 1000, altitudeDifferenceMetres: 0) <= lossDB
        }
        guard !reaches(radiusMetres) else { return radiusMetres }
        var (near, far) = (0.0, radiusMetres)
        while far - near > 0.1 {
            let middle = (near + far) / 2
            if reaches(middle) { near = middle } else { far = middle }
        }
        return far
    }

    /// One sector as the inner loop needs it.
    struct Beam: Sendable {
        let ordinal: UInt32
        let resourceElementDBm: Double
        let antenna: MountedAntenna
        /// The part of the band that the sector uses, where the band is reused in parts.
        let part: Int

        /// EIRP of a resource element in a direction, dBm.
        @inline(__always)
        func eirpDBm(towards ray: Ray) -> Double {
            resourceElementDBm
                + antenna.gainDBi(azimuthRadians: ray.azimuthRadians, elevationRadians: ray.elevationRadians)
        }
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
    ///
    /// - Parameters:
    ///   - eastMetres: True vector to the receiver, m.
    ///   - northMetres: The same.
    ///   - riseMetres: h_r − h_t, how much higher the receiver's antenna stands, m.
    func ray(eastMetres: Double, northMetres: Double, riseMetres: Double) -> Ray {
        let distance = (eastMetres * eastMetres + northMetres * northMetres).squareRoot()
        let elevation =
            distance > 0 ? atan(riseMetres / distance - distance / (2 * effectiveRadiusMetres)) : -.pi / 2
        return Ray(
            distanceMetres: distance, azimuthRadians: atan2(eastMetres, northMetres), elevationRadians: elevation)
    }

    /// Latitude of the middle of a path with these true parts, degrees: on the sphere, to second order in its length.
    ///
    ///     φ_m = φ + n / 2R − tan φ · (e / 2R)² / 2
    func midpointLatitudeDegrees(eastMetres: Double, northMetres: Double) -> Double {
        let diameter = 2000 * PhysicalConstants.ituEarthRadiusKilometres
        let sideways = eastMetres / diameter
        return (latitudeRadians + northMetres / diameter - tangentOfLatitude * sideways * sideways / 2) * 180 / .pi
    }

    /// The median effective Earth radius, m.
    ///
    ///     a_e = 6371 km · 157 / (157 − ΔN)        Recommendation ITU-R P.1812-8, (6) and (7a)
    static func effectiveRadiusMetres(deltaN: Double) -> Double {
        PhysicalConstants.ituEarthRadiusKilometres * 1000 * 157 / (157 - deltaN)
    }
}
