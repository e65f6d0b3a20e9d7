import Foundation
import MastheadCore
import MastheadGeo
import MastheadOutput
import MastheadPlanning
import MastheadTestSupport
import Testing

@Suite("The tables and layers of a site plan hold its values")
struct PlanTableTests {
    @Test("the table of sites has their costs, gains and losses, and names with commas, quotes and any letters")
    func sites() throws {
        let plan = try SyntheticPlan(sites: 3)
        try plan.write(["plan-sites"])
        let places = plan.content.plan.sites.map { site in
            [site.position.longitudeDegrees, site.position.latitudeDegrees]
                .map { FixedPoint.text($0, decimals: 7) }.joined(separator: ",")
        }
        #expect(
            try plan.text("plan-sites.csv") == """
                order,site_id,origin,pinned,longitude_deg,latitude_deg,region_id,region_name,ground_m,bands,stations,\
                site_cost,cost,cumulative_cost,currency,gained_people,gained_route_km,gained_places,\
                lost_people_without,lost_route_km_without,lost_places_without,reason
                1,C0,station,yes,\(places[0]),R0,West,214.3,n28,C0-n28,25000,55000,55000,EUR,56864.20,3.000500,1,\
                18954.73,0.000001,0,Serves most people for its cost.
                2,"Höhe ""Nord"", 南",tower,no,\(places[1]),R0,West,214.3,n28 n41,\
                "Höhe ""Nord"", 南-n28 Höhe ""Nord"", 南-n41",25000,75000,130000,EUR,51177.78,1.500250,0,17059.26,\
                0.000001,0,"Serves ""Dorf"", and 3 km of the A1."
                3,C2,summit,no,\(places[2]),,,214.3,n28,C2-n28,110000,140000,270000,EUR,46060.00,1.000166,0,15353.33,\
                0.000001,0,Serves most people for its cost.

                """)
    }

    @Test("the table of sectors has one row for each azimuth, and one without azimuth for an antenna without direction")
    func sectors() throws {
        let plan = try SyntheticPlan(sites: 2)
        try plan.write(["plan-sectors"])
        let lines = try plan.text("plan-sectors.csv").split(separator: "\n").map(String.init)
        #expect(lines.count == 1 + 3 + 3 + 1)
        let position = plan.content.plan.sites[1].position
        let place =
            FixedPoint.text(position.longitudeDegrees, decimals: 7) + ","
            + FixedPoint.text(position.latitudeDegrees, decimals: 7)
        let id = "Höhe \"\"Nord\"\", 南"
        #expect(
            lines[5]
                == "2,\"\(id)\",\"\(id)-n28\",\"\(id)-n28/2\",n28,\(place),R0,35.0,130.5,2.0,4.0,46.00,30000,EUR,"
                + "reach,\"serves people, routes or places that nothing else serves\"")
        #expect(
            lines[7]
                == "2,\"\(id)\",\"\(id)-n41\",\"\(id)-n41/1\",n41,\(place),R0,28.5,,0.0,0.0,43.25,20000,EUR,"
                + "density,fills the number of base stations that the region is to have")
    }

    @Test("the other tables say exactly what the plan says")
    func others() throws {
        let plan = try SyntheticPlan(sites: 1, unserved: 3)
        try plan.write()
        #expect(
            try plan.text("plan-curve.csv") == """
                sites,base_stations,cost,currency,served_people,served_people_percent,served_route_km,served_places
                0,5,0,EUR,243703.70,30.000,41.000000,4
                1,6,55000,EUR,300567.90,37.000,44.000500,5

                """)
        #expect(
            try plan.text("plan-targets.csv") == """
                target_id,title,unit,available,needed,before,after,possible,needed_percent,before_percent,\
                after_percent,possible_percent,met,obstacle
                reach-1,people outdoors in n28,persons,812345.68,649876.54,243703.70,300567.90,812345.68,80.000,30.000,\
                37.000,100.000,no,No candidate reaches the rest.
                reach-2,people outdoors in n28,persons,812345.68,771728.39,243703.70,300567.90,812345.68,95.000,30.000,\
                37.000,100.000,no,No candidate reaches the rest.
                routes,routes,km,90.000000,60.000000,41.000000,44.000500,80.000000,66.666,45.555,48.889,88.888,no,

                """)
        #expect(
            try plan.text("plan-density.csv") == """
                region_id,region_name,people,base_stations_before,base_stations_after,base_stations_needed,\
                missing_before,missing_after,per_10000_persons_before,per_10000_persons_after,\
                target_per_10000_persons,counting_rule,population_source
                R0,West,10000.00,5,6,18,13,12,5.000,6.000,18,station,"Formula, 2026"
                R1,East,0.00,5,6,0,0,0,no people,no people,18,station,"Formula, 2026"

                """)
        #expect(
            try plan.text("plan-choices.csv") == """
                site_id,choice,cost_difference,currency,people_difference
                "T1, old",pinned,90000,EUR,-1.50
                C9,forbidden,-10,EUR,0.00

                """)
    }

    @Test("the table of what stays unserved leaves a remedy empty where there is none, and a length where it has none")
    func unserved() throws {
        let plan = try SyntheticPlan(sites: 0, unserved: 3)
        try plan.write(["plan-unserved"])
        let places = plan.content.plan.unserved.map { demand in
            [demand.position.longitudeDegrees, demand.position.latitudeDegrees]
                .map { FixedPoint.text($0, decimals: 7) }.joined(separator: ",")
        }
        #expect(
            try plan.text("plan-unserved.csv") == #"""
                rank,kind,name,region_id,region_name,longitude_deg,latitude_deg,people,length_km,remedy_site_id,\#
                remedy_cost,currency,why
                1,settlement,"北京市, ""Haidian""",R0,West,\#(places[0]),4000.00,,C0,150000,EUR,"Behind a ridge, and dear."
                2,settlement,,R0,West,\#(places[1]),2000.00,,,,EUR,"Behind a ridge, and dear."
                3,section,Dorf 2,R0,West,\#(places[2]),800.00,1.234567,C2,150000,EUR,"Behind a ridge, and dear."

                """#)
    }

    @Test("the package reads back: sites, sectors, what stays unserved, regions and definitions")
    func package() throws {
        let plan = try SyntheticPlan(sites: 3, unserved: 3, names: ["West \"1\", '2'", "南区"])
        try plan.write(["plan"])
        func features(_ layer: String) throws -> [VectorFeature] {
            var found: [VectorFeature] = []
            try VectorReader(path: plan.run.folder.file("out/plan.gpkg"), layer: layer).forEach { found.append($0) }
            return found
        }
        let sites = try features("sites")
        #expect(sites.map { $0.fields["site_order"] } == ["1", "2", "3"])
        #expect(sites.map { $0.fields["site_id"] } == ["C0", "Höhe \"Nord\", 南", "C2"])
        #expect(sites.map { $0.fields["cumulative_cost"] } == ["55000", "130000", "270000"])
        #expect(sites[1].fields["bands"] == "n28 n41")
        #expect(sites[1].fields["gained_route_km"] == "1.50025")
        #expect(sites[1].fields["reason"] == "Serves \"Dorf\", and 3 km of the A1.")
        #expect(sites[1].fields["region_name"] == "West \"1\", '2'")
        #expect(sites[2].fields["region_id"] == nil)
        let plane = plan.content.plan.sites[0].plane
        guard case .points(let points) = sites[0].geometry, let point = points.first else {
            Issue.record("a site is a point")
            return
        }
        // 0.5 mm: places are rounded to whole millimetres.
        #expect(abs(point.x - plane.x) <= 0.000_5 && abs(point.y - plane.y) <= 0.000_5)
        let sectors = try features("sectors")
        #expect(sectors.count == 10)
        #expect(sectors[1].fields["azimuth_deg"] == "130.5")
        #expect(sectors[6].fields["azimuth_deg"] == nil)
        #expect(sectors[6].fields["power_dbm"] == "43.25")
        guard case .polygons(let ring) = sectors[6].geometry else {
            Issue.record("a sector is a polygon")
            return
        }
        #expect(ring.first?.outer.count == 12)
        let unserved = try features("unserved")
        #expect(unserved.map { $0.fields["name"] } == ["北京市, \"Haidian\"", "", "Dorf 2"])
        #expect(unserved.map { $0.fields["remedy_cost"] } == ["150000", nil, "150000"])
        #expect(unserved[2].fields["length_km"] == "1.234567")
        let regions = try features("regions")
        #expect(regions.map { $0.fields["region_name"] } == ["West \"1\", '2'", "南区"])
        #expect(regions.map { $0.fields["missing_before"] } == ["13", "0"])
        #expect(regions.map { $0.fields["per_10000_persons_after"] } == ["8", nil])
        let definitions = try features("plan_definitions")
        let values = Dictionary(
            definitions.map { ($0.fields["name"] ?? "", $0.fields["value"] ?? "") }, uniquingKeysWith: { $1 })
        #expect(values.count == definitions.count)
        #expect(values["currency"] == "EUR")
        #expect(values["candidates_summit_left_out_excluded_area"] == "1")
        #expect(values["n28_threshold_dbm"] == "-110")
        #expect(
            values["certificate"] == "No plan that meets the needs costs less than 261,900 EUR (gap 3.09 %).")
    }

    @Test("a bound on what is served is told in persons, and a proven plan as such")
    func certificates() throws {
        var plan = try SyntheticPlan(sites: 1)
        plan.content.plan.certificate = PlanCertificate(
            sense: .mostServed, value: 300e12, bound: 303e12, isProvenOptimal: false, scope: "")
        plan.content.plan.targets.removeLast()
        func certificate() throws -> String? {
            try plan.write(["plan"])
            var value: String?
            try VectorReader(path: plan.run.folder.file("out/plan.gpkg"), layer: "plan_definitions").forEach {
                if $0.fields["name"] == "certificate" { value = $0.fields["value"] }
            }
            return value
        }
        #expect(try certificate() == "No plan within the budget serves more than 303,000 persons (gap 1.00 %).")
        plan.content.plan.certificate.isProvenOptimal = true
        #expect(try certificate() == "Proven optimal: no plan is better.")
    }
}
