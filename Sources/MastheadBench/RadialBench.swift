import Foundation
import MastheadCore
import MastheadPropagation

/// Time for each receiver of a radial, on one thread.
enum RadialBench {
    static func run() throws {}
}
