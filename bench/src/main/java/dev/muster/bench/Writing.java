package dev.muster.bench;

/** Writes users in the formats of the inputs. Values of {@link People} need no escaping. */
final class Writing {

  static final String REQUEST_START =
      "{\"identifier\":\"preferred_username\",\"upsert\":true,\"records\":[\n";
  static final String REQUEST_END = "\n]}\n";

  static final String CSV_HEADER =
      "email key,username,first_name,last_name,gender,birthdate,zoneinfo,locale,street_address,"
          + "locality,postal_code,country,department,employee_number,cost_centre,hired_on,"
          + "password_hash\n";

  /** The declarations of the attributes in the csv file. */
  static final String SETTINGS =
      """
      attributes:
        - {name: gender}
        - {name: birthdate, kind: date}
        - {name: zoneinfo}
        - {name: locale}
        - {name: street_address}
        - {name: locality}
        - {name: postal_code}
        - {name: country, kind: country_code}
        - {name: department}
        - {name: employee_number}
        - {name: cost_centre, kind: integer}
        - {name: hired_on, kind: date}
      """;

  private Writing() {}

  /** One record of an authgear import. */
  static void record(StringBuilder out, Person person) {
    out.append("{\"preferred_username\":\"").append(person.username());
    out.append("\",\"email\":\"").append(person.email());
    out.append("\",\"email_verified\":true,");
    attributes(out, person);
    out.append(",\"groups\":[\"").append(person.groups().get(0));
    out.append("\",\"").append(person.groups().get(1));
    out.append("\"],\"password\":{\"type\":\"bcrypt\",\"password_hash\":\"");
    out.append(person.bcrypt()).append("\"}}");
  }

  /** The members that describe a person, without the braces around them. */
  static void attributes(StringBuilder out, Person person) {
    out.append("\"name\":\"").append(person.givenName()).append(' ').append(person.familyName());
    out.append("\",\"given_name\":\"").append(person.givenName());
    out.append("\",\"family_name\":\"").append(person.familyName());
    out.append("\",\"gender\":\"").append(person.gender());
    out.append("\",\"birthdate\":\"").append(person.birthdate());
    out.append("\",\"zoneinfo\":\"").append(person.place().zone());
    out.append("\",\"locale\":\"").append(person.place().locale());
    out.append("\",\"address\":{\"street_address\":\"").append(person.street());
    out.append("\",\"locality\":\"").append(person.place().city());
    out.append("\",\"postal_code\":\"").append(person.postalCode());
    out.append("\",\"country\":\"").append(person.place().country());
    out.append("\"},\"custom_attributes\":{\"department\":\"").append(person.department());
    out.append("\",\"employee_number\":\"").append(person.employeeNumber());
    out.append("\",\"cost_centre\":").append(person.costCentre());
    out.append(",\"hired_on\":\"").append(person.hiredOn()).append("\"}");
  }

  /** One record of Auth0: the same values, as far as it has properties for them. */
  static void auth0(StringBuilder out, Person person) {
    out.append("{\"username\":\"").append(person.username());
    out.append("\",\"email\":\"").append(person.email());
    out.append("\",\"email_verified\":true,\"user_id\":\"").append(person.employeeNumber());
    out.append("\",\"name\":\"").append(person.givenName()).append(' ');
    out.append(person.familyName());
    out.append("\",\"given_name\":\"").append(person.givenName());
    out.append("\",\"family_name\":\"").append(person.familyName());
    out.append("\",\"user_metadata\":{\"gender\":\"").append(person.gender());
    out.append("\",\"birthdate\":\"").append(person.birthdate());
    out.append("\",\"zoneinfo\":\"").append(person.place().zone());
    out.append("\",\"locale\":\"").append(person.place().locale());
    out.append("\",\"street_address\":\"").append(person.street());
    out.append("\",\"locality\":\"").append(person.place().city());
    out.append("\",\"postal_code\":\"").append(person.postalCode());
    out.append("\"},\"app_metadata\":{\"department\":\"").append(person.department());
    out.append("\",\"cost_centre\":").append(person.costCentre());
    out.append(",\"hired_on\":\"").append(person.hiredOn());
    out.append("\"},\"password_hash\":\"").append(person.bcrypt()).append("\"}");
  }

  /** One entry of {@code users} in a RestAuth document. */
  static void entry(StringBuilder out, Person person) {
    out.append('"').append(person.username());
    out.append("\":{\"password\":{\"algorithm\":\"bcrypt\",\"hash\":\"").append(person.bcrypt());
    out.append("\"},\"properties\":{\"email\":\"").append(person.email());
    out.append("\",\"full name\":\"").append(person.givenName());
    out.append(' ').append(person.familyName());
    out.append("\",\"department\":\"").append(person.department());
    out.append("\",\"date joined\":\"").append(person.hiredOn()).append(" 08:00:00\"}}");
  }

  /** One row under {@link #CSV_HEADER}: the same values, without the groups. */
  static void row(StringBuilder out, Person person) {
    out.append(person.email()).append(',').append(person.username());
    out.append(',').append(person.givenName()).append(',').append(person.familyName());
    out.append(',').append(person.gender()).append(',').append(person.birthdate());
    out.append(',').append(person.place().zone()).append(',').append(person.place().locale());
    out.append(',').append(person.street()).append(',').append(person.place().city());
    out.append(',').append(person.postalCode()).append(',').append(person.place().country());
    out.append(',').append(person.department()).append(',').append(person.employeeNumber());
    out.append(',').append(person.costCentre()).append(',').append(person.hiredOn());
    out.append(",bcrypt$").append(person.bcrypt()).append('\n');
  }
}
