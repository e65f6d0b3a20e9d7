/// Invented names, some with letters beyond ASCII: registers and borders of the real world have them too.
struct NameMaker {
    private var chance: SplitMix64
    private var used: Set<String> = []

    init(seed: UInt64, stream: StaticString) { chance = SplitMix64(seed: seed, stream: stream) }

    private static let starts = [
        "Al", "Bran", "Cal", "Dor", "El", "Fen", "Gar", "Hol", "Il", "Jor", "Kel", "Lan", "Mar", "Nor", "Or", "Pel",
        "Quin", "Ros", "Sel", "Tar", "Ul", "Var", "Wes", "Yar", "Zel", "Åse", "Øst", "Čer", "Łu", "Šar", "Grü", "Mó",
        "São", "Ždan", "Ýr", "Töl",
    ]
    private static let middles = ["a", "e", "i", "o", "en", "in", "or", "an", "é", "ü", "ou", "el", "", "", ""]
    private static let ends = [
        "bach", "brook", "by", "dal", "field", "ford", "ham", "haven", "holm", "lin", "mere", "mond", "nes", "sten",
        "ton", "vale", "vik", "wick", "gård", "lörd", "tín", "szeg",
    ]
    private static let landscapes = [
        "Coast", "Hills", "Marches", "Plain", "Uplands", "Valley", "Woods", "Heights", "Shore", "Vale",
    ]

    /// The name of a settlement, not given before.
    mutating func settlement() -> String {
        var name = ""
        repeat {
            name = chance.pick(Self.starts) + chance.pick(Self.middles) + chance.pick(Self.ends)
            if used.count > 400 { name += " " + chance.pick(Self.landscapes) }
            if used.count > 4000 { name += " \(used.count)" }
        } while !used.insert(name).inserted
        return name
    }

    /// The name of an administrative region, after its chief place or a landscape.
    mutating func region(after settlement: String) -> String {
        chance.uniform() < 0.5 ? settlement : settlement + " " + chance.pick(Self.landscapes)
    }
}
