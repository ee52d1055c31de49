package dev.muster.app.format;

import dev.muster.app.format.input.InputLimits;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.user.Realm;
import dev.muster.value.Struct;
import java.util.List;
import java.util.Optional;

/**
 * The options of an import that affect reading and preparing.
 *
 * @param identifier the field that identifies users ({@code --identifier}), for formats that don't
 *     determine it
 * @param upsert whether existing users are updated ({@code --upsert}, {@code --no-upsert})
 * @param encoding a character set's name, or {@code auto}
 * @param realm the realm of the imported users
 * @param attributes the attributes that muster.yml declares, and those that the mapping declares
 * @param defaultCountry ISO 3166 code for phone numbers without a country code
 * @param limits limits for inputs
 * @param auth0 how Auth0's records are read
 * @param formatOptions further options of the input's format
 */
public record ImportOptions(
    Optional<String> identifier,
    Optional<Boolean> upsert,
    String encoding,
    Realm realm,
    List<AttributeDeclaration> attributes,
    String defaultCountry,
    InputLimits limits,
    Auth0Rules auth0,
    Struct formatOptions) {

  public ImportOptions {
    attributes = Mapping.stored(formatOptions).declaredWith(attributes);
  }

  /** Options without any of a format. */
  public ImportOptions(
      Optional<String> identifier,
      Optional<Boolean> upsert,
      String encoding,
      Realm realm,
      List<AttributeDeclaration> attributes,
      String defaultCountry,
      InputLimits limits) {
    this(
        identifier,
        upsert,
        encoding,
        realm,
        attributes,
        defaultCountry,
        limits,
        Auth0Rules.DEFAULTS,
        Struct.EMPTY);
  }

  /** These options for an input in another encoding, with other options of its format. */
  public ImportOptions with(String otherEncoding, Struct otherFormatOptions) {
    return new ImportOptions(
        identifier,
        upsert,
        otherEncoding,
        realm,
        attributes,
        defaultCountry,
        limits,
        auth0,
        otherFormatOptions);
  }
}
