import MastheadCore
import MastheadGeo
import MastheadTestSupport
import Testing

@Suite("Routes are cut at cell borders, and no millimetre is lost")
struct RouteSetTests {
    private typealias World = FeatureWorld

    private func total(_ set: RouteSet, _ route: Int = 0) -> Int64 {
        set.pieces.filter { Int($0.route) == route }.reduce(Int64(0)) { $0 + Int64($1.millimetres) }
            + set.outsideMillimetres[route]
    }

    /// The geodesic length of a line of places less than 500 m apart or along a meridian, mm.
    private func millimetres(_ places: [(Double, Double)]) -> Int64 {
        let positions = places.map { GeographicPosition(longitudeDegrees: $0.0, latitudeDegrees: $0.1) }
        let metres = zip(positions, positions.dropFirst()).reduce(0.0) {
            $0 + Geodesic.distance(from: $1.0, to: $1.1).metres
        }
        return Int64((metres * 1000).rounded())
    }

    @Test("the pieces of a crooked line add up to its geodesic length to the millimetre")
    func addsUp() throws {
        var generator = SeededGenerator(seed: 20_260_722)
        var places: [(Double, Double)] = [(10.01, 50.01)]
        for _ in 0..<300 {
            guard let last = places.last else { break }
            places.append(
                (
                    last.0 + Double.random(in: -0.002...0.003, using: &generator),
                    min(50.09, max(50.01, last.1 + Double.random(in: -0.002...0.002, using: &generator)))
                ))
        }
        let text = places.map { "[\($0.0), \($0.1)]" }.joined(separator: ", ")
        let set = try World().routes([World.feature("A1", World.line(text))])
        #expect(total(set) == millimetres(places))
        #expect(set.pieces.count > 300)
    }

    @Test("a line of many kilometres has the geodesic length of its meridian")
    func longLine() throws {
        let set = try World().routes([World.feature("A1", World.line("[10.05, 50.02], [10.05, 50.08]"))])
        // 1 mm: the sum of 14 geodesics of a meridian is rounded once.
        #expect(abs(total(set) - millimetres([(10.05, 50.02), (10.05, 50.08)])) <= 1)
    }

    @Test("no piece crosses the border of a cell")
    func staysInCell() throws {
        let world = try World()
        let set = try world.routes([World.feature("A1", World.line("[10.01, 50.01], [10.19, 50.09]"))])
        let grid = world.projected.grid
        for piece in set.pieces {
            let cell = grid.cell(at: piece.middle)
            let centre = grid.centre(column: cell.column, row: cell.row)
            for point in [piece.start, piece.end] {
                // 1 µm: the place of a cut is rounded in its last bits.
                #expect(abs(point.x - centre.x) <= grid.cellMetres / 2 + 1e-6)
                #expect(abs(point.y - centre.y) <= grid.cellMetres / 2 + 1e-6)
            }
        }
        #expect(Set(set.pieces.map(\.region)) == [0, 1])
    }

    @Test("the same line in another reference system has the same length to a few millimetres")
    func otherSystem() throws {
        let world = try World()
        let degrees = try world.routes([World.feature("A1", World.line("[10.02, 50.03], [10.021, 50.032]"))])
        let transform = try CoordinateTransform(from: .wgs84, to: ReferenceSystem(definition: "EPSG:32632"))
        let ends = try [(10.02, 50.03), (10.021, 50.032)].map { try transform.forward(PlanePoint(x: $0.0, y: $0.1)) }
        let text = ends.map { "[\($0.x), \($0.y)]" }.joined(separator: ", ")
        let plane = try world.routes([World.feature("A1", World.line(text))], crs: VectorFixture.crs(32632))
        // 5 mm in 230 m: an edge is straight in its own system, and the two straight lines differ by their sagitta.
        #expect(abs(total(degrees) - total(plane)) <= 5)
    }

