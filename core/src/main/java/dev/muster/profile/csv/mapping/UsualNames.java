package dev.muster.profile.csv.mapping;

import dev.muster.profile.AttributeKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names that columns usually have in spreadsheets and exports of other programs, in English,
 * French, German, Spanish, Italian, Portuguese, Dutch and Polish (and for e-mail addresses in some
 * other languages), by the column of the csv dialect that they mean. Names are compared by their
 * letters and digits only.
 */
public final class UsualNames {

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Longer texts are no names of columns. */
  private static final int NAME_LENGTH_MAX = 200;

  /** A table or its alias before a column, as queries name columns: {@code u.}, {@code users.}. */
  private static final Pattern OF_TABLE =
      Pattern.compile(
          "([a-z_][a-z0-9_]*\\.){0,2}"
              + "([a-z]{1,2}[0-9]?|([a-z0-9]+_)*(users?|accounts?|persons?|people|members?"
              + "|profiles?|contacts?|customers?|employees?|students?|staff|logins?|utilisateurs?"
              + "|benutzer|usuarios?))\\.(?=[a-z_][a-z0-9_]*$)",
          Pattern.CASE_INSENSITIVE);

  private static final String EMAIL =
      """
      email, e-mail, mail, email address, e-mail address, mail address, email addr,
      primary email, primary email address, email primary, work email, business email,
      contact email, email professionnel, email pro, user email, emails, emails.value,
      emails[0].value, email address [required], emailAddress, mail professionnel,
      courriel pro, courriel professionnel, courriel personnel, mél professionnel,
      adresse mail, adresse email, adresse e-mail, adresse électronique, adresse de courriel,
      courriel, adresse de messagerie, messagerie, mél, e-mail-adresse, emailadresse,
      mailadresse, e-mail adresse, elektronische adresse, correo, correo electrónico, correo-e,
      email institucional, e-mail privat, e-mail dienstlich, email privat, email personnel,
      mail perso, adresse mail professionnelle, correo institucional, email personal,
      dirección de correo, dirección de correo electrónico, dirección email, e-mail 1 - value,
      posta elettronica, indirizzo email, indirizzo e-mail, indirizzo di posta elettronica,
      correio eletrónico, correio eletrônico, endereço de e-mail, endereço de email,
      e-posta, e-posta adresi, e-post, e-postadress, sähköposti, sähköpostiosoite, e-mailcím,
      e-pošta, электронная почта, почта, адрес электронной почты, ηλεκτρονικό ταχυδρομείο,
      邮箱, 电子邮箱, 电子邮件, メールアドレス, メール, 이메일, אימייל, usrid_long,
      e-mailadres, e-mail adres, adres e-mail, adres email, poczta elektroniczna""";

  private static final String USERNAME =
      """
      username, user name, user, user id, userid, uid, login, login name, loginname, account,
      account name, samaccountname, logon name, nickname, preferred username,
      preferredUsername, user_name, user login, userPrincipalName, user principal name, upn,
      identifiant, identifiant de connexion, nom d'utilisateur, nom utilisateur, utilisateur,
      compte, pseudo, benutzername, benutzer, benutzerkennung, kennung, anmeldename,
      nutzername, nutzer, konto, kontoname, nutzerkennung, anmeldung, login-name,
      id utilisateur, nom de connexion, usuario, nombre de acceso, id de usuario,
      nombre de usuario, nombre usuario, cuenta, nome utente, utente, usuário, nome de usuário,
      utilizador, nome de utilizador, gebruikersnaam, gebruiker, nazwa użytkownika, użytkownik,
      user name [userPrincipalName] required, user name [userPrincipalName]""";

  private static final String FIRST_NAME =
      """
      first name, firstname, first, given name, givenname, given, forename, forenames,
      given names, christian name, first name [required], first name [givenName],
      name.givenName, user_first_name, fname, prénom, prénoms, prénom usuel, premier prénom,
      prénom de l'élève, vorname, vornamen, rufname, nombre, nombres, nombre de pila,
      primer nombre, nome, primeiro nome, nome próprio, voornaam, voornamen, roepnaam, imię,
      imiona, vorna""";

  private static final String LAST_NAME =
      """
      last name, lastname, last, family name, familyname, surname, sur name, sn,
      second name, last name [required], last name [surname], name.familyName,
      user_last_name, lname, nom de famille, nom usuel, nom patronymique, nom d'usage,
      nom de naissance, geburtsname, nachname, familienname, zuname, apellido, apellidos,
      primer apellido, cognome, sobrenome, último nome, achternaam, familienaam, nazwisko,
      nachn""";

