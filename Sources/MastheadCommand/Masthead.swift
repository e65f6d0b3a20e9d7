@main
struct Masthead {
    static func main() {}
}
