package dev.muster.app.format;

import dev.muster.app.format.input.InputLimits;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.user.Realm;
import dev.muster.value.Struct;
import java.util.List;
import java.util.Optional;

/**
 * What the person who imports asked for, as far as it concerns reading and preparing.
 *
 * @param identifier the field that identifies users ({@code --identifier}), for formats that don't
 *     say it themselves
 * @param upsert whether existing users are updated ({@code --upsert}, {@code --no-upsert})
 * @param encoding a character set's name, or {@code auto}
 * @param realm where the users go
 * @param attributes as declared in muster.yml
 * @param defaultCountry ISO 3166 code for phone numbers without a country code
 * @param limits bounds of inputs
 * @param formatOptions what only the input's format understands
 */
public record ImportOptions(
    Optional<String> identifier,
    Optional<Boolean> upsert,
    String encoding,
    Realm realm,
    List<AttributeDeclaration> attributes,
    String defaultCountry,
    InputLimits limits,
    Struct formatOptions) {

  /** Options without any that are a format's own. */
  public ImportOptions(
      Optional<String> identifier,
      Optional<Boolean> upsert,
      String encoding,
      Realm realm,
      List<AttributeDeclaration> attributes,
      String defaultCountry,
      InputLimits limits) {
    this(identifier, upsert, encoding, realm, attributes, defaultCountry, limits, Struct.EMPTY);
  }
}
