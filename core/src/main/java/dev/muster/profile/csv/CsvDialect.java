package dev.muster.profile.csv;

import dev.muster.password.HashParts;
import dev.muster.profile.Dialect;
import dev.muster.user.Realm;
import dev.muster.user.UniqueScope;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Configures the CSV dialect for one table. */
public final class CsvDialect {

  private CsvDialect() {}

  /**
   * The dialect of a table with a header.
   *
   * @param defaultCountry ISO 3166 code for phone numbers without a country code
   * @param hashes reads password hashes
   * @param wrongCells what wrong cells of optional columns do
   */
  public static Dialect of(
      Header header,
      Realm realm,
      String defaultCountry,
      HashParts.Reader hashes,
      WrongCells wrongCells) {
    return new Dialect(
        new CsvPreparation(header, realm, defaultCountry, hashes, wrongCells),
        new CsvPolicy(),
        new CsvView(header),
        lookups(header, realm),
        header.columns().stream().anyMatch(it -> it.kind() == ColumnKind.REGISTRATION));
  }

  /**
   * The paths of attributes by which this table looks users up, although the realm has no index of
   * them.
   */
  private static Set<String> lookups(Header header, Realm realm) {
    Set<String> paths = new HashSet<>();
    for (Column column : header.columns()) {
      boolean ofAttribute =
          switch (column.kind()) {
            case FIRST_NAME, LAST_NAME, ATTRIBUTE -> true;
            default -> false;
          };
      if (ofAttribute && column.isClaimed() && !isIndexed(column, realm)) {
        paths.add(column.attributePath());
      }
    }
    return paths;
  }

  private static boolean isIndexed(Column column, Realm realm) {
    @Nullable UniqueScope declared = realm.attributeScopes().get(column.attributePath());
    return declared == UniqueScope.GLOBAL
        || (declared == UniqueScope.REALM && column.scope() != UniqueScope.GLOBAL);
  }
}
