import MastheadCore
import MastheadGeo

/// One terrain reader for each group of bands, for one thread.
struct GroupReaders {
    /// A reader by reference: arrays hold no handles.
    final class Shelf {
        var reader: TerrainReader

        init(_ reader: consuming TerrainReader) { self.reader = reader }
    }

    private let shelves: [Shelf]

    /// Opens the terrain of each group.
    ///
    /// - Throws: As `TerrainReader`.
    init(_ setup: CoverageSetup) throws(MastheadError) {
        var shelves: [Shelf] = []
        for group in setup.groups { shelves.append(Shelf(try TerrainReader(group.terrain))) }
        self.shelves = shelves
    }

    /// The reader of a group, by its index.
    subscript(group: Int) -> Shelf { shelves[group] }
}
