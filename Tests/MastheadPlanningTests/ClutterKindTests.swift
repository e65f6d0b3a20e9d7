import MastheadGeo
import MastheadPropagation
import Testing

@Suite("What stands in a ray's way")
struct ClutterKindTests {
    /// Layers and models know nothing of each other, so that their codes are written twice.
    @Test("layers and models have the same codes for the same kinds")
    func codesAgree() {
        #expect(ClutterObstacle.allCases.map(\.rawValue) == ClutterKind.allCases.map(\.rawValue))
        #expect(ClutterObstacle.allCases.map { "\($0)" } == ClutterKind.allCases.map { "\($0)" })
        #expect(ClutterObstacle.allCases.map(\.word) == ClutterObstacle.allCases.map { "\($0)" })
    }
}
