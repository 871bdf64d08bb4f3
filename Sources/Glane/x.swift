import GlaneFrench
public func z() -> Int { datacount() }
