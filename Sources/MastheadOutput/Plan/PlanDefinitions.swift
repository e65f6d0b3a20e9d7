import MastheadCore
import MastheadPlanning

/// What the figures of a plan mean, and what it rests on, as names, values and meanings.
enum PlanDefinitions {
    /// One row for each definition: the job, the certificate, targets and candidates, then those of bands and density.
    static func rows(_ content: PlanContent) -> [(name: String, value: String, meaning: String)] {
        head(content) + certificate(content.plan) + candidates(content.plan)
            + DefinitionRows.rows(content.definitions)
    }

    private static func head(_ content: PlanContent) -> [(name: String, value: String, meaning: String)] {
        let plan = content.plan
        return [
            ("job", content.job, "the job that was planned"),
            ("software", content.software, "the program that planned"),
            ("currency", plan.currency, "what all costs are stated in, whole units"),
            ("sites", "\(plan.sites.count)", "sites that the plan adds or extends"),
            ("cost", "\(plan.cost)", "cost of all of them"),
            ("people", RegionTable.people(content.people), "people of the study area, served or not"),
            ("gained", "people, route km, places", "what a site adds to those before it, in order of choice"),
            (
                "lost_without", "people, route km, places",
                "what is served no more without the site, all others of the plan standing"
            ),
        ]
            + plan.targets.map { target in
                (
                    "target_\(target.id)", PlanWords.outcome(target),
                    target.obstacle.isEmpty ? target.title : "\(target.title); \(target.obstacle)"
                )
            }
    }

    private static func certificate(_ plan: SitePlan) -> [(name: String, value: String, meaning: String)] {
        let certificate = plan.certificate
        return [
            ("certificate", PlanWords.certificate(plan), "how far any plan could be better, by Lagrangian duality"),
            ("certificate_scope", certificate.scope, "the part of the problem that the bound holds for"),
            ("certificate_value", PlainText.number(certificate.value), "value of the plan, as computed"),
            ("certificate_bound", PlainText.number(certificate.bound), "no plan is better than this"),
            (
                "certificate_gap_percent", PlainText.number(certificate.gap * 100),
                "share by which any plan could be better"
            ),
        ]
    }

    private static func candidates(_ plan: SitePlan) -> [(name: String, value: String, meaning: String)] {
        plan.candidates.flatMap { count in
            [("candidates_\(count.origin.rawValue)", "\(count.kept)", "\(count.origin.meaning): could be chosen")]
                + count.left.sorted { $0.key < $1.key }.map { reason, number in
                    (
                        "candidates_\(count.origin.rawValue)_left_out_\(reason.replacing(" ", with: "_"))",
                        "\(number)", "\(count.origin.meaning): left out, \(reason)"
                    )
                }
        }
    }
}
