public import MastheadCore

extension Carrier {
    /// A carrier of which nothing but the frequency is known: for losses, which do not ask how it is modulated.
    ///
    /// It has no resource blocks, so that no power per resource element follows from it.
    public static func tone(at frequency: Frequency) -> Carrier { Carrier(unmodulated: frequency) }

    private init(unmodulated frequency: Frequency) {
        self.frequency = frequency
        bandwidth = Frequency(hertz: 0)
        subcarrierSpacing = Frequency(hertz: 0)
        resourceBlocks = 0
    }
}
