import Glane
@main struct M { static func main() { print(z()) } }
