import Foundation

/// Measures what the README states: the models, the coverage of one site, and the memory of whole runs.
///
///     MastheadBench [models|radial|memory|run|coverage [DEM]]
@main
struct MastheadBench {
    static func main() throws {
        let asked = CommandLine.arguments.dropFirst()
        if asked.isEmpty || asked.contains("models") { try ModelBench.run() }
        var measures: [Measure] = []
        if asked.isEmpty || asked.contains("radial") { measures += try RadialBench.run() }
        if asked.isEmpty || asked.contains("coverage") {
            measures += try CoverageBench.run(ground: asked.first == "coverage" ? asked.dropFirst().first : nil)
        }
        if asked.isEmpty || asked.contains("run") { measures += try RunBench.run() }
        if asked.isEmpty || asked.contains("memory") { try MemoryBench.run() }
        if !measures.isEmpty { print("\n" + Measure.table(measures)) }
    }
}
