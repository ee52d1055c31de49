package dev.muster.bench;

import dev.muster.bench.Person.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Generates users. Each is a function of its number, so they are always the same. E-mail addresses
 * and user names are unique, and not in alphabetical order.
 */
final class People {

  /** The keys that {@link Person#groups} draws from. */
  static final List<String> GROUPS =
      List.of(
          words(
              "accounting board contractors drivers editors engineering everyone facilities"
                  + " helpdesk legal logistics marketing night_shift payroll purchasing quality"
                  + " research sales security training"));

  private static final long SEED = 0x9E3779B97F4A7C15L;

  /** Given names, and their form in user names and addresses. */
  private static final String[][] GIVEN =
      pairs(
          "Ada Amina Anders Andrea André/Andre Beatriz Björn/Bjorn Carlos Chloé/Chloe Daniel Deniz"
              + " Elena Emeka Farah Fatima Giulia Gustav Hana Hiroshi Ines Ingrid Ivan Jakub Jamal"
              + " Joanna Jürgen/Jurgen Kofi Laila Lars Leila Lucía/Lucia Magdalena Marco Matteo"
              + " Mehmet Mei Mikael Nadia Noah Ola Olga Paulo Priya Rafael Rosa Ruth Samuel Sanna"
              + " Sean Sofia Tariq Thomas Uma Vera Viktor Wanjiru Xavier Yara Yusuf Zoë/Zoe");

  private static final String[][] FAMILY =
      pairs(
          "Abbas Achterberg Adeyemi Andersson Bakker Bauer Bianchi Blanchard Brennan Castellanos"
              + " Chen Costa Dąbrowski/Dabrowski Demir Diallo Dubois Eriksen Fernandes Fischer"
              + " Fontaine García/Garcia Gruber Haddad Hansen Hofstadter Horvat Ivanova Jansen"
              + " Johansson Kaya Kimura Kowalska Kumar Lefebvre Lindqvist Lopes MacAllister Marino"
              + " Mbeki Meyer Moreau Müller/Mueller Nakamura Novak Okafor Oliveira Papadopoulos"
              + " Petrov Rasmussen Romano Rossi Santos Schneider Silva Sørensen/Sorensen Tanaka"
              + " Vasquez Virtanen Weber Zimmermann");

  private static final Place[] PLACES = {
    new Place("Oslo", "NO", "Europe/Oslo", "nb-NO"),
    new Place("Lisboa", "PT", "Europe/Lisbon", "pt-PT"),
    new Place("München", "DE", "Europe/Berlin", "de-DE"),
    new Place("Lyon", "FR", "Europe/Paris", "fr-FR"),
    new Place("Toronto", "CA", "America/Toronto", "en-CA"),
    new Place("Nairobi", "KE", "Africa/Nairobi", "en-KE"),
    new Place("Osaka", "JP", "Asia/Tokyo", "ja-JP"),
    new Place("Gdańsk", "PL", "Europe/Warsaw", "pl-PL"),
    new Place("Milano", "IT", "Europe/Rome", "it-IT"),
    new Place("Buenos Aires", "AR", "America/Argentina/Buenos_Aires", "es-AR"),
  };

  private static final String[] STREETS =
      "Harbour Street,Station Road,Mill Lane,Market Square,Cathedral Close,Church Row,Garden Walk"
          .split(",", -1);

  private static final String[] DEPARTMENTS =
      "Logistics,Customer Service,Finance,Research,Human Resources,Quality Assurance"
          .split(",", -1);

  private static final String[] DOMAINS =
      words("example.com example.org example.net mail.example.com staff.example.org");

  private static final String[] GENDERS = words("female male other");

  private static final String BCRYPT_DIGITS =
      "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private People() {}

  /**
   * The user with a number.
   *
   * @param number from 0
   * @param edition users of another edition differ only in their cost centre
   */
  static Person person(long number, int edition) {
    SplittableRandom random = new SplittableRandom(SEED + number * 0x632BE59BD9B4E019L);
    String[] given = any(GIVEN, random);
    String[] family = any(FAMILY, random);
    // a bijection of the numbers below 2^32
    String unique = Long.toString(number * 2_654_435_761L & 0xFFFF_FFFFL, 36);
    String username = given[1] + '.' + family[1] + '.' + unique;
    int group = random.nextInt(GROUPS.size());
    int otherGroup = (group + 1 + random.nextInt(GROUPS.size() - 1)) % GROUPS.size();
    return new Person(
        username,
        username + '@' + any(DOMAINS, random),
        given[0],
        family[0],
        any(GENDERS, random),
        date(1950, 55, random),
        any(PLACES, random),
        (1 + random.nextInt(240)) + " " + any(STREETS, random),
        String.valueOf(10_000 + random.nextInt(89_999)),
        any(DEPARTMENTS, random),
        "E" + (10_000_000 + number),
        1000 + random.nextInt(900) + 1000 * edition,
        date(1990, 36, random),
        bcrypt(random),
        List.of(GROUPS.get(group), GROUPS.get(otherGroup)));
  }

  private static String[] words(String words) {
    return words.split(" ", -1);
  }

  private static String[][] pairs(String words) {
    return Arrays.stream(words(words))
        .map(
            word -> {
              String[] parts = word.split("/", -1);
              String ascii = parts[parts.length - 1].toLowerCase(Locale.ROOT);
              return new String[] {parts[0], ascii};
            })
        .toArray(String[][]::new);
  }

  private static <T> T any(T[] choices, SplittableRandom random) {
    return choices[random.nextInt(choices.length)];
  }

  private static String date(int firstYear, int years, SplittableRandom random) {
    int month = 1 + random.nextInt(12);
    int day = 1 + random.nextInt(28);
    return (firstYear + random.nextInt(years))
        + (month < 10 ? "-0" : "-")
        + month
        + (day < 10 ? "-0" : "-")
        + day;
  }

  /** A bcrypt hash. As in real ones, salt and digest end in digits whose unused bits are 0. */
  private static String bcrypt(SplittableRandom random) {
    StringBuilder hash = new StringBuilder(60).append("$2b$10$");
    digits(hash, 21, random);
    hash.append(BCRYPT_DIGITS.charAt(random.nextInt(4) * 16));
    digits(hash, 30, random);
    return hash.append(BCRYPT_DIGITS.charAt(random.nextInt(16) * 4)).toString();
  }

  private static void digits(StringBuilder hash, int count, SplittableRandom random) {
    for (int i = 0; i < count; i++) {
      hash.append(BCRYPT_DIGITS.charAt(random.nextInt(64)));
    }
  }
}
