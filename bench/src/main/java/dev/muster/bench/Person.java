package dev.muster.bench;

import java.util.List;

/**
 * An invented user.
 *
 * @param gender {@code female}, {@code male} or {@code other}
 * @param birthdate such as {@code 1987-03-14}
 * @param bcrypt a well-formed hash that no password matches
 * @param groups keys of two groups
 */
record Person(
    String username,
    String email,
    String givenName,
    String familyName,
    String gender,
    String birthdate,
    Place place,
    String street,
    String postalCode,
    String department,
    String employeeNumber,
    int costCentre,
    String hiredOn,
    String bcrypt,
    List<String> groups) {

  /**
   * A place of residence.
   *
   * @param zone such as {@code Europe/Oslo}
   * @param locale such as {@code nb-NO}
   * @param country two letters
   */
  record Place(String city, String country, String zone, String locale) {}
}
