package dev.muster.profile.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.ChunkImport;
import dev.muster.decide.Decider;
import dev.muster.match.Matcher;
import dev.muster.match.RepeatLedger;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashPart;
import dev.muster.password.HashParts;
import dev.muster.password.HashReading;
import dev.muster.prepare.Prepared;
import dev.muster.problem.InputRefused;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.AttributeKind;
import dev.muster.profile.Dialect;
import dev.muster.read.Position;
import dev.muster.read.SourceRecord;
import dev.muster.report.RecordResult;
import dev.muster.user.Account;
import dev.muster.user.Catalog;
import dev.muster.user.LoginIdKind;
import dev.muster.user.Realm;
import dev.muster.user.Role;
import dev.muster.user.UniqueScope;
import dev.muster.user.User;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Imports tables, written with plain commas, into a few users. */
final class Tables {

  static final AttributeDeclaration PHONE = attribute("phone", AttributeKind.PHONE_NUMBER);
  static final AttributeDeclaration ACTIVE = attribute("active", AttributeKind.BOOLEAN);
  static final AttributeDeclaration NICKNAME = attribute("nickname", AttributeKind.STRING);

  private final Realm realm;
  private final FewUsers directory;
  private long nextUserId;
  private WrongCells wrongCells = WrongCells.FAIL;

  private Tables(Realm realm, FewUsers directory, long nextUserId) {
    this.realm = realm;
    this.directory = directory;
    this.nextUserId = nextUserId;
  }

  Tables(Realm realm) {
    this(
        realm,
        new FewUsers(
            new Catalog(
                List.of(new Role("staff", "Staff members"), new Role("boss", "The boss")),
                List.of())),
        1);
  }

  /** Tables for a realm that wants every login id to be unique. */
  Tables() {
    this(realm(UniqueScope.REALM));
  }

  static Realm realm(UniqueScope scope) {
    return realm(1, scope);
  }

  static Realm realm(int number, UniqueScope scope) {
    return new Realm(
        number,
        "realm" + number,
        Map.of(
            LoginIdKind.EMAIL, scope,
            LoginIdKind.USERNAME, scope,
            LoginIdKind.PHONE_NUMBER, scope),
        Map.of());
  }

  static AttributeDeclaration attribute(String name, AttributeKind kind) {
    return new AttributeDeclaration(
        name, kind, name, false, UniqueScope.NONE, null, null, List.of());
  }

  /** Tables for another realm of the same directory. */
  Tables inRealm(Realm other) {
    return new Tables(other, directory, nextUserId);
  }

  Header header(String line) {
    try {
      return Header.parse(List.of(line.split(",", -1)), realm, List.of(PHONE, NICKNAME, ACTIVE));
    } catch (InputRefused e) {
      throw new AssertionError(e);
    }
  }

  Dialect dialect(String header) {
    return CsvDialect.of(header(header), realm, "FR", new ToyHashes(), wrongCells);
  }

  /** Leaves wrong cells out from now on. */
  Tables lenient() {
    wrongCells = WrongCells.LEAVE_OUT;
    return this;
  }

  static SourceRecord record(Header header, int index, String row) {
    String[] cells = row.split(",", -1);
    Struct.Builder fields = new Struct.Builder();
    for (int i = 0; i < Math.min(cells.length, header.columns().size()); i++) {
      fields.append(header.columns().get(i).name(), Value.of(cells[i]));
    }
    return new SourceRecord(new Position(index, index + 2), fields.build());
  }

  /** Imports rows as one chunk. */
  List<RecordResult> run(String header, String... rows) {
    Dialect dialect = dialect(header);
    directory.lookUpBy(dialect.lookups());
    List<Prepared> chunk = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      chunk.add(dialect.preparation().prepare(record(header(header), i, rows[i])));
    }
    ChunkImport conductor =
        new ChunkImport(
            new Matcher(realm.number()),
            new Decider(dialect.policy(), realm, Instant.EPOCH),
            nextUserId,
            false);
    nextUserId += rows.length;
    return conductor.run(chunk, directory, new RepeatLedger(key -> true, Map.of()));
  }

  /** Imports one row. */
  RecordResult runOne(String header, String row) {
    return run(header, row).get(0);
  }

  List<User> users() {
    return directory.all();
  }

  /** The account of the only user there is. */
  Account onlyAccount() {
    assertThat(users()).hasSize(1);
    return users().get(0).account();
  }

  /** Takes {@code toy$…}; its costs are too high from {@code toy$$} on. */
  private static final class ToyHashes implements HashParts.Reader {

    @Override
    public HashReading read(String encoded) {
      if (!encoded.startsWith("toy$")) {
        return new HashReading.NotMine();
      }
      if (encoded.equals("toy$")) {
        return new HashReading.Malformed("Invalid format for toy hasher");
      }
      return encoded.startsWith("toy$$")
          ? new HashReading.OutOfBounds("toy cost must be from 1 to 2")
          : new HashReading.Accepted(new EncodedHash("toy", encoded));
    }

    /** Puts salt and hash together. */
    @Override
    public HashParts.Reading read(HashParts parts) {
      if (!parts.has(HashPart.HASH)) {
        return new HashParts.Reading.NoPassword();
      }
      return parts.has(HashPart.SCHEME)
          ? new HashParts.Reading.Accepted(
              new EncodedHash(
                  parts.text(HashPart.SCHEME),
                  parts.text(HashPart.SALT) + parts.text(HashPart.HASH)))
          : new HashParts.Reading.Refused(HashPart.SCHEME, "no scheme");
    }
  }
}
