import Foundation
import MastheadCore
import MastheadPropagation
import MastheadTestSupport
import Testing

@Suite("Rain per kilometre (P.838)")
struct RainSpecificTests {
    static func rain(_ gigahertz: Double, θ: Double = 0, τ: Double = 0) throws -> RainSpecificAttenuation {
        try RainSpecificAttenuation(
            frequency: Frequency(gigahertz: gigahertz), elevationDegrees: θ, tiltDegrees: τ)
    }

    @Test("no rain takes nothing, and more rain takes more", arguments: [1.0, 6, 28, 80, 300, 1000])
    func monotony(gigahertz: Double) throws {
        let rain = try Self.rain(gigahertz)
        #expect(try rain.dBPerKilometre(rainRate: 0) == 0)
        let losses = try stride(from: 0.0, through: 200, by: 0.5).map { try rain.dBPerKilometre(rainRate: $0) }
        #expect(zip(losses.dropFirst(), losses).allSatisfy { $0 > $1 })
    }

    @Test("circular polarization lies between horizontal and vertical", arguments: [1.0, 4.9, 10, 28, 40, 80, 400])
    func circular(gigahertz: Double) throws {
        func isBetween(_ value: (_ tilt: Double) throws -> Double) rethrows -> Bool {
            let (horizontal, circular, vertical) = (try value(0), try value(45), try value(90))
            return min(horizontal, vertical) < circular && circular < max(horizontal, vertical)
        }
        #expect(try isBetween { try Self.rain(gigahertz, τ: $0).k })
        #expect(try isBetween { try Self.rain(gigahertz, τ: $0).alpha })
        // At 1 GHz horizontal has the smaller k and the larger α, so that the two attenuations cross near 5 mm/h.
        guard gigahertz > 1 else { return }
        for rate in [0.25, 5, 42, 150] {
            #expect(try isBetween { try Self.rain(gigahertz, τ: $0).dBPerKilometre(rainRate: rate) })
        }
    }

    @Test("towards the zenith the tilt of the polarization does not count")
    func zenith() throws {
        for τ in [0.0, 30, 45, 90] {
            let rain = try Self.rain(28, θ: 90, τ: τ)
            let circular = try Self.rain(28, τ: 45)
            // 1e-15: cos² 90° is 4e-33 and cos 90° is 6e-17 in Double.
            #expect(abs(rain.k - circular.k) < 1e-15 && abs(rain.alpha - circular.alpha) < 1e-15)
        }
    }

    @Test("a linear polarization has the tilt of its name")
    func tilts() {
        #expect(RainSpecificAttenuation.tiltDegrees(of: .horizontal) == 0)
        #expect(RainSpecificAttenuation.tiltDegrees(of: .vertical) == 90)
    }

    @Test("every coefficient and attenuation inside the ranges is finite and positive")
    func wholeBox() throws {
        let seed: UInt64 = 838
        var g = SeededGenerator(seed: seed)
        for _ in 0..<5000 {
            let f = g.uniform(in: 1...1000)
            let rain = try Self.rain(f, θ: g.uniform(in: -90...90), τ: g.uniform(in: -180...180))
            let loss = try rain.dBPerKilometre(rainRate: g.uniform(in: 1e-9...2000))
            #expect(rain.k > 0 && rain.alpha > 0 && rain.k.isFinite && rain.alpha.isFinite, "seed \(seed): \(f) GHz")
            #expect(loss > 0 && loss.isFinite, "seed \(seed): \(f) GHz")
        }
    }