  private static final String FULL_NAME =
      """
      name, name [displayName] required, name [displayName], full name, fullname,
      display name, displayname, common name, cn, real name, nom, nom complet,
      nom et prénom, prénom et nom, nom prénom, prénom nom, vollständiger name,
      vor- und nachname, vorname nachname, anzeigename, nombre completo, nombre y apellidos,
      nombre y apellido, nome completo, nome e cognome, cognome e nome, naam,
      volledige naam, imię i nazwisko, nazwisko i imię""";

  private static final String PASSWORD =
      """
      password hash, hash, passwordhash, password digest, hashed password,
      encrypted password, pass, passwd, password, pwd, pw hash, user pass, userPassword,
      crypt password, bcrypt, password [required],
      initial password [passwordProfile] required, mot de passe haché, mot de passe, mdp,
      passwort, kennwort, passworthash, passwort hash, contraseña, clave, senha,
      palavra-passe, wachtwoord, hasło""";

  private static final String SALT = "salt, password salt, sel, salz, sal";

  private static final String SCHEME =
      "password scheme, hash algorithm, algorithm, hash type, hash function, algo,"
          + " password hash function [upload only]";

  private static final String ROLE =
      """
      role, role name, roles, profil, profile, rôle, rôles, rolle, rollen, rollenname, rol,
      nombre de rol, perfil, user role, sysrole1, ruolo, papel, rola""";

  private static final String DISABLED =
      """
      disabled, is disabled, suspended, blocked, locked, account disabled, désactivé,
      bloqué, suspendu, block credential, block sign in (yes/no) [accountEnabled] required,
      deaktiviert, gesperrt, desactivado, bloqueado, suspendido, disabilitato, bloccato,
      desativado, geblokkeerd, zablokowany""";

  private static final String ENABLED =
      """
      enabled, is enabled, active, is active, account enabled, accountEnabled, actif, activé,
      compte actif, aktiv, aktiviert, activo, activado, habilitado, attivo, abilitato, ativo,
      actief, aktywny""";

  private static final String PHONE =
      """
      phone, phone number, telephone, telephone number, telephoneNumber, mobile, mobile phone,
      phone 1 - value, mobile number, mobilePhone, cell, cell phone, cellphone, work phone,
      home phone, tel,
      tél, phone1, phone2, phone no, phone no., phone nr, mobile no, mobile no., tel no,
      tel. no., telephone no, contact number, contact phone, private phone, recovery phone,
      recovery phone [must be in the e.164 format], téléphone, téléphone portable,
      téléphone mobile, téléphone fixe, tél. portable, tél. mobile, tél. fixe,
      numéro de portable, numéro de téléphone, n° de téléphone, portable, mobile portable,
      telefon, telefonnummer, handy, handynummer, mobil, mobilnummer, mobiltelefon, rufnummer,
      tel.-nr., telefonnr, telefonnr., telefon nr., handynr, handynr., telefon privat,
      telefon dienstlich, teléfono, número de teléfono, móvil, teléfono móvil, celular,
      número de móvil, n.º de teléfono, tfno, cellulare, numero di telefono,
      numero di cellulare, telefone, telemóvel, número de telefone, telefoon,
      telefoonnummer, mobiel, mobiele telefoon,
      numer telefonu, komórka, telefon komórkowy""";

  private static final String BIRTH =
      """
      birth, birth date, birthdate, birthday, date of birth, dob, born, birth day, date birth,
      d.o.b., date de naissance, date naissance, date naiss., naissance, né le, née le,
      né(e) le, geburtsdatum, geburtstag, geboren, geboren am, geb., geb.-datum, geb. datum,
      geburts-datum, geb. am, fecha de nacimiento, fecha nacimiento, f. nacimiento, fecha nac.,
      nacimiento, cumpleaños, data di nascita, nato il, nata il, data de nascimento, nascimento,
      geboortedatum, data urodzenia, gbdat""";

  private static final String SOURCE_ID =
      """
      external id, externalId, source id, employee id, employee number, employeeId, object id,
      objectId, matricule, numéro de matricule, personalnummer, mitarbeiternummer,
      personal-nr., personalnr, pers.-nr., pers. nr., mitarbeiter-nr., employee no, employee no.,
      staff number, staff no, staff no., n° matricule, nº de empleado,
      número de empleado, matricola, matrícula, personeelsnummer,
      numer pracownika, pernr""";

