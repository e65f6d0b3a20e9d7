/// All files that can be checked; a further family is one file with its entries and one line here.
public enum VectorChecks {
    /// The checks in the order of the table.
    public static let all: [VectorCheck] =
        P1812Check.entries
        + P525Check.entries
        + P526Check.entries
        + P1057Check.entries
        + AntennaCheck.entries
        + OffAxisCheck.entries
}
