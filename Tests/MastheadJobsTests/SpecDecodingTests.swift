import MastheadCore
import MastheadJobs
import Testing

@Suite("Job files")
struct SpecDecodingTests {
    @Test("the smallest job has the documented defaults")
    func smallestJob() throws {
        let job = try SpecSamples.read(SpecSamples.smallest)
        #expect(job.name.value == "small")
        #expect(job.title.value == "small")
        #expect(job.grid.resolution.value == Length(metres: 100))
        #expect(job.grid.referenceSystem == nil)
        #expect(job.layers.ground.voids.value == .refuse)
        #expect(job.layers.ground.step == nil)
        #expect(job.layers.zones.from.value == .clutter)
        #expect(!job.layers.zones.from.isWritten)
        #expect(job.density.target.value == 18)
        #expect(job.density.count.value == .station)
        #expect(job.limits.quarantine.value == Share(percent: 5))
        #expect(job.run.tile.value == 128)
        #expect(job.register[0].rows.value == .station)
        #expect(job.products == nil)
    }

    @Test("every value knows its file, key path, line and column")
    func places() throws {
        let job = try SpecSamples.read(SpecSamples.smallest)
        #expect(
            job.grid.resolution.location
                == .job(file: "jobs/test.yaml", key: "grid.resolution", line: 3, column: 21))
        #expect(
            job.bands[0].template.location
                == .job(file: "jobs/test.yaml", key: "bands[0].template", line: 8, column: 15))
        #expect(job.density.target.location == .job(file: "jobs/test.yaml", key: "density.target"))
    }

    @Test("relative paths are relative to the job file")
    func relativePaths() throws {
        let job = try SpecSamples.read(
            SpecSamples.smallest.replacing("path: ground.tif", with: "path: ../data/./ground.tif")
                .replacing("path: people.tif", with: "path: /data/people.tif"))
        #expect(job.layers.ground.path.value.resolved == "data/ground.tif")
        #expect(job.layers.ground.path.value.written == "../data/./ground.tif")
        #expect(job.layers.population.path.value.resolved == "/data/people.tif")
        #expect(job.regions.path.value.resolved == "jobs/regions.geojson")
    }

    @Test("all errors of a file are reported together, each with its place")
    func allErrorsTogether() {
        let errors = SpecSamples.errors(
            """
            job: Small Job
            regions: { path: regions.geojson, nam: x }
            grid: { resolution: 100 }
            layers:
              ground: { path: ground.tif, voids: ignore }
            bands: []
            register:
              - path: register.csv
                columns: { latitud: lat }
            outptu: out
            """)
        let texts = errors.map(\.description).joined(separator: "\n")
        for part in [
            "jobs/test.yaml:1:6  job", "\"nam\" is not a key of regions", "Write \"name\".",
            "jobs/test.yaml:3:21  grid.resolution", "has no unit", "voids \"ignore\" is not one of refuse, caveat",
            "layers has no key \"population\"", "bands has 0 items", "Write \"latitude\".", "Write \"output\".",
            "the file has no key \"output\"",
        ] {
            #expect(texts.contains(part), "missing: \(part)\nin:\n\(texts)")
        }
    }

    @Test(
        "a wrong kind of value is refused where it stands",
        arguments: [
            ("job: small", "job: [small]", "job is a list, not a name"),
            ("job: small", "job: {a: b}", "job is a mapping, not a name"),
            ("job: small", "job:", "job has no value"),
            ("job: small", "job: ~", "job has no value"),
            ("grid: { resolution: 100 m }", "grid: 100 m", "grid is the text \"100 m\", not a mapping"),
            ("grid: { resolution: 100 m }", "grid: [100 m]", "grid is a list, not a mapping"),
            ("grid: { resolution: 100 m }", "grid: { resolution: 100 MHz }", "\"MHz\" is not a unit of length"),
            ("grid: { resolution: 100 m }", "grid: { resolution: -1 m }", "resolution -1 m is outside 5 m to 10000 m"),
            ("  - template: n28-700", "  template: n28-700", "bands is a mapping, not a list"),
            ("  - template: n28-700", "  - n28-700", "bands[0] is the text \"n28-700\", not a mapping"),
            ("output: out", "output: out\nrun: { threads: many }", "threads \"many\" is not a whole number"),
            ("output: out", "output: out\nrun: { threads: 0 }", "threads \"0\" is not a whole number from 1 to 1024"),
            ("output: out", "output: out\ndensity: { target: lots }", "target \"lots\" is not a number"),
            ("output: out", "output: out\n? [a, b]\n: c", "a key is a list or a mapping"),
            ("job: small", "- job: small", "the file"),
        ])
    func wrongKinds(original: String, replacement: String, problem: String) throws {
        let errors = SpecSamples.errors(SpecSamples.smallest.replacing(original, with: replacement))
        #expect(errors.contains { $0.description.contains(problem) }, "\(errors)")
    }

    @Test("a file that is not YAML is refused with line and remedy")
    func notYAML() {
        for text in ["job: [a", "job: \"a", "a: b: c", "\tjob: x", "job: x\n  - y: {", "%YAML 9\n---\na", "&a *a"] {
            let errors = SpecSamples.errors(text)
            #expect(errors.first?.code == .badJob, "\(text)")
            if case .job(_, _, let line?, _)? = errors.first?.location {
                #expect(line >= 1)
            } else {
                Issue.record("no line for \(text): \(errors)")
            }
        }
    }

    @Test("a key written twice is refused at the second place, and the first is named")
    func duplicateKey() {
        let errors = SpecSamples.errors(SpecSamples.smallest + "\njob: again")
        #expect(errors.first?.problem == "the key \"job\" is written twice, first on line 1")
        #expect(errors.first?.location == .job(file: "jobs/test.yaml", key: "", line: 12, column: 1))
    }

    @Test("an empty file, a file of comments, a second document and broken text are errors that say so")
    func oddFiles() {
        #expect(SpecSamples.errors("").first?.problem == "the job file is empty")
        #expect(SpecSamples.errors("# nothing\n").first?.problem == "the job file is empty")
        let two = SpecSamples.errors("job: a\n---\njob: b")
        #expect(two.first?.problem == "the file holds more than one YAML document")
        #expect(SpecSamples.errors(bytes: [0x6A, 0x0A, 0xFF, 0xFE]).first?.problem == "the file is not UTF-8 text")
        #expect(SpecSamples.errors("job: a\u{0}b").first?.code == .badJob)
    }

    @Test("huge, deeply nested and self-multiplying files are refused quickly")
    func hostileFiles() {
        let huge = SpecSamples.errors(String(repeating: "a: b\n", count: 300_000))
        #expect(huge.first?.problem.contains("at most 1048576") == true)
        for opening in ["[", "{a: ", "- ", "? "] {
            let errors = SpecSamples.errors(String(repeating: opening, count: 20_000))
            #expect(errors.first?.code == .badJob, "\(opening)")
        }
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let alias = "*a\(level - 1)"
            bomb += "a\(level): &a\(level) [\(Array(repeating: alias, count: 9).joined(separator: ", "))]\n"
        }
        #expect(SpecSamples.errors(bomb + "? *a9\n: x").first?.problem.contains("YAML aliases") == true)
    }

    @Test("a byte-order mark and Windows line ends change nothing")
    func windowsText() throws {
        let text = "\u{FEFF}" + SpecSamples.smallest.replacing("\n", with: "\r\n")
        #expect(try SpecSamples.read(text).grid.resolution.value == Length(metres: 100))
    }

    @Test("more errors than anybody reads are counted, not listed")
    func manyErrors() {
        let text = (0..<500).map { "key\($0): x" }.joined(separator: "\n")
        let errors = SpecSamples.errors(text)
        #expect(errors.count <= 60)
        #expect(errors.last?.problem.hasSuffix("more errors") == true)
    }

    @Test("a register column may be a name or a constant")
    func columns() throws {
        let job = try SpecSamples.read(
            SpecSamples.smallest.replacing(
                "  - path: register.csv",
                with: "  - path: register.csv\n    columns: { station: id, band: { value: n28 }, electrical-tilt: et }")
        )
        #expect(job.register[0].columns["station"]?.value == .column("id"))
        #expect(job.register[0].columns["band"]?.value == .constant("n28"))
        #expect(job.register[0].columns["electrical-tilt"]?.value == .column("et"))
        #expect(job.register[0].columns["height"] == nil)
    }

    @Test("a terrain step must divide the resolution, and the remedy is one that does")
    func terrainStep() throws {
        func with(_ step: String) -> String {
            SpecSamples.smallest.replacing("{ path: ground.tif }", with: "{ path: ground.tif, step: \(step) }")
        }
        for step in ["100 m", "50 m", "0.05 km", "33.333333333 m"] { _ = try SpecSamples.read(with(step)) }
        #expect(SpecSamples.errors(with("30 m")).first?.remedy.contains("a step of 25 m") == true)
        #expect(SpecSamples.errors(with("150 m")).first?.remedy.contains("a step of 100 m") == true)
    }

    @Test("two bands need two names")
    func sameNames() throws {
        let two = SpecSamples.smallest.replacing(
            "  - template: n28-700", with: "  - template: n28-700\n  - template: n28-700")
        #expect(SpecSamples.errors(two).first?.problem == "two bands are called \"n28-700\"")
        let named = SpecSamples.smallest.replacing(
            "  - template: n28-700", with: "  - template: n28-700\n  - { template: n28-700, name: indoor }")
        #expect(try SpecSamples.read(named).bands.count == 2)
    }

    @Test("a band's own values are read with their units")
    func overrides() throws {
        let job = try SpecSamples.read(
            SpecSamples.smallest.replacing(
                "  - template: n28-700",
                with: """
                      - template: ./bands/own.yaml
                        name: n28
                        carrier: 763 MHz
                        power: 46 dBm
                        antenna: { gain: 15 dBi, horizontal-beamwidth: 65 deg }
                        radius: 25 km
                        probability: 95 %
                        environment: indoor
                    """))
        let band = job.bands[0]
        #expect(band.template.value == .file(JobPath("./bands/own.yaml", in: "jobs")))
        #expect(band.overrides.carrier?.value == Frequency(megahertz: 763))
        #expect(band.overrides.antenna.gain?.value == Decibels(15))
        #expect(band.overrides.probability?.value == Share(percent: 95))
        #expect(band.overrides.environment?.value == .indoor)
        #expect(band.overrides.threshold == nil)
    }

    @Test("zones from a clutter that is not there are refused; unsaid they are inland")
    func zonesWithoutClutter() throws {
        let text = SpecSamples.smallest.replacing("layers:\n", with: "layers:\n  zones: { from: clutter }\n")
        #expect(SpecSamples.errors(text).first?.remedy == "Add layers.clutter, or write from: inland.")
        _ = try SpecSamples.read(SpecSamples.smallest)
    }

    @Test("the examples are jobs", arguments: SpecSamples.examples)
    func examples(path: String) throws {
        let job = try JobSpec.read(path: path)
        #expect(path.hasSuffix("/\(job.name.value).yaml"))
    }

    @Test("a file that is not there, and a folder, are missing input")
    func missingFile() {
        for path in ["jobs/none.yaml", "/"] {
            #expect(throws: MastheadError.self) { try JobSpec.read(path: path) }
            do throws(MastheadError) { _ = try JobSpec.read(path: path) } catch {
                #expect(error.code.exitStatus == .missingInput)
            }
        }
    }
}
