public import MastheadCore
public import MastheadPlanning

/// How base stations per 10,000 persons are counted, and what is aimed at.
public struct DensitySpec: Sendable {
    /// Base stations per 10,000 persons aimed at.
    public let target: Entry<Double>
    /// What is counted.
    public let count: Entry<CountingRule>
}

extension DensitySpec {
    static let targetKey = Key(
        "target", ValueKind.number(0.001...10_000, of: "base stations per 10,000 persons"), default: 18, "18",
        "Base stations per 10,000 persons aimed at; the tables say how many are missing to it.")
    static let countKey = Key(
        "count", ValueKind<CountingRule>.choice, default: .station, "station",
        "What counts as one: `site` (mast), `station` (base station of the register), `cell` (sector and carrier) or "
            + "`band-layer` (band of a station). Printed with every figure.")

    static let group = KeyGroup(
        "density", "Base stations per 10,000 persons.", [targetKey.description, countKey.description]
    ) { reader -> DensitySpec? in
        guard let target = reader[targetKey], let count = reader[countKey] else { return nil }
        return DensitySpec(target: target, count: count)
    }
}

/// How much that is wrong with the input a run bears.
public struct LimitsSpec: Sendable {
    /// Share of register rows that may be set aside.
    public let quarantine: Entry<Share>
}

extension LimitsSpec {
    static let quarantineKey = Key(
        "quarantine", ValueKind.quantity(Share(percent: 0)...Share(percent: 100)), default: Share(percent: 5), "5 %",
        "Share of register rows that may be set aside as unusable; above it the run refuses.")

    static let group = KeyGroup(
        "limits", "How much that is wrong with the input a run bears.", [quarantineKey.description]
    ) { reader -> LimitsSpec? in
        reader[quarantineKey].map { LimitsSpec(quarantine: $0) }
    }
}

/// How the work is done; none of it changes a result.
public struct RunSpec: Sendable {
    /// Worker threads; nil for all processors.
    public let threads: Entry<Int>?
    /// Cells along the side of a tile.
    public let tile: Entry<Int>
}

extension RunSpec {
    static let threadsKey = Key(
        "threads", ValueKind.integer(1...1024), .optional("all processors"), example: "4",
        "Worker threads. The result is the same for any number; memory grows with it. `--threads` overrides it.")
    static let tileKey = Key(
        "tile", ValueKind.integer(16...4096), default: 128, "128",
        "Cells along the side of a tile, the unit of work, of memory and of resuming.")

    static let group = KeyGroup(
        "run", "How the work is done. Nothing here changes a result.", [threadsKey.description, tileKey.description]
    ) { reader -> RunSpec? in
        reader[tileKey].map { RunSpec(threads: reader[threadsKey], tile: $0) }
    }
}
