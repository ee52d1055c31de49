package dev.muster.app.cli.imports;

import dev.muster.app.cli.text.Numbers;
import dev.muster.app.format.HashNote;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.job.run.ProofResult;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is said about the hashes of an import: what passwords have proved, and what is open. */
final class HashRemarks {

  private Optional<ProofResult> proof = Optional.empty();
  private final Set<HashNote> told = new HashSet<>();

  /**
   * Lines to print before the import, when the known passwords have been checked.
   *
   * @param quiet whether only schemes that were assumed are doubted, because the import is one of
   *     many
   */
  List<String> begin(SurveyedInput input, ProofResult result, boolean quiet) {
    proof = Optional.of(result);
    List<String> lines = new ArrayList<>(0);
    if (result.wholeInput()) {
      result.kinds().stream()
          .filter(kind -> kind.passwords() > 0)
          .forEach(
              kind ->
                  lines.add(
                      "proved: "
                          + kind.name()
                          + " by "
                          + Numbers.count(kind.passwords(), "password")
                          + ", "
                          + Numbers.count(kind.users(), "user")));
      result.kinds().stream()
          .filter(kind -> kind.passwords() == 0)
          .forEach(
              kind ->
                  lines.add(
                      "not proved: "
                          + kind.name()
                          + ", "
                          + Numbers.count(kind.users(), "user")
                          + (kind.line() > 0 ? ", the first in line " + kind.line() : "")
                          + "; add one of them to the sample"));
    }
    for (HashNote note : open(input)) {
      told.add(note);
      if (!quiet || note.assumed()) {
        lines.add((note.usual() ? "note: " : "warning: ") + note.sentence());
      }
    }
    return lines;
  }

  /** Sentences that were not printed before the import, because it had to be read first. */
  List<String> end(SurveyedInput input) {
    return open(input).stream()
        .filter(note -> !told.contains(note))
        .map(note -> (note.usual() ? "Note: " : "Warning: ") + note.sentence())
        .toList();
  }

  /** All sentences about hashes that may have been read as a wrong scheme. */
  List<String> warnings(SurveyedInput input) {
    return sentences(input, false);
  }

  /** All sentences about hashes that are mostly what they are read as. */
  List<String> notes(SurveyedInput input) {
    return sentences(input, true);
  }

  private List<String> sentences(SurveyedInput input, boolean usual) {
    return open(input).stream()
        .filter(note -> note.usual() == usual)
        .map(HashNote::sentence)
        .toList();
  }

  private List<HashNote> open(SurveyedInput input) {
    Set<String> proved = proof.map(ProofResult::provedSchemes).orElse(Set.of());
    return input.hashNotes().stream().filter(note -> !proved.contains(note.scheme())).toList();
  }

  /** For the JSON document: which hashes are proved; empty if that was not asked. */
  Optional<Struct> document() {
    return proof
        .filter(ProofResult::wholeInput)
        .map(
            result -> {
              List<Value> proved = new ArrayList<>();
              List<Value> unproved = new ArrayList<>();
              for (ProofResult.Kind kind : result.kinds()) {
                (kind.passwords() > 0 ? proved : unproved).add(document(kind));
              }
              return new Struct.Builder()
                  .put("proved", new Value.Array(proved))
                  .put("unproved", new Value.Array(unproved))
                  .build();
            });
  }

  private static Struct document(ProofResult.Kind kind) {
    Struct.Builder one = new Struct.Builder();
    one.put("hashes", Value.of(kind.name()));
    one.put("users", Value.of(kind.users()));
    if (kind.passwords() > 0) {
      one.put("passwords", Value.of(kind.passwords()));
    } else if (kind.line() > 0) {
      one.put("line", Value.of(kind.line()));
    }
    return one.build();
  }
}
