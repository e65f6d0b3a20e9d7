import MastheadCore
import MastheadProtection
import Testing

@Suite("Thresholds")
struct ThresholdTests {
    @Test("only quantities at the receiver's input read the station's antenna")
    func antennaReading() {
        #expect(ProtectedQuantity.allCases.filter(\.readsAntenna) == [.interferenceToNoise, .receivedPower])
    }
}
