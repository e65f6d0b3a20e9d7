import Foundation
import MastheadCore
import MastheadGeo
import MastheadTestSupport
import Testing

@Suite("masthead coverage", .enabled(if: CommandRunner.path != nil, Comment(rawValue: CommandRunner.absence)))
struct CommandCoverageTests {
    @Test("each carrier has a raster of losses in the disc and nothing outside it")
    func rasters() throws {
        let world = try CoverageWorld()
        let result = try world.coverage("out", [])
        #expect(result.status == 0, "\(result.err)")
        #expect(result.out.contains("loss-763MHz.tif") && result.out.contains("loss-2600MHz.tif"), "\(result.out)")
        let grid = try world.grid("out")
        let losses = try world.values("out", "loss-763MHz.tif")
        let cells = losses.count { !$0.isNaN }
        #expect(try world.tally("out", 0) == world.tally("out", 0).merging(["cells": cells, "valued": cells]) { $1 })
        // 1 %: a circle of 45 cells' radius holds its area in cells to a few dozen of 6360.
        let expected = Double.pi * 25e6 / (grid.cellMetres * grid.cellMetres)
        #expect(abs(Double(cells) / expected - 1) < 0.01)
        let locator = try GridLocator(grid)
        let mast = try locator.plane(of: GeographicPosition(longitudeDegrees: 10, latitudeDegrees: 50))
        for (index, loss) in losses.enumerated() where !loss.isNaN {
            let centre = grid.centre(column: index % grid.columns, row: index / grid.columns)
            let metres = max(
                1, ((centre.x - mast.x) * (centre.x - mast.x) + (centre.y - mast.y) * (centre.y - mast.y)).squareRoot())
            #expect(metres < 5001)
            // 0.1 dB: the median loss over land never undercuts free space, here counted without the antenna's height.
            #expect(Double(loss) > 32.45 + 20 * log10(763) + 20 * log10(metres / 1000) - 0.1, "at \(metres) m")
        }
    }

    @Test("the bytes are the same for one thread and for four")
    func threads() throws {
        let world = try CoverageWorld()
        for count in ["1", "4"] {
            let result = try world.coverage(
                "out-\(count)", ["--threads", count, "--eirp", "60dBm", "--azimuth", "30,200"])
            #expect(result.status == 0, "\(result.err)")
        }
        for name in ["level-763MHz.tif", "level-2600MHz.tif", "site.json"] {
            #expect(try world.bytes("out-1/\(name)") == world.bytes("out-4/\(name)"), "\(name)")
        }
    }

