import Foundation

/// Measures what the README states: the models, the coverage of one site, and the memory of whole runs.
///
///     MastheadBench [models|radial|memory|run|placement|protection [STATIONS]|coverage [DEM]]
@main
struct MastheadBench {
    static func main() throws {
        let asked = CommandLine.arguments.dropFirst()
        print(machine)
        if asked.isEmpty || asked.contains("models") { try ModelBench.run() }
        var measures: [Measure] = []
        if asked.isEmpty || asked.contains("radial") { measures += try RadialBench.run() }
        if asked.isEmpty || asked.contains("coverage") {
            measures += try CoverageBench.run(ground: asked.first == "coverage" ? asked.dropFirst().first : nil)
        }
        if asked.isEmpty || asked.contains("run") { measures += try RunBench.run() }
        if asked.isEmpty || asked.contains("placement") { measures += try PlacementBench.run() }
        if asked.isEmpty || asked.contains("protection") {
            measures += try ProtectionBench.run(stations: asked.dropFirst().first.flatMap(Int.init) ?? 300)
        }
        if asked.isEmpty || asked.contains("memory") { try MemoryBench.run() }
        if !measures.isEmpty { print("\n" + Measure.table(measures)) }
    }

    /// The machine in words: figures from one that has other work to do say little.
    private static var machine: String {
        var loads = [0.0, 0, 0]
        let known = unsafe getloadavg(&loads, 3)
        let load = known > 0 ? String(format: "%.1f", loads[0]) : "not known"
        return "\(ProcessInfo.processInfo.activeProcessorCount) cores; load of the last minute before this \(load)\n"
    }
}