    @Test("features with one identifier are one route, parts of a multi-line too, and what lies outside is told apart")
    func joins() throws {
        let set = try World().routes([
            World.feature("A1", World.line("[10.01, 50.05], [10.02, 50.05]")),
            World.feature(
                "A1",
                "\"MultiLineString\", \"coordinates\": [[[10.03, 50.05], [10.04, 50.05]], [[9.98, 50.05], [9.99, 50.05]]]"
            ),
            World.feature("B2", World.line("[9.5, 50.05], [9.6, 50.05]")),
        ])
        #expect(set.routes.map(\.id) == ["A1"])
        #expect(set.notes.outside == 1)
        #expect(set.outsideMillimetres[0] > 700_000)
        #expect(set.pieces.filter { !$0.continues }.count == 2)
    }

    @Test(
        "tunnels are known by the words of OpenStreetMap",
        arguments: [
            (", \"tunnel\": true", true), (", \"tunnel\": \"yes\"", true), (", \"tunnel\": \"no\"", false),
            (", \"tunnel\": \"building_passage\"", true), (", \"tunnel\": false", false),
            (", \"underground\": 1", true), (", \"location\": \"underground\"", true), (", \"layer\": -1", false),
            (", \"layer\": -1, \"covered\": \"yes\"", true), (", \"layer\": 1, \"covered\": \"yes\"", false),
        ])
    func tunnelWords(more: String, isTunnel: Bool) throws {
        let set = try World().routes([World.feature("A1", more: more, World.line("[10.01, 50.05], [10.02, 50.05]"))])
        #expect(set.pieces.allSatisfy { $0.isUnderground == isTunnel })
    }

    @Test("a line with heights is underground where it lies more than the depth below the ground, and only there")
    func heights() throws {
        let set = try World().routes([
            World.feature("A1", World.line("[10.01, 50.05, 120], [10.05, 50.05, 120], [10.09, 50.05, 60]"))
        ])
        let tunnel = set.pieces.filter(\.isUnderground).reduce(0) { $0 + Int($1.millimetres) }
        // Ground 100 m: 90 m is reached halfway down from 120 m to 60 m. 250 m: a cell is told by its middle.
        let half = Double(millimetres([(10.05, 50.05), (10.09, 50.05)])) / 2
        #expect(abs(Double(tunnel) - half) < 250_000)
        #expect(set.pieces.first?.isUnderground == false && set.pieces.last?.isUnderground == true)
    }

    @Test("heights that are all zero are taken for none, and counted")
    func flatHeights() throws {
        let set = try World().routes([World.feature("A1", World.line("[10.01, 50.05, 0], [10.02, 50.05, 0]"))])
        #expect(set.notes.flatHeights == 1)
        #expect(set.pieces.allSatisfy { !$0.isUnderground })
    }

    @Test("features that cannot be used are set aside with number, reason and remedy, and the others stay")
    func setsAside() throws {
        let set = try World().routes([
            World.feature("A1", nil), World.feature("A2", "\"Point\", \"coordinates\": [10.05, 50.05]"),
            World.feature("A3", World.line("[10.05, 50.05], [10.05, 50.05]")),
            World.feature("", World.line("[10.01, 50.05], [10.02, 50.05]")),
            World.feature("A4", kind: "", World.line("[10.01, 50.05], [10.02, 50.05]")),
            World.feature("A5", World.line("[10.01, 50.05], [10.02, 50.05]")),
            World.feature("A5", kind: "railway", World.line("[10.01, 50.05], [10.02, 50.05]")),
        ])
        // A road and a railway of one name are two routes.
        #expect(set.routes.map { "\($0.id) \($0.kind)" } == ["A5 road", "A5 railway"])
        #expect(set.notes.refused.map(\.number) == [1, 2, 3, 4, 5])
        #expect(
            set.notes.refused.map(\.code)
                == ["no-line", "no-line", "bad-line", "missing-id", "missing-kind"])
        #expect(set.notes.refused.allSatisfy { !$0.remedy.isEmpty && !$0.problem.isEmpty })
    }

    @Test("an identifier that is selected and not there is refused with the nearest one")
    func unknownSelection() throws {
        let error = #expect(throws: MastheadError.self) {
            try World().routes(
                [World.feature("North", World.line("[10.01, 50.05], [10.02, 50.05]"))], select: ["Nroth"])
        }
        #expect(error?.problem == "there is no route \"Nroth\"")
        #expect(error?.remedy == "Write North.")
    }
}
