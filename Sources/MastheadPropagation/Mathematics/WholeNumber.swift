/// Whole numbers next to a number, without a call of the C library; numbers have a magnitude below 2⁶³.
enum WholeNumber {
    /// The largest one that is not above `x`.
    @inline(__always) static func below(_ x: Double) -> Int {
        let near = Int(x)
        return Double(near) > x ? near - 1 : near
    }

    /// The smallest one that is not below `x`.
    @inline(__always) static func above(_ x: Double) -> Int {
        let near = Int(x)
        return Double(near) < x ? near + 1 : near
    }
}
