package dev.muster.profile;

import dev.muster.problem.Problem;
import dev.muster.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks JSON values strictly against the declarations of muster.yml: a number is not a text, and
 * {@code "4"} is not a number. Cells of tables are converted before.
 */
public final class AttributeValues {

  private AttributeValues() {}

  /**
   * The problem with a value; null if it is valid.
   *
   * @param value must not be JSON's null, which asks for the attribute's removal
   * @param path the value's JSON pointer
   */
  public static @Nullable Problem check(
      AttributeDeclaration declaration, Value value, String path) {
    return switch (declaration.kind()) {
      case NUMBER, INTEGER -> checkNumber(declaration, value, path);
      case BOOLEAN ->
          value instanceof Value.Bool
              ? null
              : SchemaProblem.wrongType(path, List.of("boolean"), value);
      case STRING, DATE, EMAIL, PHONE_NUMBER, URL, COUNTRY_CODE, ENUM ->
          value instanceof Value.Text text
              ? checkText(declaration, text, path)
              : SchemaProblem.wrongType(path, List.of("string"), value);
    };
  }

  private static @Nullable Problem checkNumber(
      AttributeDeclaration declaration, Value value, String path) {
    boolean whole = declaration.kind() == AttributeKind.INTEGER;
    if (!(value instanceof Value.Num number)
        || (whole && !SchemaProblem.isInteger(number.literal()))) {
      return SchemaProblem.wrongType(path, List.of(declaration.kind().wireName()), value);
    }
    double size = Double.parseDouble(number.literal());
    Double minimum = declaration.minimum();
    if (minimum != null && size < minimum) {
      return SchemaProblem.outside(path, true, value, minimum);
    }
    Double maximum = declaration.maximum();
    return maximum != null && size > maximum
        ? SchemaProblem.outside(path, false, value, maximum)
        : null;
  }

  private static @Nullable Problem checkText(
      AttributeDeclaration declaration, Value.Text value, String path) {
    String text = value.text();
    return switch (declaration.kind()) {
      case STRING -> text.isEmpty() ? SchemaProblem.empty(path) : null;
      case DATE ->
          DateSyntax.isDate(text)
              ? null
              : SchemaProblem.badFormat(path, "date", "must be a date, YYYY-MM-DD");
      case EMAIL ->
          EmailSyntax.isAddress(text)
              ? null
              : SchemaProblem.badFormat(path, "email", "must be an e-mail address");
      case PHONE_NUMBER ->
          PhoneSyntax.isE164(text)
              ? null
              : SchemaProblem.badFormat(path, "phone", "not in E.164 format");
      case URL -> {
        String complaint = UrlSyntax.complaint(text);
        yield complaint == null ? null : SchemaProblem.badFormat(path, "uri", complaint);
      }
      case COUNTRY_CODE ->
          CountryCode.isKnown(text)
              ? null
              : SchemaProblem.badFormat(
                  path, "iso3166-1-alpha-2", "must be an ISO 3166-1 country code such as HK");
      case ENUM ->
          declaration.choices().contains(text)
              ? null
              : SchemaProblem.notAmong(path, value, declaration.choices());
      case NUMBER, INTEGER, BOOLEAN ->
          throw new IllegalStateException(declaration.kind() + " is not written as a text");
    };
  }
}
