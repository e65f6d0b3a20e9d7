import ArgumentParser
import MastheadPlanning

/// Along which line the terrain of paths is taken, for commands that compute a job.
struct RayOptions: ParsableArguments {
    @Flag(
        name: .customLong("exact-rays"),
        help: """
            The audit form: take the terrain of every cell's path on its own ray, not on the nearest radial. Slower; the \
            run has a folder of its own.
            """)
    var exactRays = false

    /// The form asked for.
    var form: RayForm { exactRays ? .ownRay : .nearestRadial }
}
