import MastheadGeo

/// A town or village of the sample.
struct Settlement {
    /// From 1, by size.
    let rank: Int
    let name: String
    /// Its centre.
    let point: PlanePoint
    /// The people it is home to.
    let people: Double

    /// The town that the region grew around.
    var isMainTown: Bool { rank == 1 }

    /// The people per square kilometre at the centre: 800 for a thousand people, more in larger places.
    var coreDensity: Double { 800 * Shape.threeEighths(people / 1000) }

    /// The radius within which half of the people live, m: what a hump of that height and number of people has.
    var radiusMetres: Double { (people / (Double.pi * coreDensity)).squareRoot() * 1000 }
}
