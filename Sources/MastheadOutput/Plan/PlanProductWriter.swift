public import MastheadCore

/// Writes the products of a site plan, each whole or not at all.
///
/// Writing again from the same content gives the same bytes.
public enum PlanProductWriter {
    /// Writes products into a folder.
    ///
    /// - Parameters:
    ///   - products: All of the catalogue where none are named.
    ///   - isStopped: Asked before each product.
    ///   - onProduct: Called after each product with the number written so far.
    /// - Throws: `cannot-write`, or `interrupted` when stopped.
    public static func write(
        _ content: PlanContent, products: [PlanProductEntry] = PlanProductCatalogue.entries, to folder: String,
        isStopped: @Sendable () -> Bool = { false }, onProduct: (Int) -> Void = { _ in }
    ) throws(MastheadError) -> [ProductWriter.WrittenFile] {
        try ProductWriter.writeEach(products, of: content, to: folder, isStopped: isStopped, onProduct: onProduct)
    }
}
