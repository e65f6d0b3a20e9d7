import Foundation
import MastheadCore
import MastheadGeo
import MastheadJobs
import MastheadOutput
import MastheadPlanning
import MastheadTestSupport
import Testing

@Suite("What a run publishes agrees with itself")
struct AgreementTests {
    /// `explain` computes every mast in reach; the run leaves out those whose bound cannot win. Equal values show that
    /// the cut is exact.
    @Test("the raster holds what explain computes without any cut, at 40 seeded cells")
    func rasterIsExplained() throws {
        let run = try SmallRun()
        defer { run.remove() }
        let finished = try FinishedSmallRun(run)
        let grid = finished.manifest.grid
        let levels = try finished.cells("level-n28-700.tif")
        let covered = try finished.cells("covered-n28-700.tif")
        let locator = try GridLocator(grid)
        var generator = SeededGenerator(seed: 11)
        var tried = 0
        while tried < 40 {
            let column = Int.random(in: 0..<grid.columns, using: &generator)
            let row = Int.random(in: 0..<grid.rows, using: &generator)
            let index = row * grid.columns + column
            guard !levels[index].isNaN else { continue }
            tried += 1
            let place = try locator.geographic(of: grid.centre(column: column, row: row))
            let answer = try ExplainService.explain(run: finished.folder, question: .place(place, band: nil))
            let total = try #require(answer.ledgers.first).total
            // Half a hundredth: the step of the raster; 1e-4 for the raster's single precision at -100 dBm.
            #expect(abs(Double(levels[index]) - total) <= 0.0051, "column \(column), row \(row)")
            let says = answer.lines.first { $0.name == "covered" }?.value
            #expect(says?.hasPrefix(covered[index] == 1 ? "yes" : "no") == true)
        }
    }

    @Test("regions sum to the study area, sectors to the covered people, and people to their source")
    func sums() throws {
        let run = try SmallRun()
        defer { run.remove() }
        let finished = try FinishedSmallRun(run)
        let figures = finished.figures
        #expect(figures.regions.reduce(PersonCount.zero) { $0 + $1.people } == figures.total.people)
        #expect(figures.regions.reduce(0) { $0 + $1.squareCentimetres } == figures.total.squareCentimetres)
        #expect(figures.regions.reduce(0) { $0 + $1.stations } == figures.total.stations)
        #expect(
            figures.sectors.reduce(PersonCount.zero) { $0 + $1.servedPeople } == figures.total.bands[0].coveredPeople)
        #expect(figures.total.people == figures.sourcePeople)
        #expect(finished.manifest.population.relativeDifference == 0)
    }

    @Test("more sites never lower the level of any cell")
    func moreSites() throws {
        let all = try SmallRun()
        let half = try SmallRun()
        defer {
            all.remove()
            half.remove()
        }
        let register = SharedData.root.appending(path: "Geo/samples/small-bay/base-stations-700.csv")
        let lines = try String(contentsOf: register, encoding: .utf8).split(separator: "\n")
        let fewer = lines.prefix(1) + lines.dropFirst().enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
        try fewer.joined(separator: "\n").write(
            to: half.folder.appending(path: "half.csv"), atomically: true, encoding: .utf8)
        let text = try String(contentsOf: half.job, encoding: .utf8)
        try text.replacing(register.path, with: "half.csv").write(to: half.job, atomically: true, encoding: .utf8)
        let many = try FinishedSmallRun(all).cells("level-n28-700.tif")
        let few = try FinishedSmallRun(half).cells("level-n28-700.tif")
        #expect(many.count == few.count)
        #expect(zip(many, few).allSatisfy { $1.isNaN || $0 >= $1 })
        #expect(zip(many, few).contains { $0 > $1 })
    }
}