    @Test("a value outside its range is refused")
    func refusals() throws {
        for (f, θ, τ, words) in [
            (0.999, 0.0, 0.0, "999 MHz"), (1001, 0, 0, "1001000 MHz"), (.nan, 0, 0, "nan"),
            (28, 91, 0, "91 ° is outside Recommendation ITU-R P.838-3 (-90 to 90 °)"), (28, 0, -181, "-181 °"),
            (28, 0, .infinity, "inf °"),
        ] {
            let error = #expect(throws: MastheadError.self) { try Self.rain(f, θ: θ, τ: τ) }
            #expect(error?.code == .outsideValidity && error?.remedy.hasPrefix("Use a") == true)
            #expect(error?.problem.contains(words) == true, "\(error?.problem ?? "")")
        }
        let rain = try Self.rain(28)
        for rate in [-1.0, 2001, .nan, .infinity] {
            let error = #expect(throws: MastheadError.self) { try rain.dBPerKilometre(rainRate: rate) }
            #expect(error?.code == .outsideValidity)
            #expect(error?.problem.contains("(0 to 2000 mm/h)") == true, "\(error?.problem ?? "")")
        }
    }
}

@Suite("Rain over a link (P.530)")
struct RainLinkTests {
    static func rain(_ gigahertz: Double, rate: Double, tilt: Double = 0) throws -> RainAttenuation {
        try RainAttenuation(frequency: Frequency(gigahertz: gigahertz), rainRate: rate, tiltDegrees: tilt)
    }

    // A program without the cap has a factor of 1 over the denominator, up to 2.4 times as much.
    @Test("the distance factor of a short link is 2.5 and no more", arguments: [0.02, 0.05, 0.1, 0.2, 0.3])
    func cap(kilometres: Double) throws {
        for (gigahertz, rate) in [(18.0, 10.0), (28, 22), (40, 22), (80, 22)] {
            let rain = try Self.rain(gigahertz, rate: rate)
            let denominator = rain.factorDenominator(lengthKilometres: kilometres)
            #expect(denominator > 0 && denominator < 0.4)
            #expect(rain.distanceFactor(lengthKilometres: kilometres) == 2.5)
            let uncapped = rain.specificDBPerKilometre * kilometres / denominator
            let loss = try rain.lossDB(lengthKilometres: kilometres, timePercent: 0.01)
            // 0.5 %: at 0.01 % of the time the factor of (34) is 1 but for the rounding of its constants.
            #expect(abs(loss / (2.5 * rain.specificDBPerKilometre * kilometres) - 1) < 0.005)
            #expect(loss < 0.99 * uncapped)
        }
    }

    @Test("a long link in light rain has a negative denominator, and the factor 2.5")
    func negativeDenominator() throws {
        let rain = try Self.rain(1, rate: 1)
        #expect(rain.factorDenominator(lengthKilometres: 60) < 0)
        #expect(rain.distanceFactor(lengthKilometres: 60) == 2.5)
        #expect(try rain.lossDB(lengthKilometres: 60, timePercent: 0.01) > 0)
    }

    @Test("the distance factor has no step where the denominator crosses 0.4")
    func capJoins() throws {
        let rain = try Self.rain(28, rate: 42)
        let factors = stride(from: 0.3, through: 0.6, by: 0.0001).map { rain.distanceFactor(lengthKilometres: $0) }
        #expect(factors.first == 2.5 && factors.last.map { $0 < 2.5 } == true)
        // 0.001: the factor falls by about 4 in a kilometre, 0.0004 in a step.
        #expect(zip(factors.dropFirst(), factors).allSatisfy { $0 <= $1 && $1 - $0 < 0.001 })
    }

    // With (log₁₀(f/10))^0.8 the share is 0.0974 at 40 GHz, 4 % less.
    @Test("the power of 0.8 in C₀ is inside the logarithm")
    func powerInsideLogarithm() throws {
        for (gigahertz, share) in [(40.0, 0.101389), (80, 0.096260), (10, 0.112484), (5, 0.112484)] {
            let rain = try Self.rain(gigahertz, rate: 32)
            let whole = try rain.lossDB(lengthKilometres: 5, timePercent: 1)
            // 2e-6: worked out by hand with six digits, C₁ = 0.07^C₀ 0.12^(1 − C₀), which is all of (34) at 1 %.
            #expect(abs(whole / rain.hundredthPercentDB(lengthKilometres: 5) - share) < 2e-6, "\(gigahertz) GHz")
        }
    }

