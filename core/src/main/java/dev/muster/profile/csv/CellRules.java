package dev.muster.profile.csv;

import dev.muster.password.HashParts;
import dev.muster.user.LoginIdKind;
import dev.muster.user.Realm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the rules for the columns of a header. */
final class CellRules {

  private final Header header;
  private final Realm realm;
  private final ValueParser parser;

  CellRules(Header header, Realm realm, String defaultCountry) {
    this.header = header;
    this.realm = realm;
    this.parser = new ValueParser(defaultCountry);
  }

  /** The rules of all columns in their order; roles come last, as they do in Authentic2. */
  List<CellRule> all(HashParts.Reader hashes) {
    List<CellRule> rules = new ArrayList<>();
    List<CellRule> last = new ArrayList<>();
    for (Column column : header.columns()) {
      switch (column.kind()) {
        case ROLE_NAME, ROLE_SLUG -> last.add(new RoleRule(column));
        case REGISTRATION -> rules.add(new RegistrationRule(column));
        case FORCE_PASSWORD_RESET -> rules.add(new PasswordResetRule(column));
        case PASSWORD_HASH -> rules.add(passwordRule(column, hashes));
        case DISABLED -> rules.add(new DisabledRule(column));
        case VALID_FROM, VALID_UNTIL -> rules.add(new ValidityRule(column, endsPeriod(column)));
        default -> valueRule(column).ifPresent(rules::add);
      }
    }
    rules.addAll(last);
    return List.copyOf(rules);
  }

  private CellRule passwordRule(Column column, HashParts.Reader hashes) {
    long parts = header.columns().stream().filter(it -> it.kind().hashPart().isPresent()).count();
    return parts > 1 ? PasswordPartsRule.of(header, hashes) : new PasswordRule(column, hashes);
  }

  /** Whether no column about the valid period follows this one. */
  private boolean endsPeriod(Column column) {
    return header.columns().stream()
        .filter(it -> it.kind() == ColumnKind.VALID_FROM || it.kind() == ColumnKind.VALID_UNTIL)
        .allMatch(it -> it.place() <= column.place());
  }

  /** The rules of the columns whose values no two rows may share. */
  List<CellRule> ofClaims() {
    return header.columns().stream()
        .filter(Column::isClaimed)
        .flatMap(column -> valueRule(column).stream())
        .toList();
  }

  /**
   * The rule of a column whose cells identify users. The two columns of a source share one rule,
   * that of the id.
   */
  private Optional<CellRule> valueRule(Column column) {
    return switch (column.kind()) {
      case EMAIL -> Optional.of(new LoginIdRule(column, LoginIdKind.EMAIL));
      case USERNAME -> Optional.of(new LoginIdRule(column, LoginIdKind.USERNAME));
      case FIRST_NAME, LAST_NAME, ATTRIBUTE -> Optional.of(attributeRule(column));
      case SOURCE_ID ->
          header.column(ColumnKind.SOURCE_NAME).map(name -> new SourceRule(name, column));
      default -> Optional.empty();
    };
  }

  private CellRule attributeRule(Column column) {
    String path = column.attributePath();
    return new AttributeRule(column, path, realm.attributeScopes().containsKey(path), parser);
  }
}