    @Test("cells on their own rays have the loss that masthead profile gives")
    func agreement() throws {
        let world = try CoverageWorld()
        let result = try world.coverage("out", ["--exact-rays"], carrier: "763MHz")
        #expect(result.status == 0, "\(result.err)")
        let grid = try world.grid("out")
        let losses = try world.values("out", "loss-763MHz.tif")
        let locator = try GridLocator(grid)
        for (column, row) in [(grid.columns / 2, 5), (80, 60), (20, 40), (70, 25), (12, grid.rows / 2)] {
            let loss = try #require(
                losses[row * grid.columns + column].isNaN ? nil : losses[row * grid.columns + column])
            let place = try locator.geographic(of: grid.centre(column: column, row: row))
            let profile = try CommandRunner.run([
                "profile", "--from", "10,50", "--to", "\(place.longitudeDegrees),\(place.latitudeDegrees)",
                "--carrier", "763MHz", "--ground", world.ground, "--height-tx", "30 m", "--height-rx", "1.5 m",
                "--step", "111 m", "--json",
            ])
            let object = try JSONSerialization.jsonObject(with: Data(profile.out.utf8)) as? [String: Any]
            let expected = try #require(object?["loss_db"] as? Double, "\(profile.err)")
            // 0.5 dB: both read the same raster onto grids whose cells lie up to half a cell apart; on these hills the
            // ground differs by 0.2 m at most, which moves the height above an edge by as much.
            #expect(abs(Double(loss) - expected) < 0.5, "cell \(column), \(row): \(loss) and \(expected)")
        }
    }

    @Test("the nearest radial and the cell's own ray differ by little, and by something")
    func radialsAndRays() throws {
        let world = try CoverageWorld()
        _ = try world.coverage("radials", [], carrier: "763MHz")
        _ = try world.coverage("rays", ["--exact-rays"], carrier: "763MHz")
        let pairs = try zip(world.values("radials", "loss-763MHz.tif"), world.values("rays", "loss-763MHz.tif"))
            .filter { !$0.0.isNaN || !$0.1.isNaN }
        #expect(pairs.allSatisfy { !$0.0.isNaN && !$0.1.isNaN })
        let differences = pairs.map { abs($0.0 - $0.1) }.sorted()
        // A radial passes a cell at a quarter of its side at most, 28 m. On slopes of up to 6 % across it, the last edge
        // before a receiver of 1.5 m stands up to 1.7 m higher or lower: dB near grazing, hundredths elsewhere.
        #expect(differences[differences.count / 2] < 0.1)
        #expect(differences[differences.count * 99 / 100] < 3)
        #expect(differences.last ?? 0 > 0)
    }

    @Test("a level is the EIRP of a resource element less the loss")
    func levels() throws {
        let world = try CoverageWorld()
        #expect(try world.coverage("loss", [], carrier: "763MHz").status == 0)
        let result = try world.coverage("level", ["--template", "auto"], carrier: "763MHz")
        #expect(result.status == 0, "\(result.err)")
        let carrier = try #require(world.carriers("level").first)
        #expect(carrier["template"] as? String == "n28-700")
        #expect(carrier["quantity"] as? String == "SS-RSRP")
        // 50.8 dBm − 3 dB + 15 dBi − 10 log₁₀(12 · 160), the values of the template; 0.005: to the hundredth.
        let eirp = try #require((carrier["eirpDBm"] as? NSNumber)?.doubleValue)
        #expect(abs(eirp - 29.967) < 0.005)
        for (loss, level) in try zip(world.values("loss", "loss-763MHz.tif"), world.values("level", "level-763MHz.tif"))
        {
            #expect(loss.isNaN == level.isNaN)
            // 0.011 dB: both are rounded to hundredths.
            if !loss.isNaN { #expect(abs(Double(loss + level) - eirp) < 0.011) }
        }
        #expect(result.out.contains("%") && result.out.contains("-99.7 dBm"), "\(result.out)")
    }

    @Test("a sector is strongest towards its azimuth")
    func azimuth() throws {
        let world = try CoverageWorld()
        let result = try world.coverage(
            "east", ["--eirp", "60 dBm", "--azimuth", "90", "--tilt", "2"], carrier: "763MHz")
        #expect(result.status == 0, "\(result.err)")
        _ = try world.coverage("all", ["--eirp", "60 dBm"], carrier: "763MHz")
        let grid = try world.grid("east")
        let east = try world.values("east", "level-763MHz.tif")
        let all = try world.values("all", "level-763MHz.tif")
        let row = grid.rows / 2
        // TR 38.901 sector: at the rim the vertical cut costs below 1 dB ahead, and 30 dB are lost behind.
        #expect(all[row * grid.columns + grid.columns - 3] - east[row * grid.columns + grid.columns - 3] < 1)
        #expect(abs(all[row * grid.columns + 2] - east[row * grid.columns + 2] - 30) < 0.02)
    }

    @Test("cloud optimized files hold the same values")
    func cloudOptimized() throws {
        let world = try CoverageWorld()
        #expect(try world.coverage("plain", [], carrier: "763MHz").status == 0)
        #expect(try world.coverage("cog", ["--cog"], carrier: "763MHz").status == 0)
        let plain = try world.values("plain", "loss-763MHz.tif")
        let cog = try world.values("cog", "loss-763MHz.tif")
        #expect(zip(plain, cog).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) })
    }

    @Test("carriers that read the surface and carriers that do not are computed together, the same as alone")
    func groups() throws {
        let world = try CoverageWorld()
        let surface = ["--height", "10", "--surface", world.ground]
        let both = try world.coverage("both", surface + ["--template", "n28-700,n258-26"], carrier: nil, radius: "3km")
        #expect(both.status == 0, "\(both.err)")
        let low = try world.coverage("low", ["--height", "10", "--template", "n28-700"], carrier: nil, radius: "3km")
        #expect(low.status == 0, "\(low.err)")
        let high = try world.coverage("high", surface + ["--template", "n258-26"], carrier: nil, radius: "3km")
        #expect(high.status == 0, "\(high.err)")
        #expect(try world.bytes("both/level-773MHz.tif") == world.bytes("low/level-773MHz.tif"))
        #expect(try world.bytes("both/level-26000MHz.tif") == world.bytes("high/level-26000MHz.tif"))
    }
}
