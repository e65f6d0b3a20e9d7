/// All files that can be checked; a further family is one file with its entries and one line here.
public enum VectorChecks {
    /// The checks in the order of the table.
    public static let all: [VectorCheck] =
        P1812Check.entries
        + P452Check.entries
        + P525Check.entries
        + P526Check.entries
        + P1057Check.entries
        + ITMCheck.entries
        + P676Check.entries
        + RainCheck.entries
        + P833Check.entries
        + P2108Check.entries
        + P2109Check.entries
        + HataCheck.entries
        + AntennaCheck.entries
        + ExtendedHataCheck.entries
        + TR38901Check.entries
        + P1411Check.entries
        + OffAxisCheck.entries
}
