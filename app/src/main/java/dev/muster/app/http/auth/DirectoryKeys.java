package dev.muster.app.http.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.muster.app.store.Database;
import dev.muster.app.store.Session;
import dev.muster.app.store.SigningKeys.StoredKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The keys that sign a directory's own tokens: RSA, kept in the directory, the first one made when
 * it is needed. Thread-safe.
 */
public final class DirectoryKeys {

  private static final int BITS = 2048;
  private static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(1);

  private final Database database;
  private final Clock clock;
  private final Map<String, RSAKey> known = new HashMap<>();
  private long readNanos = System.nanoTime() - READ_AGAIN_AFTER.toNanos() - 1;

  public DirectoryKeys(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The key that new tokens are signed with; made and stored if the directory has none. */
  RSAKey signing() {
    try (Session session = database.open()) {
      List<StoredKey> before = session.signingKeys().all();
      if (!before.isEmpty()) {
        return parse(before.get(0));
      }
      RSAKey made = make(); // outside the transaction, because it takes time
      return session.inTransaction(
          () -> {
            List<StoredKey> stored = session.signingKeys().all();
            if (!stored.isEmpty()) {
              return parse(stored.get(0));
            }
            session
                .signingKeys()
                .add(
                    new StoredKey(
                        made.getKeyID(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        made.toJSONString()));
            return made;
          });
    }
  }

  /** The key with an id; a key that another process has made is known within a second. */
  synchronized Optional<RSAKey> find(String id) {
    if (!known.containsKey(id) && System.nanoTime() - readNanos > READ_AGAIN_AFTER.toNanos()) {
      readNanos = System.nanoTime();
      try (Session session = database.openReading()) {
        session
            .signingKeys()
            .all()
            .forEach(stored -> known.put(stored.id(), parse(stored).toPublicJWK()));
      }
    }
    return Optional.ofNullable(known.get(id));
  }

  private static RSAKey make() {
    try {
      return new RSAKeyGenerator(BITS)
          .keyID("muster-" + UUID.randomUUID())
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e); // every Java platform has RSA
    }
  }

  private static RSAKey parse(StoredKey stored) {
    try {
      return RSAKey.parse(stored.jwk());
    } catch (ParseException e) {
      throw new IllegalStateException("the signing key " + stored.id() + " is damaged", e);
    }
  }
}
