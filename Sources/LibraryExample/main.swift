import MastheadCore
import MastheadPropagation

let profile = try PathProfile(
    distanceKilometres: [0, 1, 2, 3, 4, 5], groundMetres: [100, 110, 180, 120, 90, 80])
let ends = PathTerminals(
    transmitterHeightMetres: 30, receiverHeightMetres: 1.5, midpointLatitudeDegrees: 45)
let carrier = PropagationParameters(frequency: Frequency(megahertz: 763))
for id in ["p525", "p1812", "p452"] {
    let model = try ModelCatalogue.entry(id).prepare(carrier, .none)
    let ledger = try model.ledger(over: profile, terminals: ends)
    print("\(id): \(FixedPoint.text(ledger.total, decimals: 2)) dB")
}
