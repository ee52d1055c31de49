package dev.muster.app.job.run;

import dev.muster.password.EncodedHash;
import dev.muster.password.HashSchemes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the users and the proved passwords of each kind of hash. For one thread. */
final class HashCensus {

  private final HashSchemes schemes;
  private final Map<HashKind, Count> counts = new LinkedHashMap<>();

  HashCensus(HashSchemes schemes) {
    this.schemes = schemes;
  }

  /** Counts a user of the input. */
  void user(EncodedHash hash, long line) {
    count(hash, line).users++;
  }

  /** Counts a password that fitted. */
  void proved(EncodedHash hash, long line) {
    count(hash, line).passwords++;
  }

  private Count count(EncodedHash hash, long line) {
    return counts.computeIfAbsent(HashKind.of(hash, schemes), kind -> new Count(line));
  }

  List<ProofResult.Kind> kinds() {
    return counts.entrySet().stream()
        .map(
            entry ->
                new ProofResult.Kind(
                    entry.getKey().scheme(),
                    entry.getKey().name(),
                    entry.getValue().passwords,
                    entry.getValue().users,
                    entry.getValue().line))
        .toList();
  }

  private static final class Count {

    private final long line;
    private long users;
    private long passwords;

    Count(long line) {
      this.line = line;
    }
  }
}
