import MastheadCore

/// The angles of one section of an MSI file.
struct MSISection {
    /// Why an angle is refused, and what would mend it.
    typealias Refusal = (problem: String, remedy: String)

    /// How many angles a section may state: every 10° to every tenth of a degree.
    static let counts = 36...3601

    /// How many angles the file says there are.
    let declared: Int
    /// The line of the file where the section begins.
    let line: Int
    private var angles: [Double?]
    private var losses: [Double]

    init(declared: Int, line: Int) {
        self.declared = declared
        self.line = line
        // Some files state 361 angles, and close the circle with 360°.
        let count = 3600 % declared != 0 && 3600 % (declared - 1) == 0 ? declared - 1 : declared
        angles = Array(repeating: nil, count: count)
        losses = Array(repeating: 0, count: count)
    }

    /// The angle between two attenuations.
    var stepDegrees: Double { 360 / Double(angles.count) }
    /// How many angles are there.
    var count: Int { angles.reduce(0) { $0 + ($1 == nil ? 0 : 1) } }
    /// Whether all are there.
    var isComplete: Bool { !angles.contains(nil) }
    /// The first angle that is not there.
    var firstMissingDegrees: Double? { angles.firstIndex(of: nil).map { Double($0) * stepDegrees } }
    /// The attenuations by angle.
    var lossesDB: [Double] { losses }

    /// Takes an angle from −180° to 360°; nil where it fits.
    mutating func take(angle: Double, lossDB: Double) -> Refusal? {
        guard angle >= -180, angle <= 360 else {
            return ("is outside −180 to 360", "Write angles from 0 up to below 360.")
        }
        let steps = angle / stepDegrees
        // A twentieth of a step lets files pass that print thirds of a degree with two decimals.
        guard abs(steps - steps.rounded()) < 0.05 else {
            return (
                "is not a multiple of \(PlainNumber.text(stepDegrees))°, the step of \(declared) angles",
                "Give angles at equal steps, and state after the section's name how many there are."
            )
        }
        let index = (Int(steps.rounded()) + angles.count) % angles.count
        if let earlier = angles[index] {
            guard earlier != angle else { return ("stands twice", "Delete one of the two lines.") }
            guard losses[index] == lossDB else {
                return (
                    "is the direction of \(PlainNumber.text(earlier)), and has another attenuation",
                    "Delete one of the two lines."
                )
            }
        }
        angles[index] = angle
        losses[index] = lossDB
        return nil
    }
}
