public import MastheadCore

/// The raster layers of a job, by role.
public struct LayersSpec: Sendable {
    /// Bare earth.
    public let ground: GroundSpec
    /// Tops of trees and buildings; checked and carried, not yet used by a model.
    public let surface: SurfaceSpec?
    /// What stands on the ground; nil for bare ground.
    public let clutter: ClutterSpec?
    /// Where people live.
    public let population: PopulationSpec
    /// Radio-climatic zones.
    public let zones: ZonesSpec
}

/// The ground layer.
public struct GroundSpec: Sendable {
    /// What a void under a needed cell does.
    public enum Voids: String, Sendable, CaseIterable {
        /// It is an error with its place.
        case refuse
        /// The paths that cross it are left out, and counted.
        case caveat
    }

    /// A raster, a VRT or a folder of tiles; altitudes in metres.
    public let path: Entry<JobPath>
    /// Spacing of the terrain grid; nil for the resolution of the study grid.
    public let step: Entry<Length>?
    /// What a void does.
    public let voids: Entry<Voids>
    /// Source and licence, printed on maps.
    public let credit: Entry<String>?
}

/// The surface layer.
public struct SurfaceSpec: Sendable {
    /// A raster, a VRT or a folder of tiles; altitudes of tops in metres.
    public let path: Entry<JobPath>
    /// Source and licence, printed on maps.
    public let credit: Entry<String>?
}

/// The clutter layer.
public struct ClutterSpec: Sendable {
    /// The table that turns class codes into heights.
    public enum Classes: Sendable, Hashable {
        /// A table that comes with Masthead, by name: `"esa-worldcover"`.
        case builtIn(String)
        /// A table of the user.
        case file(JobPath)
    }

    /// A raster of class codes.
    public let path: Entry<JobPath>
    /// Which table reads the codes.
    public let classes: Entry<Classes>
    /// Source and licence, printed on maps.
    public let credit: Entry<String>?
}

/// The population layer.
public struct PopulationSpec: Sendable {
    /// What a pixel holds.
    public enum Kind: String, Sendable, CaseIterable {
        /// Persons in the pixel.
        case count
        /// Persons per square kilometre.
        case density
    }

    /// A raster of people.
    public let path: Entry<JobPath>
    /// What a pixel holds.
    public let kind: Entry<Kind>
    /// The source's name and year, printed beside every figure; nil to use the file's name.
    public let name: Entry<String>?
    /// Source and licence, printed on maps.
    public let credit: Entry<String>?
}

/// Where the radio-climatic zones come from.
public struct ZonesSpec: Sendable {
    /// The source of the zones.
    public enum Source: Sendable, Hashable {
        /// All inland.
        case inland
        /// Sea where the clutter says water and the ground is low; coastal land near it.
        case clutter
        /// A raster of codes: 1 sea, 3 coastal land, 4 inland.
        case file(JobPath)
    }

    /// The source of the zones.
    public let from: Entry<Source>
    /// Water whose ground lies at or below this altitude is sea; only with `from: clutter`.
    public let seaBelow: Entry<Length>
}
