package dev.muster.profile.csv;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.muster.problem.SecretText;
import dev.muster.problem.ShownText;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.AttributeKind;
import dev.muster.profile.CountryCode;
import dev.muster.profile.DateForms;
import dev.muster.profile.DateSyntax;
import dev.muster.profile.EmailSyntax;
import dev.muster.value.Value;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses the text of a cell into a value of the declared kind. Errors have the messages of
 * Authentic2's forms. Thread-safe.
 */
final class ValueParser {

  static final String BAD_DATE = "Enter a valid date.";
  static final String BAD_EMAIL = "Enter a valid email address.";

  private static final Set<String> URL_SCHEMES = Set.of("http", "https", "ftp", "ftps");
  private static final Pattern SHORTENED = Pattern.compile("[+-]?[\\p{Nd}.,]+[eE][+-]?\\p{Nd}+");
  private static final int NUMBER_LENGTH_MAX = 100;
  private static final int EXPONENT_MAX = 300;

  private final String defaultCountry;

  /**
   * A parser of values.
   *
   * @param defaultCountry ISO 3166 code for phone numbers without a country code
   */
  ValueParser(String defaultCountry) {
    this.defaultCountry = defaultCountry;
  }

  /** The value of an empty cell: false for a boolean, otherwise none. */
  static @Nullable Value ofEmpty(Column column) {
    return column.declaration().filter(it -> it.kind() == AttributeKind.BOOLEAN).isPresent()
        ? Value.FALSE
        : null;
  }

  /** Whether a boolean cell is true: anything except an empty cell, {@code 0} and {@code false}. */
  static boolean isTrue(String text) {
    return !text.isEmpty() && !text.equals("0") && !text.equalsIgnoreCase("false");
  }

  static boolean isEmail(String text) {
    return EmailSyntax.isAddress(text) && EmailField.takes(text);
  }

  /**
   * Parses a text for a column of names or of a declared attribute.
   *
   * @param text not empty
   * @return null if the text is invalid; {@code complain} was called with the message
   */
  @Nullable Value parse(Column column, String text, Consumer<String> complain) {
    if (column.declaration().isEmpty()) {
      return Value.of(text);
    }
    AttributeDeclaration declaration = column.declaration().get();
    return switch (declaration.kind()) {
      case STRING -> Value.of(text);
      case NUMBER -> number(declaration, text, complain);
      case INTEGER -> integer(declaration, text, complain);
      case BOOLEAN -> Value.of(isTrue(text));
      case DATE -> date(column, text, complain);
      case EMAIL -> checked(isEmail(text), text, BAD_EMAIL, complain);
      case PHONE_NUMBER -> phoneNumber(column, text, complain);
      case URL -> checked(isUrl(text), text, "Enter a valid URL.", complain);
      case COUNTRY_CODE -> countryCode(text, complain);
      case ENUM ->
          checked(
              declaration.choices().contains(text),
              text,
              "Select a valid choice. " + text + " is not one of the available choices.",
              complain);
    };
  }

  private static @Nullable Value checked(
      boolean valid, String text, String message, Consumer<String> complain) {
    if (!valid) {
      complain.accept(message);
      return null;
    }
    return Value.of(text);
  }

  private @Nullable Value phoneNumber(Column column, String text, Consumer<String> complain) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number =
          numbers.parse(text, column.format().defaultCountry().orElse(defaultCountry));
      if (numbers.isValidNumber(number) && !isShortened(text)) {
        return Value.of(numbers.format(number, PhoneNumberFormat.E164));
      }
    } catch (NumberParseException e) {
      // not a phone number; reported below
    }
    complain.accept(
        isShortened(text)
            ? "Enter a valid phone number. A spreadsheet left out digits: format the column as text"
                + " there, and export it again."
            : "Enter a valid phone number.");
    return null;
  }

  private static @Nullable Value date(Column column, String text, Consumer<String> complain) {
    DateForms forms = column.dates();
    String date = forms.isEmpty() ? isoDate(text) : forms.parse(text);
    if (date == null) {
      complain.accept(BAD_DATE + ' ' + explanation(column, forms, text));
      return null;
    }
    return Value.of(date);
  }

  private static String explanation(Column column, DateForms forms, String text) {
    List<String> likely = DateForms.likely(text);
    String shown =
        SecretText.isSecretName(column.name()) ? SecretText.REDACTED : ShownText.quoted(text);
    return shown
        + " is not a date: write "
        + forms.words()
        + (likely.isEmpty() ? "." : ", or set formats: [" + String.join("] or [", likely) + "].");
  }

  /** The date with leading zeros; null if the text is not a date. */
  static @Nullable String isoDate(String text) {
    String[] parts = text.split("-", -1);
    if (parts.length != 3) {
      return null;
    }
    String padded = parts[0] + '-' + twoDigits(parts[1]) + '-' + twoDigits(parts[2]);
    return DateSyntax.isDate(padded) ? padded : null;
  }

  private static String twoDigits(String number) {
    return number.length() == 1 ? '0' + number : number;
  }

  /**
   * Whether a number has an exponent, as spreadsheets write long numbers: the digits that they left
   * out are lost.
   */
  private static boolean isShortened(String text) {
    return (text.indexOf('e') > 0 || text.indexOf('E') > 0) && SHORTENED.matcher(text).matches();
  }

  private static @Nullable Value integer(
      AttributeDeclaration declaration, String text, Consumer<String> complain) {
    BigDecimal number = decimal(text);
    if (number == null || number.scale() > 0 || isShortened(text)) {
      complain.accept("Enter a whole number.");
      return null;
    }
    return bounded(declaration, number, complain);
  }

  private static @Nullable Value number(
      AttributeDeclaration declaration, String text, Consumer<String> complain) {
    BigDecimal number = decimal(text);
    if (number == null) {
      complain.accept("Enter a number.");
      return null;
    }
    return bounded(declaration, number, complain);
  }

  /** The number without trailing zeros; null for other texts, and for huge exponents. */
  private static @Nullable BigDecimal decimal(String text) {
    if (text.length() > NUMBER_LENGTH_MAX) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      if (number.signum() == 0) {
        return BigDecimal.ZERO;
      }
      BigDecimal stripped = number.stripTrailingZeros();
      return Math.abs((long) stripped.scale()) > EXPONENT_MAX ? null : stripped;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Value bounded(
      AttributeDeclaration declaration, BigDecimal number, Consumer<String> complain) {
    Double minimum = declaration.minimum();
    if (minimum != null && number.compareTo(BigDecimal.valueOf(minimum)) < 0) {
      complain.accept("Ensure this value is greater than or equal to " + plain(minimum) + ".");
      return null;
    }
    Double maximum = declaration.maximum();
    if (maximum != null && number.compareTo(BigDecimal.valueOf(maximum)) > 0) {
      complain.accept("Ensure this value is less than or equal to " + plain(maximum) + ".");
      return null;
    }
    return new Value.Num(number.toPlainString());
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /**
   * Whether a text is a URL by Django's rules, which require neither a dot in the host nor a
   * normalised path.
   */
  private static boolean isUrl(String text) {
    try {
      URI uri = new URI(text);
      return uri.getScheme() != null
          && URL_SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
          && uri.getRawAuthority() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static @Nullable Value countryCode(String text, Consumer<String> complain) {
    String code = text.toUpperCase(Locale.ROOT);
    return checked(CountryCode.isKnown(code), code, "Enter a valid country code.", complain);
  }
}