  private static final Map<String, Meaning> MEANINGS = meanings();
  private static final Map<String, Meaning> BY_WORDS = byWords();

  /** What a column's usual name says that its cells are. */
  public enum Meaning {
    EMAIL,
    USERNAME,
    FIRST_NAME,
    LAST_NAME,
    FULL_NAME,
    PASSWORD,
    SALT,
    SCHEME,
    ROLE,
    DISABLED,
    ENABLED,
    PHONE,
    BIRTH,
    SOURCE_ID;

    /** The column of the dialect that has such cells; empty if that depends on the settings. */
    public Optional<String> column() {
      return switch (this) {
        case EMAIL -> Optional.of("email");
        case USERNAME -> Optional.of("username");
        case FIRST_NAME -> Optional.of("first_name");
        case LAST_NAME -> Optional.of("last_name");
        case PASSWORD -> Optional.of("password_hash");
        case SALT -> Optional.of("password_salt");
        case SCHEME -> Optional.of("password_scheme");
        case ROLE -> Optional.of("_role_name");
        case DISABLED -> Optional.of("@disabled");
        case FULL_NAME, ENABLED, PHONE, BIRTH, SOURCE_ID -> Optional.empty();
      };
    }

    /** The kind of the attributes that have such cells; empty if that does not tell them. */
    public Optional<AttributeKind> kind() {
      return switch (this) {
        case PHONE -> Optional.of(AttributeKind.PHONE_NUMBER);
        case BIRTH -> Optional.of(AttributeKind.DATE);
        default -> Optional.empty();
      };
    }
  }

  private UsualNames() {}

  /** What a column's name usually means; empty if it is not a usual one. */
  public static Optional<Meaning> meaning(String name) {
    return Optional.ofNullable(MEANINGS.get(letters(name)));
  }

  /**
   * What a column's name usually means if its words are put into another order, such as {@code
   * Name, first}; empty if it is not a usual one then either.
   */
  public static Optional<Meaning> meaningInAnyOrder(String name) {
    return Optional.ofNullable(BY_WORDS.get(sortedWords(name)));
  }

  /**
   * A name without the table, or the alias of one, that a query's output has before it: {@code
   * email} for {@code u.email} or {@code public.users.email}. Names of other things, such as {@code
   * manager.email}, are unchanged.
   */
  public static String withoutTable(String name) {
    Matcher table = OF_TABLE.matcher(name.strip());
    return name.length() <= NAME_LENGTH_MAX && table.lookingAt()
        ? name.strip().substring(table.end())
        : name;
  }

  /** The words of a name, sorted, without case and accents. */
  public static String sortedWords(String name) {
    return NO_WORD
        .splitAsStream(SourceName.plain(name))
        .filter(word -> !word.isEmpty())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /** The letters and digits of a name, without case and accents. */
  public static String letters(String name) {
    String plain = SourceName.plain(name);
    StringBuilder letters = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      if (Character.isLetterOrDigit(plain.charAt(i))) {
        letters.append(plain.charAt(i));
      }
    }
    return letters.toString();
  }

  private static Map<String, Meaning> byWords() {
    Map<String, Meaning> meanings = new HashMap<>();
    for (Meaning meaning : Meaning.values()) {
      for (String name : names(meaning).split(",", -1)) {
        String words = sortedWords(name);
        if (words.indexOf(' ') > 0) {
          meanings.putIfAbsent(words, meaning);
        }
      }
    }
    return Map.copyOf(meanings);
  }

  private static Map<String, Meaning> meanings() {
    Map<String, Meaning> meanings = new HashMap<>();
    for (Meaning meaning : Meaning.values()) {
      for (String name : names(meaning).split(",", -1)) {
        meanings.putIfAbsent(letters(name), meaning);
      }
    }
    return Map.copyOf(meanings);
  }

  private static String names(Meaning meaning) {
    return switch (meaning) {
      case EMAIL -> EMAIL;
      case USERNAME -> USERNAME;
      case FIRST_NAME -> FIRST_NAME;
      case LAST_NAME -> LAST_NAME;
      case FULL_NAME -> FULL_NAME;
      case PASSWORD -> PASSWORD;
      case SALT -> SALT;
      case SCHEME -> SCHEME;
      case ROLE -> ROLE;
      case DISABLED -> DISABLED;
      case ENABLED -> ENABLED;
      case PHONE -> PHONE;
      case BIRTH -> BIRTH;
      case SOURCE_ID -> SOURCE_ID;
    };
  }
}
