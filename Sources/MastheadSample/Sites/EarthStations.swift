import MastheadCore
import MastheadGeo

/// A protected station of the sample, with the columns of a register of protected stations.
struct ProtectedSample {
    let id: String
    let name: String
    let service: String
    let point: PlanePoint
    let antennaHeightMetres: Double
    var azimuthDegrees: Double?
    var elevationDegrees: Double?
    var satelliteLongitudeDegrees: Double?
    let dishDiameterMetres: Double
    let noiseTemperatureKelvin: Double
    let lowerMegahertz: Double
    let upperMegahertz: Double
    let pattern: String
}

/// Chooses the protected stations: two that look at satellites, one that follows them, one end of a fixed link.
struct EarthStations {
    private(set) var stations: [ProtectedSample] = []

    init(survey: Survey, settlements: [Settlement], frame: SampleFrame, seed: UInt64) {
        guard let town = settlements.first else { return }
        var chance = SplitMix64(seed: seed, stream: "earth stations")
        let overhead = frame.position(of: PlanePoint(x: 0, y: 0)).longitudeDegrees.rounded()
        let size = frame.sizeMetres
        func satellite(_ east: Double) -> Double {
            let longitude = overhead + east
            return longitude > 180 ? longitude - 360 : (longitude < -180 ? longitude + 360 : longitude)
        }
        func distance(_ node: Int) -> Double {
            let place = survey.lattice.point(node)
            let (dx, dy) = (place.x - town.point.x, place.y - town.point.y)
            return (dx * dx + dy * dy).squareRoot() / size
        }
        let land = survey.lattice.nodes.filter { survey.isMainland[$0] && survey.landShare[$0] > 0.95 }
        // A teleport hides in a valley; low ground among high, a third of the region's side from the town.
        let valley = land.max { hidden($0) < hidden($1) }
        func hidden(_ node: Int) -> Double {
            Shape.hump((distance(node) - 0.35) / 0.12) * Shape.hump(survey.slope[node] / 0.06)
                * Shape.rise(survey.seaDistance[node] / size, 0.05, 0.25)
        }
        let hill = land.max { raised($0, 0.25) < raised($1, 0.25) }
        let ridge = land.max { raised($0, 0.18) < raised($1, 0.18) }
        func raised(_ node: Int, _ away: Double) -> Double {
            survey.height[node] * Shape.hump((distance(node) - away) / 0.05)
        }
        let street = PlanePoint(
            x: town.point.x + 0.4 * town.radiusMetres, y: town.point.y - 0.3 * town.radiusMetres)
        let isDry = survey.square(at: street).map { survey.landShare[$0] == 1 && !survey.hasRiver[$0] } ?? false
        if let valley {
            stations.append(
                ProtectedSample(
                    id: "ES1", name: "Inland Valley teleport", service: "fss-earth-station",
                    point: survey.lattice.point(valley), antennaHeightMetres: 6,
                    satelliteLongitudeDegrees: satellite((chance.uniform(-22, -8)).rounded()), dishDiameterMetres: 11,
                    noiseTemperatureKelvin: 85, lowerMegahertz: 3700, upperMegahertz: 4200, pattern: "itu-r-s.465"))
        }
        stations.append(
            ProtectedSample(
                id: "ES2", name: "\(town.name) cable head-end", service: "fss-earth-station",
                point: isDry ? street : town.point, antennaHeightMetres: 3,
                satelliteLongitudeDegrees: satellite((chance.uniform(6, 20)).rounded()), dishDiameterMetres: 4.5,
                noiseTemperatureKelvin: 100, lowerMegahertz: 3700, upperMegahertz: 4200, pattern: "itu-r-s.465"))
        if let hill {
            stations.append(
                ProtectedSample(
                    id: "EE1", name: "Data reception, inland hills", service: "eess-earth-station",
                    point: survey.point(ofCell: survey.summit[hill]), antennaHeightMetres: 8,
                    azimuthDegrees: 180, elevationDegrees: 5, dishDiameterMetres: 5.4, noiseTemperatureKelvin: 150,
                    lowerMegahertz: 25_500, upperMegahertz: 27_000, pattern: "rr-ap8-annex3"))
        }
        if let ridge {
            stations.append(
                ProtectedSample(
                    id: "FL1", name: "Fixed link receiver above \(town.name)", service: "fixed-link",
                    point: survey.point(ofCell: survey.summit[ridge]), antennaHeightMetres: 40, azimuthDegrees: 40,
                    elevationDegrees: -0.5, dishDiameterMetres: 2.4, noiseTemperatureKelvin: 600,
                    lowerMegahertz: 4400, upperMegahertz: 4990, pattern: "f.699"))
        }
    }
}
