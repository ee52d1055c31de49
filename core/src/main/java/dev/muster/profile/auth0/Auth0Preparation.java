package dev.muster.profile.auth0;

import dev.muster.password.EncodedHash;
import dev.muster.password.HashFields;
import dev.muster.password.HashReading;
import dev.muster.prepare.Candidate;
import dev.muster.prepare.Claim;
import dev.muster.prepare.Preparation;
import dev.muster.prepare.Prepared;
import dev.muster.prepare.Wish;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.read.Position;
import dev.muster.read.ReadResult;
import dev.muster.read.SourceRecord;
import dev.muster.user.Key;
import dev.muster.value.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Converts Auth0's records to candidates. It checks the {@link RowSchema}, then reads the hash. All
 * problems are reported.
 *
 * <p>For example {@code {"email": "Jo@Example.com", "username": "jo"}} becomes a candidate that the
 * e-mail {@code jo@example.com} or the user name {@code jo} identifies. Immutable and thread-safe.
 */
final class Auth0Preparation implements Preparation {

  private final Auth0Options options;
  private final RowSource source;
  private final RowSchema schema;
  private final Function<String, HashReading> bcrypt;
  private final HashFields.Reader customHashes;

  /**
   * Prepares the records of one input.
   *
   * @param bcrypt reads {@code password_hash}
   * @param customHashes reads {@code custom_password_hash}
   */
  Auth0Preparation(
      Auth0Options options,
      RowSource source,
      Function<String, HashReading> bcrypt,
      HashFields.Reader customHashes) {
    this.options = options;
    this.source = source;
    this.schema = new RowSchema(options);
    this.bcrypt = bcrypt;
    this.customHashes = customHashes;
  }

  @Override
  public Prepared prepareOrReject(ReadResult result) {
    return result.fold(
        this::prepare,
        bad ->
            new Prepared.Invalid(
                bad.position(),
                List.of(
                    bad.problem().code() == ProblemCode.NOT_AN_OBJECT
                        ? Problem.of(ProblemCode.INVALID_TYPE, bad.problem().message())
                        : bad.problem())));
  }

  @Override
  public Prepared prepare(SourceRecord given) {
    Struct record = source.record(given.fields());
    List<Problem> problems = schema.check(record);
    PasswordWish password = problems.isEmpty() ? password(record, problems) : null;
    return password == null
        ? new Prepared.Invalid(given.position(), List.copyOf(problems))
        : new Prepared.Ready(candidate(given.position(), record, password));
  }

  /** The wish for a password; null if the hash has a problem. */
  private @Nullable PasswordWish password(Struct record, List<Problem> problems) {
    String hash = record.text("password_hash");
    if (hash != null) {
      EncodedHash read =
          bcrypt
              .apply(hash)
              .<@Nullable EncodedHash>fold(
                  accepted -> accepted,
                  () -> refuse(problems, "not a bcrypt hash"),
                  message -> refuse(problems, message));
      return read == null ? null : new PasswordWish(read, null);
    }
    if (!(record.get("custom_password_hash") instanceof Struct custom)) {
      return new PasswordWish(null, null);
    }
    HashFields.Reading reading = customHashes.read(CustomHash.fields(custom));
    if (reading instanceof HashFields.Reading.Refused refused) {
      problems.add(CustomHash.problem(refused));
      return null;
    }
    return new PasswordWish(((HashFields.Reading.Accepted) reading).hash(), customHashes);
  }

  private static @Nullable EncodedHash refuse(List<Problem> problems, String message) {
    problems.add(Complaint.of(ProblemCode.INVALID_FORMAT, "password_hash", message));
    return null;
  }

  private Candidate candidate(Position position, Struct record, PasswordWish password) {
    RowIds ids = RowIds.of(record);
    List<Key> further = new ArrayList<>(3);
    List<Key> loginKeys = new ArrayList<>(3);
    List<Claim> claims = new ArrayList<>(4);
    for (RowKey each : RowKey.ALL) {
      Key key = ids.key(each);
      if (key != null) {
        boolean phone = each == RowKey.PHONE_NUMBER;
        claims.add(new Claim(key, each.within(), phone, true, each.property(), Problem.NO_COLUMN));
        if (each != RowKey.USER_ID) {
          loginKeys.add(key);
        }
        // a phone number identifies nobody, but without upsert any match is a duplicate
        if (each != RowKey.EMAIL && !(phone && options.upsert())) {
          further.add(key);
        }
      }
    }
    List<Wish> wishes = new RowWishes(record, ids, options).with(password);
    return new Candidate(
        position, ids.email().key(), further, null, wishes, loginKeys, claims, null, null);
  }
}