    @Test("a smaller part of the time has a larger attenuation", arguments: [1.0, 6, 10, 28, 40, 80, 100])
    func monotony(gigahertz: Double) throws {
        let rain = try Self.rain(gigahertz, rate: 42)
        let losses = try (0...300).map {
            // From 1 % down to 0.001 %; the last power of ten is rounded, and kept inside the range.
            let p = max(pow(10, -Double($0) / 100), 0.001)
            return try rain.lossDB(lengthKilometres: 5, timePercent: p)
        }
        #expect(zip(losses.dropFirst(), losses).allSatisfy { $0 > $1 })
    }

    @Test("no rain and no length take nothing")
    func nothing() throws {
        #expect(try Self.rain(28, rate: 0).lossDB(lengthKilometres: 5, timePercent: 0.01) == 0)
        #expect(try Self.rain(28, rate: 0).ledger(lengthKilometres: 60, timePercent: 0.001).total == 0)
        #expect(try Self.rain(28, rate: 42).lossDB(lengthKilometres: 0, timePercent: 0.01) == 0)
    }

    @Test("the ledger has the loss, and the steps to it with their sources")
    func ledger() throws {
        let rain = try Self.rain(28, rate: 42, tilt: 90)
        let ledger = try rain.ledger(lengthKilometres: 2, timePercent: 0.01)
        #expect(ledger.total == (try rain.lossDB(lengthKilometres: 2, timePercent: 0.01)))
        let sources = Set(ledger.terms.compactMap { $0.source?.document })
        #expect(sources == [RainAttenuation.entry.edition, RainSpecificAttenuation.entry.edition])
    }

    @Test("every loss inside the ranges is finite and not negative")
    func wholeBox() throws {
        let seed: UInt64 = 530
        var g = SeededGenerator(seed: seed)
        for _ in 0..<5000 {
            let rain = try Self.rain(
                g.uniform(in: 1...100), rate: g.uniform(in: 0...2000), tilt: g.uniform(in: -180...180))
            let (d, p) = (g.uniform(in: 0...60), g.uniform(in: 0.001...1))
            let loss = try rain.lossDB(lengthKilometres: d, timePercent: p)
            #expect(loss.isFinite && loss >= 0, "seed \(seed): \(rain), \(d) km, \(p) %")
        }
    }

    @Test("a length beyond 60 km, and a part of the time outside 0.001 to 1 %, are refused; both ends are not")
    func refusals() throws {
        let rain = try Self.rain(28, rate: 42)
        for (d, p) in [(0.0, 0.001), (60, 1)] { #expect(try rain.lossDB(lengthKilometres: d, timePercent: p) >= 0) }
        for (d, p, words) in [
            (60.1, 0.01, "path length 60.1 km is outside Recommendation ITU-R P.530-18 (0 to 60 km)"),
            (-0.1, 0.01, "path length -0.1 km"), (.nan, 0.01, "path length nan km"),
            (5, 0.0009, "time percentage of rain 0.0009 % is outside Recommendation ITU-R P.530-18 (0.001 to 1 %)"),
            (5, 1.1, "time percentage of rain 1.1 %"), (5, .nan, "time percentage of rain nan %"),
        ] {
            let error = #expect(throws: MastheadError.self) { try rain.ledger(lengthKilometres: d, timePercent: p) }
            #expect(error?.code == .outsideValidity && error?.remedy.hasPrefix("Use a") == true)
            #expect(error?.problem.contains(words) == true, "\(error?.problem ?? "")")
        }
        for (f, rate, tilt) in [(0.9, 42.0, 0.0), (101, 42, 0), (28, -1, 0), (28, .infinity, 0), (28, 42, 200)] {
            let error = #expect(throws: MastheadError.self) { try Self.rain(f, rate: rate, tilt: tilt) }
            #expect(error?.code == .outsideValidity)
        }
    }
}
