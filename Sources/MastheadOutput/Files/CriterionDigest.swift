public import MastheadProtection

extension Criterion {
    /// The SHA-256 digest of all values: a verdict stands as long as its criterion has the digest that it was made by.
    public var digest: String { FileDigest.digest(of: Array(canonicalText.utf8)) }
}
