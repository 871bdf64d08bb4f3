import Glane
@main struct M { static func main() { print(Extractor().extract("Du 8 au 10").source.tokens.count) } }
