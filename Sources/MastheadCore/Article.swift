/// The articles of messages that are put together.
public enum Article {
    /// A noun with its indefinite article: `a carrier`, `an antenna height`.
    public static func indefinite(_ noun: String) -> String {
        let isVowel = noun.first.map { "aeiouAEIOU".contains($0) } ?? false
        return (isVowel ? "an " : "a ") + noun
    }
}
