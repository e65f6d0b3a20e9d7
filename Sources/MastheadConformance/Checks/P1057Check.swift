import MastheadCore
import MastheadPropagation

/// The vectors of P.1057: the inverse complementary normal distribution, exact and by the approximation of P.1812.
enum P1057Check {
    private static let quantile = VectorTolerance(
        "quantile", absolute: 1e-9, reason: "double precision, printed with 12 digits")

    static let entries = [
        VectorCheck(
            file: "p1057/inverse_complementary_normal.csv", model: "P.1057 normal distribution",
            edition: "Recommendation ITU-R P.1057-7; I(x) of P.1812-8", inputs: ["case_id", "x"],
            outputs: [VectorColumn("Q_inverse_exact", quantile), VectorColumn("I_x_itu_approx", quantile)]
        ) { (row, _) throws(MastheadError) in
            let x = try row.number("x")
            // The file has I(x) with the sign of P.452, the inverse of the lower tail; P.1812 uses the upper one.
            return [NormalDistribution.upperQuantile(x), -LocationVariability.inverseComplementaryNormal(x)]
        }
    ]
}
