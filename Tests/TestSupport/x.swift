public func t() {}
