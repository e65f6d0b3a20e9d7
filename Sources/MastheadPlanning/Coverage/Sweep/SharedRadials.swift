import MastheadCore
import MastheadPropagation

/// The searches of a station's masts: those with the same rule for clutter share the radial, those with the same heights
/// the search, and their carriers the geometry.
struct SharedRadials {
    /// Masts of one antenna height and one receiver height.
    struct Search {
        let antennaMetres: Double
        let receiverMetres: Double
        /// All of them, as indices into the station's masts; those that share their limits together.
        var masts: [[Int]] = []
        /// Those that the kernel computes, in the kernel's order, and the others.
        var kernelMasts: [Int] = []
        var profileMasts: [Int] = []
        var kernel: RadialKernel?

        /// The mast whose outcomes are those of a mast: the first that shares its limits.
        func deciding(_ number: Int) -> Int { masts.first { $0.contains(number) }?[0] ?? number }
    }

    /// A radial with its searches.
    struct Shared {
        let clutterFreeKilometres: Double
        let radial: Radial
        var searches: [Search]
    }

    private(set) var radials: [Shared] = []

    /// - Parameters:
    ///   - limits: What decides the outcomes of each mast.
    ///   - scans: Whether all models are to be asked over profiles.
    init(_ masts: [Mast], limits: [SiteSweep.Limits], bands: [Band], capacity: Int, scans: Bool) {
        let own = masts.map { ($0.model as? any RadialModel)?.radialTail }
        // Clutter stands where the kernel would have it, scanned or not.
        let tails = scans ? own.map { _ in nil } : own
        for (number, mast) in masts.enumerated() {
            let clutterFree = own[number]?.clutterFreeKilometres ?? 0
            let shared =
                radials.firstIndex { $0.clutterFreeKilometres == clutterFree }
                ?? {
                    radials.append(
                        Shared(
                            clutterFreeKilometres: clutterFree, radial: Radial(capacity: capacity), searches: []))
                    return radials.count - 1
                }()
            let receiver = bands[mast.band].receiverHeight.metres
            let search =
                radials[shared].searches.firstIndex {
                    $0.antennaMetres == mast.heightMetres && $0.receiverMetres == receiver
                }
                ?? {
                    radials[shared].searches.append(
                        Search(antennaMetres: mast.heightMetres, receiverMetres: receiver))
                    return radials[shared].searches.count - 1
                }()
            let same = radials[shared].searches[search].masts.firstIndex { limits[$0[0]] == limits[number] }
            if let same {
                radials[shared].searches[search].masts[same].append(number)
            } else {
                radials[shared].searches[search].masts.append([number])
            }
            if tails[number] == nil {
                radials[shared].searches[search].profileMasts.append(number)
            } else {
                radials[shared].searches[search].kernelMasts.append(number)
            }
        }
        for shared in radials.indices {
            for search in radials[shared].searches.indices {
                let own = radials[shared].searches[search].kernelMasts.compactMap { tails[$0] }
                guard !own.isEmpty else { continue }
                radials[shared].searches[search].kernel = RadialKernel(radials[shared].radial, tails: own)
            }
        }
    }
}
