package dev.muster.app.hash;

import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.spelling.StandardSpellings;
import dev.muster.password.CostBounds;
import dev.muster.password.HashFields;
import dev.muster.password.HashPart;
import dev.muster.password.HashParts;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How the records of one import format have a hash.
 *
 * @param format its name, such as {@code csv}
 * @param member the column or member that has the hash; empty if the format does not take it
 * @param naming what else has to be written so that it is read as this scheme; may be empty
 * @param shown the members or columns to write, with {@code HASH} and other names in place of the
 *     secrets
 */
public record ImportForm(String format, Optional<String> member, String naming, Members shown) {

  private static final CostBounds LIMITS = StandardSchemes.limits();
  private static final HashSchemes ALL = SharedSchemes.LIMITED.get();
  private static final RestAuthHashes RESTAUTH =
      new RestAuthHashes(ALL, StandardSchemes.django(LIMITS), (name, known) -> Optional.empty());
  private static final TableHashes TABLES = new TableHashes(SharedSchemes.LIMITED);
  private static final HashSchemes BCRYPT = StandardSchemes.bcrypt(LIMITS);
  private static final Auth0Hashes AUTH0 = Auth0Hashes.within(SharedSchemes.LIMITED);
  private static final String NAME = "HASH";

  /**
   * What each format needs for a hash.
   *
   * @param text a hash that the scheme accepts
   */
  public static List<ImportForm> of(String scheme, String text) {
    return List.of(
        csv(scheme, text), restAuth(scheme, text), authgear(scheme, text), auth0(scheme, text));
  }

  /** Whether the format takes the hash. */
  public boolean isTaken() {
    return member.isPresent();
  }

  /**
   * In words: {@code password_hash, with password_scheme nt} for tables, and the member for JSON
   * formats, such as {@code "password":{"algorithm":"nt","hash":"HASH"}}; {@code no} if not taken.
   */
  public String words() {
    if (member.isEmpty()) {
      return "no";
    }
    if (format.equals("csv")) {
      return member.get() + (naming.isEmpty() ? "" : ", with " + naming);
    }
    String json = shown.toJson();
    return json.substring(1, json.length() - 1);
  }

  /** A line for terminals. */
  public String line() {
    return String.format(Locale.ROOT, "  %-10s%s", format, words());
  }

  private static ImportForm csv(String scheme, String text) {
    String column = HashPart.HASH.columnName();
    if (TABLES.read(text) instanceof HashReading.Accepted read
        && read.hash().scheme().equals(scheme)) {
      return new ImportForm("csv", Optional.of(column), "", new Members().with(column, NAME));
    }
    HashParts named = new HashParts(Map.of(HashPart.SCHEME, scheme, HashPart.HASH, text));
    if (!(TABLES.read(named) instanceof HashParts.Reading.Accepted)) {
      return no("csv");
    }
    String name = HashPart.SCHEME.columnName();
    return new ImportForm(
        "csv", Optional.of(column), name + " " + scheme, pair(name, scheme, column, NAME));
  }

  private static ImportForm restAuth(String scheme, String text) {
    HashReading reading = RESTAUTH.apply(scheme, text);
    return reading instanceof HashReading.Cleartext
            || (reading instanceof HashReading.Accepted read
                && (read.hash().scheme().equals(scheme) || StandardSpellings.isName(scheme)))
        ? password("restauth", "algorithm", "hash", scheme)
        : no("restauth");
  }

  private static ImportForm authgear(String scheme, String text) {
    Optional<HashReading> reading =
        scheme.equals("bcrypt")
            ? Optional.of(BCRYPT.read(text))
            : ALL.byName(scheme).map(named -> named.readAs(text));
    return reading.filter(HashReading.Accepted.class::isInstance).isPresent()
        ? password("authgear", "type", "password_hash", scheme)
        : no("authgear");
  }

  /** A member {@code password} with the scheme and the hash. */
  private static ImportForm password(String format, String naming, String member, String scheme) {
    return new ImportForm(
        format,
        Optional.of(member),
        naming + " " + scheme,
        new Members().with("password", pair(naming, scheme, member, NAME)));
  }

  private static ImportForm auth0(String scheme, String text) {
    Optional<KnownScheme> known =
        StandardSchemes.known().stream().filter(each -> each.name().equals(scheme)).findFirst();
    return known
        .flatMap(each -> Auth0Form.of(each, text))
        .filter(form -> AUTH0.read(form.fields()) instanceof HashFields.Reading.Accepted)
        .map(
            form ->
                new ImportForm(
                    "auth0",
                    Optional.of(Auth0Form.MEMBER),
                    "algorithm " + form.fields().algorithm(),
                    new Members().with(Auth0Form.MEMBER, form.shown())))
        .orElseGet(() -> no("auth0"));
  }

  private static Members pair(String first, String one, String second, String other) {
    return new Members().with(first, one).with(second, other);
  }

  private static ImportForm no(String format) {
    return new ImportForm(format, Optional.empty(), "", new Members());
  }
}
