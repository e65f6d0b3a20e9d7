#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The functions of the C library that the equations use, so that no other file of this module names a platform.
enum Elementary {
    @inline(__always) static func log10(_ x: Double) -> Double { libraryLog10(x) }
    @inline(__always) static func exp(_ x: Double) -> Double { libraryExp(x) }
    @inline(__always) static func expm1(_ x: Double) -> Double { libraryExpm1(x) }
    @inline(__always) static func log(_ x: Double) -> Double { libraryLog(x) }
    @inline(__always) static func log1p(_ x: Double) -> Double { libraryLog1p(x) }
    @inline(__always) static func pow(_ x: Double, _ y: Double) -> Double { libraryPow(x, y) }
    @inline(__always) static func cbrt(_ x: Double) -> Double { libraryCbrt(x) }
    @inline(__always) static func tanh(_ x: Double) -> Double { libraryTanh(x) }
    @inline(__always) static func sin(_ x: Double) -> Double { librarySin(x) }
    @inline(__always) static func cos(_ x: Double) -> Double { libraryCos(x) }
    @inline(__always) static func asin(_ x: Double) -> Double { libraryAsin(x) }
    @inline(__always) static func acos(_ x: Double) -> Double { libraryAcos(x) }
    @inline(__always) static func atan(_ x: Double) -> Double { libraryAtan(x) }
    @inline(__always) static func atan2(_ y: Double, _ x: Double) -> Double { libraryAtan2(y, x) }
}

// Outside the type, where the plain names still mean the library's functions.
@inline(__always) private func libraryLog10(_ x: Double) -> Double { log10(x) }
@inline(__always) private func libraryExp(_ x: Double) -> Double { exp(x) }
@inline(__always) private func libraryExpm1(_ x: Double) -> Double { expm1(x) }
@inline(__always) private func libraryLog(_ x: Double) -> Double { log(x) }
@inline(__always) private func libraryLog1p(_ x: Double) -> Double { log1p(x) }
@inline(__always) private func libraryPow(_ x: Double, _ y: Double) -> Double { pow(x, y) }
@inline(__always) private func libraryCbrt(_ x: Double) -> Double { cbrt(x) }
@inline(__always) private func libraryTanh(_ x: Double) -> Double { tanh(x) }
@inline(__always) private func librarySin(_ x: Double) -> Double { sin(x) }
@inline(__always) private func libraryCos(_ x: Double) -> Double { cos(x) }
@inline(__always) private func libraryAsin(_ x: Double) -> Double { asin(x) }
@inline(__always) private func libraryAcos(_ x: Double) -> Double { acos(x) }
@inline(__always) private func libraryAtan(_ x: Double) -> Double { atan(x) }
@inline(__always) private func libraryAtan2(_ y: Double, _ x: Double) -> Double { atan2(y, x) }
