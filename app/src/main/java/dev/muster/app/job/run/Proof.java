package dev.muster.app.job.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.format.RecordBatch;
import dev.muster.app.format.RecordReader;
import dev.muster.app.format.SurveyedInput;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashSchemes;
import dev.muster.prepare.Candidate;
import dev.muster.prepare.ChunkPreparation;
import dev.muster.prepare.Draft;
import dev.muster.prepare.Prepared;
import dev.muster.prepare.Wish;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.read.Position;
import dev.muster.user.Canonical;
import dev.muster.user.Catalog;
import dev.muster.user.Key;
import dev.muster.user.LoginIdKind;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks known passwords against the input's hashes, so that an export whose hashes don't work is
 * detected before anything is imported. Passwords never appear in messages.
 */
public final class Proof {

  /** Nothing to check. */
  public static final Proof NONE = new Proof(Map.of(), new HashSchemes(List.of()), false);

  private final Map<String, String> passwords;
  private final HashSchemes schemes;
  private final boolean wholeInput;

  /**
   * Known passwords to check.
   *
   * @param passwords passwords by login: user name, e-mail address or phone number
   * @param schemes all hash schemes that the directory can verify
   * @param wholeInput whether the input is read to its end, to tell which kinds of hashes none of
   *     the passwords has proved
   */
  public Proof(Map<String, String> passwords, HashSchemes schemes, boolean wholeInput) {
    this.passwords = Collections.unmodifiableMap(new LinkedHashMap<>(passwords));
    this.schemes = schemes;
    this.wholeInput = wholeInput;
  }

  /** Whether an input was refused only because known passwords don't fit; it is readable. */
  public static boolean failed(InputRefused refused) {
    return refused.problems().stream()
        .allMatch(problem -> problem.code() == ProblemCode.PROOF_FAILED);
  }

  /** The number of passwords to check. */
  public int size() {
    return passwords.size();
  }

  /**
   * Finds the first record of each login, and checks its hash.
   *
   * @throws InputRefused if one of the passwords is wrong, or can't be checked
   */
  ProofResult check(SurveyedInput input) throws InputRefused, IOException {
    if (passwords.isEmpty() && !wholeInput) {
      return ProofResult.NONE;
    }
    Map<Key, String> wanted = new HashMap<>();
    for (String login : passwords.keySet()) {
      for (LoginIdKind kind : LoginIdKind.values()) {
        wanted.put(Key.of(kind, Canonical.of(kind, login)), login);
      }
    }
    Map<String, InputProblem> open = new LinkedHashMap<>();
    passwords.keySet().forEach(login -> open.put(login, missing(login)));
    List<InputProblem> wrong = new ArrayList<>();
    HashCensus census = new HashCensus(schemes);
    try (RecordReader reader = input.open()) {
      RecordBatch batch = reader.next(Imports.READ_AT_ONCE);
      while (batch.size() > 0 && (wholeInput || !open.isEmpty())) {
        check(batch, input, wanted, open, wrong, census);
        batch = reader.next(Imports.READ_AT_ONCE);
      }
    }
    wrong.addAll(open.values());
    if (!wrong.isEmpty()) {
      throw new InputRefused(wrong);
    }
    return new ProofResult(census.kinds(), wholeInput);
  }

  private void check(
      RecordBatch batch,
      SurveyedInput input,
      Map<Key, String> wanted,
      Map<String, InputProblem> open,
      List<InputProblem> wrong,
      HashCensus census) {
    if (!batch.section().ofUsers()) {
      return;
    }
    ChunkPreparation preparation = ChunkPreparation.of(input.dialect().preparation());
    for (Prepared prepared : preparation.prepare(batch)) {
      if (prepared instanceof Prepared.Ready ready) {
        if (wholeInput) {
          count(ready.candidate(), census);
        }
        for (Key key : ready.candidate().loginKeys()) {
          String login = wanted.get(key);
          if (login != null && open.remove(login) != null) {
            check(login, ready.candidate(), wrong, census);
          }
        }
      }
    }
  }

  /** Passwords that are not hashed yet are not counted: there is nothing to prove about them. */
  private static void count(Candidate candidate, HashCensus census) {
    if (candidate.wishes().stream().anyMatch(Wish::isSlow)) {
      return;
    }
    EncodedHash hash = hash(candidate);
    if (hash != null) {
      census.user(hash, candidate.position().line());
    }
  }

  private void check(
      String login, Candidate candidate, List<InputProblem> wrong, HashCensus census) {
    EncodedHash hash = hash(candidate);
    String password = passwords.getOrDefault(login, "");
    if (hash == null) {
      wrong.add(problem("the record of " + login + " has no password", candidate.position()));
    } else if (!schemes.verify(hash, password.getBytes(UTF_8))) {
      wrong.add(
          problem(
              "the password of "
                  + login
                  + " does not fit its hash, which is read as "
                  + hash.scheme()
                  + ": see muster hash solve",
              candidate.position()));
    } else {
      census.proved(hash, candidate.position().line());
    }
  }

  /** The password hash that the record would give to a new user; null if none. */
  private static @org.jspecify.annotations.Nullable EncodedHash hash(Candidate candidate) {
    Draft draft = new Draft(null, 1, Catalog.EMPTY, Instant.EPOCH);
    for (Wish wish : candidate.wishes()) {
      wish.grant(draft);
    }
    return draft.account().password();
  }

  private static InputProblem problem(String message, Position position) {
    return new InputProblem(ProblemCode.PROOF_FAILED, message, position.line(), 0, -1);
  }

  private static InputProblem missing(String login) {
    return InputProblem.of(
        ProblemCode.PROOF_FAILED,
        "no record of the input that can be imported has the login "
            + login
            + "; if one has it, a dry run without --prove tells why that record fails");
  }

  @Override
  public String toString() {
    return "Proof[logins=" + passwords.keySet() + "]";
  }
}
