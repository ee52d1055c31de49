package dev.muster.profile.csv.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.AttributeKind;
import dev.muster.user.UniqueScope;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingSuggestionTest {

  private static final List<AttributeDeclaration> ATTRIBUTES =
      List.of(
          attribute("mobile", AttributeKind.PHONE_NUMBER, "Mobile phone"),
          attribute("born", AttributeKind.DATE, "Date of birth"),
          attribute("student", AttributeKind.BOOLEAN, "Studies"),
          attribute("hired", AttributeKind.STRING, "Hired on"));

  private static AttributeDeclaration attribute(String name, AttributeKind kind, String label) {
    return new AttributeDeclaration(
        name, kind, label, false, UniqueScope.NONE, null, null, List.of());
  }

  /** The suggestion for each column, as target and certainty. */
  private static List<String> suggest(String header, String... rows) {
    return MappingSuggestion.of(
            List.of(header.split(";")),
            Arrays.stream(rows).map(row -> List.of(row.split(";", -1))).toList(),
            ATTRIBUTES)
        .stream()
        .map(each -> shown(each.target()) + " " + each.certainty().wireName())
        .toList();
  }

  private static String shown(Value value) {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    if (value instanceof Value.Array array) {
      return array.items().stream().map(MappingSuggestionTest::shown).toList().toString();
    }
    Struct struct = (Struct) value;
    return struct.names().stream()
        .map(name -> name + ":" + shown(struct.get(name)))
        .toList()
        .toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Email;First Name;lastName|email first_name last_name",
        "username;password_hash;firstname;lastname;email|username password_hash first_name"
            + " last_name email",
        "E-mail Address|email",
        "Adresse électronique;Prénom;Nom|email first_name last_name",
        "Vorname;Name;E-Mail-Adresse;Handy|first_name last_name email mobile",
        "Nombre;Apellidos;Correo electrónico|first_name last_name email",
        "Nome;Cognome;Posta elettronica;Cellulare|first_name last_name email mobile",
        "Nome;Sobrenome;Endereço de e-mail;Telemóvel|first_name last_name email mobile",
        "Voornaam;Achternaam;E-mailadres;Telefoonnummer|first_name last_name email mobile",
        "Imię;Nazwisko;Adres e-mail;Data urodzenia|first_name last_name email born",
        "First Name [Required];Last Name [Required];Email Address [Required]|first_name last_name"
            + " email",
        "User principal name;Given name;Surname|username first_name last_name",
        "STUDIES;hired on|student hired",
        "email key;last_name no-update|email_key last_name_no-update",
        "Bemerkung;Kostenstelle|- -",
        "Email (work)|email",
        "Name, first;Name (last)|first_name last_name",
        "Number phone|mobile",
        "u.email;u.first_name;p.surname;p.dob|email first_name last_name born",
        "manager.email;company.name|- -"
      })
  void namesSayWhatColumnsAre(String header, String targets) {
    assertThat(suggest(header))
        .extracting(each -> each.substring(0, each.lastIndexOf(' ')).replace(' ', '_'))
        .containsExactly(targets.split(" "));
  }

  @Test
  void aNameWithTheAliasOfATableIsLikely() {
    assertThat(suggest("u.email;u.mail")).containsExactly("email likely", "- unknown");
    assertThat(suggest("u.email;email")).containsExactly("- unknown", "email sure");
  }

  @Test
  void cellsSayHowDatesAreWritten() {
    assertThat(suggest("Date of birth", "21/01/1962").get(0))
        .contains("dd/mm/yyyy")
        .endsWith("sure");
    assertThat(suggest("Date of birth", "1/2/1962")).containsExactly("- not sure");
    assertThat(suggest("Date of birth", "1962-02-01")).containsExactly("born sure");
  }

  @Test
  void cellsSayWhatAnUnknownColumnIs() {
    assertThat(suggest("x;y", "a@example.org;$2y$10$abcdefghijklmnopqrstuv"))
        .containsExactly("email guess", "password_hash guess");
  }

  @Test
  void wordsForNoValueBecomeEmptyCells() {
    assertThat(
            suggest(
                "email;Pass;Date of birth;Studies;Note",
                "a@example.org;NULL;\\N;(null);NULL",
                "b@example.org;$2y$10$abcdefghijklmnopqrstuv;21/01/1962;ja;x"))
        .containsExactly(
            "email sure",
            "[to:password_hash, values:[NULL:]] sure",
            "[to:born, formats:[dd/mm/yyyy], values:[\\N:]] sure",
            "[to:student, values:[ja:true, nein:false, (null):]] sure",
            "- unknown");
  }

  @Test
  void plainPasswordsAreLeftOut() {
    assertThat(suggest("email;password", "a@example.org;secret").get(1)).isEqualTo("- unknown");
  }

  @Test
  void wordsForYesAndNoAreTranslated() {
    assertThat(suggest("student", "ja", "nein").get(0))
        .contains("ja")
        .contains("true")
        .contains("nein")
        .contains("false");
    assertThat(suggest("Account enabled", "True", "False").get(0)).contains("@disabled");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Suspended|suspended/active|suspended:true active:false",
        "Blocked|gesperrt/aktiv|gesperrt:true aktiv:false",
        "Disabled|disabled/enabled|disabled:true enabled:false",
        "Disabled|Ja/Nein|Ja:true Nein:false",
        "Active|Active/Suspended|Active:false Suspended:true",
        "Active|yes/no/''|yes:false no:true :true",
        "Active|x/''|x:false :true",
        "Suspended|x/''|x:true",
        "Account Enabled|True|True:false false:true"
      })
  void statesOfAccountsMeanTheSameInEveryColumn(String name, String cells, String values) {
    Suggestion suggestion =
        MappingSuggestion.of(
                List.of(name),
                Arrays.stream(cells.split("/", -1))
                    .map(cell -> List.of(cell.equals("''") ? "" : cell))
                    .toList(),
                ATTRIBUTES)
            .get(0);
    Struct target = (Struct) suggestion.target();
    Struct words = (Struct) target.get("values");

    assertThat(target.text("to")).isEqualTo("@disabled");
    assertThat(words.names().stream().map(word -> word + ':' + words.text(word)))
        .containsExactly(values.split(" ", -1));
  }

  @Test
  void statesMeanTheOppositeInABooleanAttributeAboutClosedAccounts() {
    List<AttributeDeclaration> attributes =
        List.of(attribute("suspended", AttributeKind.BOOLEAN, "Suspended"));

    assertThat(
            MappingSuggestion.of(
                    List.of("suspended"), List.of(List.of("Suspended"), List.of("x")), attributes)
                .get(0)
                .target())
        .hasToString(
            new Struct.Builder()
                .put("to", Value.of("suspended"))
                .put(
                    "values",
                    new Struct.Builder()
                        .put("Suspended", Value.of("true"))
                        .put("x", Value.of("true"))
                        .put("active", Value.of("false"))
                        .build())
                .build()
                .toString());
  }

  /** Whoever takes the suggestion must not close accounts by what is an attribute to them. */
  @Test
  void aDeclaredAttributeComesBeforeTheStateOfTheAccount() {
    List<AttributeDeclaration> attributes =
        List.of(attribute("active", AttributeKind.BOOLEAN, "Active"));

    assertThat(
            MappingSuggestion.of(List.of("Aktiv"), List.of(List.of("ja")), attributes)
                .get(0)
                .name())
        .isEqualTo("active");
  }

  @Test
  void aFullNameIsSplit() {
    assertThat(suggest("Name;email", "Ann Bell;a@example.org").get(0))
        .contains("first_name", "last_name")
        .endsWith("guess");
  }

  @Test
  void noTargetIsSuggestedTwice() {
    assertThat(suggest("Mail;E-mail")).containsExactly("email sure", "- unknown");
  }

  @Test
  void neitherReasonsNorTextsShowCells() {
    String secret = "$2y$10$abcdefghijklmnopqrstuv";
    assertThat(
            MappingSuggestion.of(List.of("password"), List.of(List.of(secret)), ATTRIBUTES)
                .toString())
        .doesNotContain(secret);
  }
}
