package dev.muster.app.hash.search;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.DigestInput;
import dev.muster.app.hash.digest.Iteration;
import dev.muster.app.hash.digest.Letters;
import dev.muster.app.hash.digest.PasswordForm;
import dev.muster.app.hash.digest.SaltedDigest;
import dev.muster.app.hash.scheme.SecretBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tries digests that are repeated up to ten thousand times, or as often as the text names, with
 * salt, key and login at their usual places.
 */
final class RepeatedSearch implements Search {

  private static final long ROUNDS_MAX = 10_000;
  private static final long NAMED_ROUNDS_MAX = 200_000;
  private static final List<PasswordForm> FORMS =
      List.of(PasswordForm.PLAIN, PasswordForm.of(Letters.UTF16LE));

  @Override
  public String words() {
    return "digests repeated up to 10,000 times";
  }

  @Override
  public boolean suits(Assumption assumed) {
    return DigestSearch.hasDigest(assumed);
  }

  @Override
  public Optional<Solution> find(Assumption assumed, SearchLimit limit) {
    SecretBytes hash = assumed.hash().orElseThrow();
    List<Arrangement> arrangements = new ArrayList<>(Arrangement.of(assumed.texts(), List.of("")));
    assumed.salts().forEach(salt -> arrangements.add(Arrangement.braced(salt)));
    long roundsMax =
        assumed
            .clues()
            .distinctNumbers()
            .filter(number -> number <= NAMED_ROUNDS_MAX)
            .reduce(ROUNDS_MAX, Math::max);
    for (Digest digest : DigestSearch.ofLength(hash.length())) {
      for (PasswordForm form : FORMS) {
        for (Iteration chain : Iteration.values()) {
          for (Arrangement arrangement : arrangements) {
            SaltedDigest once = once(digest, form, chain, arrangement, hash);
            long rounds = rounds(once, assumed.password(), roundsMax, limit);
            if (rounds > 0) {
              return DigestSearch.solution(assumed, repeated(once, rounds), arrangement);
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private static SaltedDigest once(
      Digest digest,
      PasswordForm form,
      Iteration chain,
      Arrangement arrangement,
      SecretBytes hash) {
    return new SaltedDigest(
        digest, form, 1, chain, arrangement.bytesBefore(), arrangement.bytesAfter(), hash);
  }

  private static SaltedDigest repeated(SaltedDigest once, long rounds) {
    return new SaltedDigest(
        once.digest(), once.form(), rounds, once.chain(), once.before(), once.after(), once.hash());
  }

  /** The number of rounds that gives the hash; 0 if none up to the maximum does. */
  private static long rounds(
      SaltedDigest once, byte[] password, long roundsMax, SearchLimit limit) {
    byte[] message = DigestInput.around(once.before(), once.after()).with(once.form().of(password));
    byte[] round = once.digest().of(message);
    for (long i = 1; i <= roundsMax && limit.lasts(); i++) {
      if (once.hash().sameAs(round)) {
        return i;
      }
      round = once.chain().next(once.digest(), round, message);
    }
    return 0;
  }
}
