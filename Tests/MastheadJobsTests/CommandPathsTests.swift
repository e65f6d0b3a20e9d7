import Foundation
import MastheadCore
import MastheadTestSupport
import Testing

@Suite("masthead paths", .enabled(if: CommandRunner.path != nil, Comment(rawValue: CommandRunner.absence)))
struct CommandPathsTests {
    /// A folder for one test, removed at its end.
    private final class Folder {
        let url = FileManager.default.temporaryDirectory.appending(path: "masthead-paths-\(UUID().uuidString)")
        init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
        deinit { try? FileManager.default.removeItem(at: url) }

        func write(_ text: String, to name: String) throws {
            try Data(text.utf8).write(to: url.appending(path: name))
        }

        func read(_ name: String) throws -> String {
            try String(contentsOf: url.appending(path: name), encoding: .utf8)
        }

        func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: url.appending(path: name).path) }

        /// Computes the table `in.csv` into `out.csv`.
        func paths(_ more: [String] = [], out: String = "out.csv") throws -> CommandRunner.Result {
            try CommandRunner.run(
                ["paths", "--in", url.appending(path: "in.csv").path, "--out", url.appending(path: out).path] + more)
        }
    }

    /// A folder with one profile: a ridge half way along 10 km.
    private func folder() throws -> Folder {
        let folder = try Folder()
        let points = (0...100).map { index in
            "\(Double(index) / 10),\(100 + max(0, 80 - 8 * abs(index - 50))),\(index % 10 == 5 ? 10 : 0),4"
        }
        try folder.write("d_km,h_masl_m,clutter_height_m,zone_code\n" + points.joined(separator: "\n"), to: "ridge.csv")
        return folder
    }

    private func rows(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

    private let sample = SharedData.root.appending(path: "Geo/samples/small-bay").path

    @Test("a thousand rows have the same bytes for 1, 2 and 4 threads, in the order of the input, errors among them")
    func threads() throws {
        let folder = try folder()
        var table = "id,profile,from_height_m,to_height_m,frequency_mhz,time_percent,model\n"
        for row in 0..<1000 {
            let frequency = row % 97 == 3 ? "90000" : "\(400 + row)"
            table +=
                "L\(row),\(row % 101 == 7 ? "none.csv" : "ridge.csv"),\(20 + row % 30),1.5,\(frequency),"
                + "\(1 + row % 50),\(["p1812", "p525", ""][row % 3])\n"
        }
        try folder.write(table, to: "in.csv")
        for threads in [1, 2, 4] {
            let result = try folder.paths(["--threads", "\(threads)"], out: "out-\(threads).csv")
            #expect(result.status == ExitStatus.findings.rawValue, "\(result.err)")
        }
        let text = try folder.read("out-1.csv")
        #expect(try folder.read("out-2.csv") == text)
        #expect(try folder.read("out-4.csv") == text)
        let found = rows(text)
        let given = rows(table)
        #expect(found.count == 1001)
        #expect(found[0] == given[0] + ",used_model,edition,length_km,loss_db,error")
        for (row, line) in found.enumerated().dropFirst() {
            #expect(line.hasPrefix(given[row] + ","))
            let hasFile = (row - 1) % 101 != 7
            // Free space has no upper end of frequency; the ridge's model has.
            let isCovered = (row - 1) % 97 != 3 || (row - 1) % 3 == 1
            #expect(line.hasSuffix(",") == (hasFile && isCovered), "\(line)")
        }
    }

    @Test("the loss of a row is the one that the library's free space gives, with six decimals")
    func freeSpace() throws {
        let folder = try folder()
        try folder.write(
            "id,profile,from_height_m,to_height_m,frequency\n7,ridge.csv,30,30,\"1,000 MHz\"\n8,ridge.csv,30,30,1 GHz\n",
            to: "in.csv")
        let result = try folder.paths(["--model", "p525"])
        #expect(result.status == ExitStatus.findings.rawValue)
        let found = rows(try folder.read("out.csv"))
        // A comma is no part of a number: it is a decimal mark to half of the world.
        #expect(found[1].hasPrefix("7,ridge.csv,30,30,\"1,000 MHz\",,,,") && found[1].contains("bad-quantity: "))
        let cells = found[2].split(separator: ",", omittingEmptySubsequences: false)
        // 20 lg(4π · 10 km · 1 GHz / c) = 112.447783 dB.
        #expect(cells[7] == "10.000000" && cells[8] == "112.447783", "\(found[2])")
    }

    @Test("columns that are not known stay as they are, quotes and separators too, and any separator will do")
    func unknownColumns() throws {
        let folder = try folder()
        let row = "\"a \"\"b\"\"; c\";ridge.csv; 30 ;1.5;763 MHz;é"
        try folder.write(
            "\u{FEFF}note;profile;from_height_m;to_height_m;frequency;x\r\n\(row)\r\n\r\n\(row)", to: "in.csv")
        let result = try folder.paths()
        #expect(result.status == 0, "\(result.err)")
        let found = rows(try folder.read("out.csv"))
        #expect(found.count == 3)
        #expect(found[0] == "note;profile;from_height_m;to_height_m;frequency;x;model;edition;length_km;loss_db;error")
        #expect(found[1].hasPrefix(row + ";p1812;") && found[1] == found[2])
    }

    @Test("what is wrong with a row stands in its error, and the row after it has its loss")
    func rowErrors() throws {
        let folder = try folder()
        try folder.write("d_km,h_masl_m\n0,1\n1,x\n", to: "broken.csv")
        try folder.write("d_km,height\n0,1\n1,2\n", to: "nameless.csv")
        try folder.write("d_km,h_masl_m,zone\n0,1,2\n1,1,4\n", to: "zone.csv")
        let good = "ridge.csv,30,1.5,763 MHz,50,50,vertical,"
        let bad = [
            ("none.csv,30,1.5,763 MHz,50,50,vertical,", "missing-file: "),
            ("broken.csv,30,1.5,763 MHz,50,50,vertical,", "bad-profile: "),
            ("nameless.csv,30,1.5,763 MHz,50,50,vertical,", "bad-table: "),
            ("zone.csv,30,1.5,763 MHz,50,50,vertical,", "bad-profile: "),
            (",30,1.5,763 MHz,50,50,vertical,", "bad-quantity: the row has neither a profile nor coordinates"),
            ("ridge.csv,high,1.5,763 MHz,50,50,vertical,", "bad-quantity: from_height_m \"\"high\"\" is not a number"),
            ("ridge.csv,,1.5,763 MHz,50,50,vertical,", "bad-quantity: from_height_m is empty"),
            ("ridge.csv,30,1.5,763,50,50,vertical,", "bad-quantity: "),
            ("ridge.csv,30,1.5,,50,50,vertical,", "bad-quantity: the row states no frequency"),
            ("ridge.csv,30,1.5,-763 MHz,50,50,vertical,", "bad-quantity: "),
            ("ridge.csv,30,1.5,763 MHz,0,50,vertical,", "bad-quantity: time_percent 0 "),
            ("ridge.csv,30,1.5,763 MHz,50,inf,vertical,", "bad-quantity: "),
            ("ridge.csv,30,1.5,763 MHz,50,50,slant,", "bad-quantity: polarization "),
            ("ridge.csv,30,1.5,763 MHz,50,50,vertical,p1821", "unknown-name: "),
            ("ridge.csv,30,1.5,28 GHz,50,50,vertical,p1812", "outside-validity: "),
            ("ridge.csv,30", "bad-table: the row has 2 cells"),
        ]
        let header = "profile,from_height_m,to_height_m,frequency,time_percent,location_percent,polarization,model"
        let table = ([header] + bad.flatMap { [$0.0, good] }).joined(separator: "\n")
        try folder.write(table, to: "in.csv")
        let result = try folder.paths(["--json"])
        #expect(result.status == ExitStatus.findings.rawValue, "\(result.err)")
        let found = rows(try folder.read("out.csv"))
        #expect(found.count == 1 + 2 * bad.count)
        for (index, (_, reason)) in bad.enumerated() {
            #expect(found[1 + 2 * index].contains(reason), "\(found[1 + 2 * index])")
            #expect(found[2 + 2 * index].hasPrefix(good + ",p1812,") && found[2 + 2 * index].hasSuffix(","))
        }
        let summary = try #require(try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
        #expect(summary["rows"] as? Int == 2 * bad.count && summary["failed"] as? Int == bad.count)
    }

    @Test("paths by their ends have the loss that masthead profile gives, and a void stops no other row")
    func coordinates() throws {
        let folder = try Folder()
        let layers = ["--ground", "\(sample)/ground.tif", "--clutter", "\(sample)/clutter.tif"]
        try folder.write(
            """
            from_lon,from_lat,to_lon,to_lat,from_height_m,to_height_m
            -145.02,35.03,-144.95,34.98,30,10
            -145.02,35.03,-100,35,30,10
            -145.02,35.03,-145.02,35.03,30,10
            214.98,35.03,215.05,34.98,30,10
            """, to: "in.csv")
        let options = ["--carrier", "763 MHz", "--time", "10 %", "--polarization", "horizontal"]
        let result = try folder.paths(layers + options)
        #expect(result.status == ExitStatus.findings.rawValue, "\(result.err)")
        let found = rows(try folder.read("out.csv"))
        let cells = found[1].split(separator: ",", omittingEmptySubsequences: false)
        let alone = try CommandRunner.run(
            ["profile", "--from", "-145.02,35.03", "--to", "-144.95,34.98", "--height-rx", "10 m", "--json"] + layers
                + options)
        let object = try JSONSerialization.jsonObject(with: Data(alone.out.utf8)) as? [String: Any]
        let loss = try #require(object?["loss_db"] as? Double, "\(alone.err)")
        // Six decimals.
        #expect(abs(loss - (Double(cells[9]) ?? .nan)) < 1e-6, "\(found[1])")
        #expect(found[2].contains("layer-void: ") || found[2].contains("layer-does-not-cover: "), "\(found[2])")
        #expect(found[3].contains("same place"))
        #expect(found[4].split(separator: ",").dropFirst(4) == found[1].split(separator: ",").dropFirst(4))
    }

    @Test(
        "a table that lacks what is needed is refused at once with the name of the column, and nothing is written",
        arguments: [
            ("profile,to_height_m,frequency\nridge.csv,1,1 GHz\n", "from_height_m"),
            ("profile,from_height_m,to_height_m\nridge.csv,1,1\n", "frequency"),
            ("from_height_m,to_height_m,frequency,from_lon,from_lat,to_lon\n1,1,1 GHz,1,1,1\n", "to_lat"),
            ("profile,hight,to_height_m,frequency\nridge.csv,1,1,1 GHz\n", "from_height_m"),
            ("profile,from_height_m,to_height_m,frequency,profile\nr,1,1,1 GHz,r\n", "two columns"),
            ("profile,from_height_m,to_height_m,frequency,loss_db\nr,1,1,1 GHz,1\n", "loss_db"),
            ("profile,from_height_m,to_height_m,frequency,frequency_mhz\nr,1,1,1 GHz,1\n", "frequency_mhz"),
            ("profile,from_height_m,to_height_m,frequency\n", "no rows"),
            ("profile,from_height_m,to_height_m,frequency\nr,1,1,1 GHz,5\n", "row 2"),
            ("profile,from_height_m,to_height_m,frequency\nr,1,1,\"1 GHz\n", "never closed"),
            ("", "no header"),
        ])
    func refusals(table: String, part: String) throws {
        let folder = try folder()
        try folder.write(table, to: "in.csv")
        let result = try folder.paths()
        #expect(result.status == ExitStatus.badData.rawValue, "\(result)")
        #expect(result.err.contains(part) && result.err.contains("  fix  "), "\(result.err)")
        #expect(!folder.exists("out.csv"))
    }

    @Test("ends without ground, clutter without ground, and ground that no row would read are usage")
    func terrainUsage() throws {
        let folder = try folder()
        try folder.write("from_lon,from_lat,to_lon,to_lat,from_height_m,to_height_m\n1,1,2,2,3,3\n", to: "in.csv")
        #expect(try folder.paths(["--carrier", "1 GHz"]).err.contains("--ground"))
        #expect(try folder.paths(["--carrier", "1 GHz", "--clutter", "x"]).status == ExitStatus.usage.rawValue)
        try folder.write("profile,from_height_m,to_height_m\nridge.csv,3,3\n", to: "in.csv")
        let unread = try folder.paths(["--carrier", "1 GHz", "--ground", "\(sample)/ground.tif"])
        #expect(unread.status == ExitStatus.usage.rawValue && unread.err.contains("from_lon"), "\(unread.err)")
        #expect(try folder.paths(["--carrier", "1 GHz", "--threads", "0"]).status == ExitStatus.usage.rawValue)
        #expect(try folder.paths(["--carrier", "1 GHz", "--latitude", "91 deg"]).status == ExitStatus.usage.rawValue)
        #expect(!folder.exists("out.csv"))
    }

    @Test("a table is replaced only by force, the input never, and a folder that is not there cannot be written")
    func overwrite() throws {
        let folder = try folder()
        try folder.write("profile,from_height_m,to_height_m\nridge.csv,30,3\n", to: "in.csv")
        try folder.write("mine", to: "out.csv")
        let carrier = ["--carrier", "1 GHz"]
        let refused = try folder.paths(carrier)
        #expect(refused.status == ExitStatus.cannotWrite.rawValue && refused.err.contains("--force"), "\(refused.err)")
        #expect(try folder.read("out.csv") == "mine")
        #expect(try folder.paths(carrier + ["--force"]).status == 0)
        #expect(try folder.read("out.csv").hasPrefix("profile,"))
        #expect(try folder.paths(carrier + ["--force"], out: "in.csv").status == ExitStatus.usage.rawValue)
        #expect(try folder.paths(carrier, out: "no/out.csv").status == ExitStatus.cannotWrite.rawValue)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
        #expect(names == ["in.csv", "out.csv", "ridge.csv"], "\(names)")
    }

    @Test("SIGTERM ends with status 75, and neither a table nor a part of one is left")
    func interruption() throws {
        let folder = try folder()
        // Some 4 s on one thread, of which one has passed when the signal comes.
        let rows = (0..<200_000).map { "ridge.csv,30,1.5,\(400 + $0 % 5000)" }
        try folder.write(
            "profile,from_height_m,to_height_m,frequency_mhz\n" + rows.joined(separator: "\n"), to: "in.csv")
        let place = folder.url.path
        let result = try CommandRunner.bash(
            "\"$MASTHEAD\" paths --in \(place)/in.csv --out \(place)/out.csv --threads 1 & p=$!; sleep 1; kill -TERM $p; "
                + "wait $p; echo $?")
        #expect(result.out == "75\n" && result.err.contains("no table was written"), "\(result)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: place).sorted() == ["in.csv", "ridge.csv"])
    }
}
