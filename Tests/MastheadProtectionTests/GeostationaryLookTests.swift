import MastheadCore
import MastheadProtection
import Testing

@Suite("The look at a geostationary satellite")
struct GeostationaryLookTests {
    // Reference values on a sphere at 45° north, after the paper of the National Geodetic Survey; the ellipsoid moves the
    // satellite by up to 0.03°, since the vertical there does not point to the centre of the Earth.
    @Test(
        "is that of the reference within what the ellipsoid changes",
        arguments: [(30.0, 30.2785, 140.7685), (75, 1.8768, 100.7286)])
    func reference(turn: Double, elevation: Double, azimuth: Double) {
        for (east, expected) in [(turn, azimuth), (-turn, 360 - azimuth)] {
            let position = GeographicPosition(longitudeDegrees: 10, latitudeDegrees: 45)
            // The reference counts azimuths to satellites in the east below 180°.
            let look = GeostationaryLook(from: position, satelliteLongitudeDegrees: 10 + east)
            #expect(abs(look.elevation.degrees - elevation) < 0.03)
            #expect(abs(look.azimuth.degrees - expected) < 0.03)
        }
    }

    @Test(
        "straight up under the satellite, due south in the north, due north in the south, and below the horizon behind")
    func cardinal() {
        func look(_ latitude: Double, _ turn: Double) -> GeostationaryLook {
            GeostationaryLook(
                from: GeographicPosition(longitudeDegrees: 170, latitudeDegrees: latitude),
                satelliteLongitudeDegrees: 170 + turn)
        }
        #expect(abs(look(0, 0).elevation.degrees - 90) < 1e-9)
        #expect(abs(look(40, 0).azimuth.degrees - 180) < 1e-9)
        #expect(abs(look(-40, 0).azimuth.degrees.remainder(dividingBy: 360)) < 1e-9)
        // 81.3° is where the orbit sets from the equator on a sphere.
        #expect(look(0, 81).elevation.degrees > 0 && look(0, 82).elevation.degrees < 0)
    }

    @Test("does not change with whole turns of the satellite's longitude")
    func turns() {
        let position = GeographicPosition(longitudeDegrees: -121.6, latitudeDegrees: 36.4)
        let looks = [-125.0, 235].map { GeostationaryLook(from: position, satelliteLongitudeDegrees: $0) }
        #expect(abs(looks[0].azimuth.degrees - looks[1].azimuth.degrees) < 1e-9)
        #expect(abs(looks[0].elevation.degrees - looks[1].elevation.degrees) < 1e-9)
    }
}
