/// What a search finds for sixteen receivers of a radial, one lane each: plain numbers, not yet the values of the
/// equations.
struct ReceiverBatch: ~Copyable {
    /// The receivers of a batch.
    static let lanes = 16

    /// A number of each receiver. Slopes are in m/km, lengths in km, heights in m.
    enum Field: Int, CaseIterable {
        /// d, and X of the radial: whole points and the rest.
        case length, wholePoints, restPoints
        /// Points before the receiver.
        case points
        /// hrs − hts.
        case rise
        /// Over the median effective radius: Stim without c d, Srim, and the smallest v²/(x (X − x)) in sight, else −1.
        case surfaceForward, surfaceBack, clearance
        /// The same over the enhanced effective radius.
        case enhancedForward, enhancedBack, enhancedClearance
        /// Over bare ground: Stim without c d, and Srim; the horizons, or the principal edge on a path in sight.
        case groundForward, groundBack, transmitterHorizon, receiverHorizon
        /// 1 where bare ground hides the antennas from each other, else 0.
        case transhorizon
        /// Heights of the antennas above the smooth surface, for diffraction and for ducting.
        case diffractionTransmitter, diffractionReceiver, effectiveTransmitter, effectiveReceiver
        /// hm.
        case roughness
        /// ω, dtm, dlm, dct, dcr.
        case seaShare, longestLand, longestInland, transmitterCoast, receiverCoast
        /// Altitudes of both antennas, for the coupling to ducts over the sea.
        case transmitterAltitude, receiverAltitude
        /// 1 where the receiver stands on the sea, else 0.
        case receiverAtSea
        /// Clutter at the receiver and height of its antenna, and the latitude of the middle of the path in degrees.
        case receiverClutter, receiverAntenna, latitude
    }

    private let values = Row<Float>(capacity: Field.allCases.count * Self.lanes)

    /// Whether all principal edges are there; where not, those of paths in sight are not searched yet.
    var hasEdges: Bool {
        get { edges[0] }
        nonmutating set { edges[0] = newValue }
    }
    private let edges = Row<Bool>(capacity: 1, filledWith: true)

    /// The number of one receiver.
    @inline(__always) subscript(_ field: Field, _ lane: Int) -> Float {
        get { values[field.rawValue * Self.lanes + lane] }
        nonmutating set { values[field.rawValue * Self.lanes + lane] = newValue }
    }

    /// The numbers of all receivers.
    @inline(__always) subscript(_ field: Field) -> Wide { values[wide: field.rawValue * Self.lanes] }

    /// Gives lanes from `count` on the numbers of lane 0, so that they are receivers too.
    func fillUp(from count: Int) {
        guard count < Self.lanes else { return }
        for field in Field.allCases {
            let first = self[field, 0]
            for lane in count..<Self.lanes { self[field, lane] = first }
        }
    }
}
