import ArgumentParser

/// Exit statuses, as in `sysexits.h` where it has one.
enum ExitStatus: Int32 {
  case someDocumentsFailed = 1
  case badData = 65
  case noInput = 66
  case ioError = 74
}

/// Something that ends the command, or the reading of one file.
struct CommandFailure: Error {
  let message: String
  let status: ExitStatus

  init(_ message: String, status: ExitStatus) {
    self.message = message
    self.status = status
  }
}

/// Standard output takes no more.
enum OutputFailure: Error {
  /// The reader went away: nothing to say, nothing went wrong.
  case closed
  case failed(String)
}

/// Counts what became of the documents, and settles the exit status.
struct Outcome {
  private var good = 0
  private var firstFailure: ExitStatus?

  mutating func succeeded() { good += 1 }

  mutating func failed(_ status: ExitStatus) {
    if firstFailure == nil { firstFailure = status }
  }

  /// Nothing failed: no status. Some documents did: 1. All of them: the first one's own status.
  func finish() throws {
    guard let firstFailure else { return }
    throw ExitCode((good > 0 ? .someDocumentsFailed : firstFailure).rawValue)
  }
}

/// Runs a command's work; failures go to standard error as `glane: …`.
@MainActor
func reportingFailures(_ body: @MainActor () async throws -> Void) async throws {
  do {
    try await body()
  } catch let failure as CommandFailure {
    complain(failure.message)
    throw ExitCode(failure.status.rawValue)
  } catch OutputFailure.closed {
    return
  } catch OutputFailure.failed(let reason) {
    complain("standard output: \(reason)")
    throw ExitCode(ExitStatus.ioError.rawValue)
  }
}

/// Writes a line to standard error.
func complain(_ message: String) {
  var line = "glane: \(message)\n"
  line.withUTF8 { _ = System.writeBytes(System.standardError, UnsafeRawBufferPointer($0)) }
}
