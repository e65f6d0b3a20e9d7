import Foundation
import MastheadCore
import MastheadPlanning
import Testing

@Suite("The solver runs as a child that leaves nothing behind")
struct CBCProgramTests {
    /// Runs a script in place of the solver; answers with what came of it and with what it left in the scratch folder.
    private func withFake<Result>(
        _ script: String, _ body: (CBCProgram, _ folder: URL) throws -> Result
    ) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "masthead-fake-\(UUID().uuidString)")
        let scratch = folder.appending(path: "scratch")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let program = folder.appending(path: "cbc")
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: program)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
        let result = try body(CBCProgram(path: program.path, scratch: scratch), folder)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == [])
        return result
    }

    /// Minimise 3a + 2b, where a + b is at least 1.
    private var cover: IntegerProgram {
        var program = IntegerProgram()
        let one = program.add(.binary, cost: 3)
        let other = program.add(.binary, cost: 2)
        program.add(.init([.init(one, 1), .init(other, 1)], .atLeast, 1))
        return program
    }

    /// Whether a process still does anything; one that waits to be buried does not.
    private func isAlive(_ process: String) -> Bool {
        guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return false }
        return stat.split(separator: ")").last?.split(separator: " ").first != "Z"
    }

    /// The processes that a script has written down.
    private func processes(_ folder: URL) throws -> [String] {
        try String(contentsOf: folder.appending(path: "processes"), encoding: .utf8).split(separator: "\n").map(
            String.init)
    }

    private let hanging = """
        echo $$ >> "$(dirname "$0")/processes"
        sleep 600 &
        echo $! >> "$(dirname "$0")/processes"
        wait
        """

    @Test("a child that hangs is killed at the hard stop with all that it started, and its folder is removed")
    func hardStop() throws {
        try withFake(hanging) { program, folder in
            let outcome = try program.solve(cover, maximumNodes: 10, hardStopSeconds: 1)
            #expect(outcome == CBCOutcome(status: .givenUp, wasStopped: true))
            let processes = try processes(folder)
            #expect(processes.count == 2)
            #expect(!processes.contains(where: isAlive))
        }
    }

    @Test("a window whose solver hangs says that it was stopped")
    func hardStopOfWindow() throws {
        try withFake(hanging) { program, _ in
            let problem = SmallProblem.random(seed: 1)
            let window = ExactWindow(solver: program, effort: .init(maximumNodes: 10, hardStopSeconds: 0.5))
            let all = Array(problem.options.indices)
            let answer = try window.improve(problem, taken: all, free: all)
            #expect(answer == .init(wasStopped: true))
        }
    }

    @Test("a child is killed when the run is asked to stop")
    func interrupted() throws {
        try withFake(hanging) { program, folder in
            let start = ContinuousClock.now
            let error = #expect(throws: MastheadError.self) {
                try program.solve(cover, maximumNodes: 10, hardStopSeconds: 300) {
                    ContinuousClock.now - start > .seconds(1)
                }
            }
            #expect(error?.code == .interrupted)
            let processes = try processes(folder)
            #expect(!processes.contains(where: isAlive))
        }
    }

    @Test(
        "a child that ends without an answer is an error with its last words",
        arguments: ["echo out of memory; exit 3", "echo out of memory", "echo out of memory; kill -9 $$"])
    func failure(script: String) throws {
        try withFake(script) { program, _ in
            let error = #expect(throws: MastheadError.self) {
                try program.solve(cover, maximumNodes: 10, hardStopSeconds: 60)
            }
            #expect(error?.code == .failedProgram)
            #expect(error?.cause == "out of memory")
        }
    }

    @Test("a solver that is not there is an error that says how to install it")
    func missing() throws {
        let error = #expect(throws: MastheadError.self) { try CBCProgram.installed(searching: "/nowhere::bin") }
        #expect(error?.code == .missingProgram)
        #expect(error?.remedy.contains("coinor-cbc") == true)
    }

    @Test("the solver's optimum, start and proof that there is none are read back", isInstalled)
    func solve() throws {
        let solver = try CBCProgram.installed()
        var program = cover
        let share = program.add(.share, cost: 0.125)
        program.add(.init([.init(share, 4), .init(1, 1)], .atLeast, 2))
        for start in [nil, [1, 0, 0.5]] as [[Double]?] {
            let outcome = try solver.solve(program, from: start, maximumNodes: 100, hardStopSeconds: 60)
            #expect(outcome.status == .optimal && outcome.values == [0, 1, 0.25])
            #expect(outcome.objective == 2.03125 && outcome.bound == 2.03125)
        }
        program.add(.init([.init(0, 1), .init(1, 1)], .atMost, 0.5))
        #expect(
            try solver.solve(program, maximumNodes: 100, hardStopSeconds: 60) == CBCOutcome(status: .infeasible))
    }

    @Test("names in the model are short and numbers are whole to the last digit")
    func model() {
        var program = cover
        program.add(.init([.init(0, 0.1 + 0.2)], .atMost, 1e-9))
        #expect(program.mps.contains("C0 R1 0.30000000000000004\n"))
        #expect(program.mps.contains("RHS R1 1e-09\n"))
    }
}

private let isInstalled: ConditionTrait = .enabled(
    if: CBCProgram.isAvailable, "the solver cbc is not installed (make test installs it)")
