import Foundation
import MastheadGeo
import MastheadJobs
import MastheadOutput
import MastheadPlanning

/// A small run that was done in this process, with what it published.
struct FinishedSmallRun {
    let run: SmallRun
    let folder: String
    let manifest: RunManifest
    let figures: RunFigures

    init(_ run: SmallRun, rays: RayForm = .nearestRadial) throws {
        self.run = run
        _ = try RunService.run(jobPath: run.job.path, options: RunOptions(threads: 2, rays: rays))
        folder = try run.runFolder().path
        manifest = try JSONFile.read(RunManifest.self, from: folder + "/manifest.json")
        figures = try JSONFile.read(RunFigures.self, from: folder + "/figures.json")
    }

    /// The stored numbers of a product at every cell of the study grid.
    func cells(_ product: String) throws -> [Float] {
        let layer = try RasterLayer.open(role: "product", path: "\(folder)/\(product)")
        var reader = try RasterReader(layer, on: manifest.grid)
        return try reader.values(in: manifest.grid.window, method: .nearest)
    }

    /// The bytes of a product.
    func data(_ product: String) throws -> Data { try Data(contentsOf: URL(filePath: "\(folder)/\(product)")) }
}
