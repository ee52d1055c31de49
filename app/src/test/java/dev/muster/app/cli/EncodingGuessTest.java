package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tables in the character sets of Europe: the set is guessed by the letters of names, with an
 * option to copy, where windows-1252 is wrong, and is not doubted where it is right.
 */
class EncodingGuessTest {

  @TempDir private Path folder;

  private Run run(String charset, String names, String... arguments) throws Exception {
    StringBuilder table = new StringBuilder("email;last_name\n");
    int number = 0;
    for (String name : names.split(" ", -1)) {
      table.append('u').append(number++).append("@example.org;").append(name).append('\n');
    }
    Files.write(folder.resolve("t.csv"), table.toString().getBytes(Charset.forName(charset)));
    String[] all = new String[arguments.length + 3];
    all[0] = "import";
    all[1] = "t.csv";
    all[2] = "--dry-run";
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return Run.of(folder, all);
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1254, windows-1254, Yılmaz Şahin Öztürk Doğan Çelik Yıldız Aydın Işık",
    "windows-1254, windows-1254, Güneş Kılıç Erdoğan Çağlar İbrahim Gökçe Demir Koç",
    "windows-1254, windows-1254, Müller Schmidt Yıldırım Özdemir Jäger Şimşek Weiß Aydoğan Taş",
    "windows-1254, windows-1254, Yıldız Işık Doğan",
    "windows-1250, windows-1250, Novák Dvořák Černý Procházka Kučera Veselý Horák Němec Šťastný",
    "windows-1250, windows-1250, Wałęsa Zieliński Wójcik Świąć Żak Gołębiewski Wiśniewski",
    "windows-1250, windows-1250, Kovačević Babić Marić Šimić Đorđević Žagar Petrović",
    "windows-1250, windows-1250, Szabó Kovács Nagy Őry Erdős Szűcs Győri Dudás Bősze Pethő",
    "windows-1250, windows-1250, Ionescu Mărgineanu Constantinescu Păunescu Ţepeş Brătianu Băsescu",
    "ISO-8859-2, iso-8859-2, Wałęsa Zieliński Wójcik Świąć Żak Gołębiewski Wiśniewski",
    "ISO-8859-2, iso-8859-2, Novák Dvořák Šťastný Žižka Němec Černý Kučera",
    "ISO-8859-15, iso-8859-15, Lefèbvre Cœur Sœurette Bœuf Noël Œuvrard Müller",
    "ISO-8859-15, iso-8859-15, Šiško Žak Virtanen Mäkinen Böök Žilinskas Hämäläinen Škoda",
    "windows-1257, windows-1257, Bērziņš Kalniņš Ozoliņš Jansons Liepiņš Krūmiņš Āboliņš",
    "windows-1257, windows-1257, Šarūnas Žemaitis Kazlauskienė Jonaitytė Ąžuolas Čepaitis Žukas",
    "windows-1251, windows-1251, Иванов Смирнова Кузнецов Попова Щербакова",
    "windows-1251, windows-1251, Шевченко Коваленко Бойко Ткачук Їжакевич",
    "windows-1253, windows-1253, Παπαδόπουλος Γεωργίου Νικολάου Δημητρίου Ωνάσης",
    "x-MacRoman, mac-roman, Lefèbvre Noël Gonçalves Müller Garçon Hélène Étienne",
    "x-MacRoman, mac-roman, Müller Weiß Jäger Schröder Köhler Groß",
    "x-MacRoman, mac-roman, Muñoz Ibáñez Peña Núñez Gutiérrez García"
  })
  void theLikelyOneIsNamedWithAnOptionToCopy(String charset, String option, String names)
      throws Exception {
    Run run = run(charset, names);

    assertThat(run.err()).contains("--encoding " + option).contains("guess");
    assertThat(run(charset, names, "--encoding", option).err()).doesNotContain("warning");
  }

  @Test
  void aHeaderThatWasReadInTheWrongOneIsToldFirst() throws Exception {
    byte[] table =
        "Имя;Фамилия;Эл. почта\nИван;Петров;i@example.org\n".getBytes(Charset.forName("cp1251"));
    Files.write(folder.resolve("t.csv"), table);

    assertThat(Run.of(folder, "import", "t.csv").err().lines().toList().get(0))
        .contains("looks more like windows-1251", "add --encoding windows-1251");
    assertThat(Run.of(folder, "import", "t.csv", "--suggest-map").out())
        .contains(
            "\n# Warning: Byte 0, on line 1, is not valid UTF-8", "add --encoding windows-1251");
  }

  @Test
  void aSuggestionSaysThatAnotherRowIsTheHeader() throws Exception {
    Run.file(folder, "t.csv", "Personalliste;;", ";;", "Nachname;Vorname;E-Mail", "B;A;a@b.cd");

    assertThat(Run.of(folder, "import", "t.csv", "--suggest-map").out())
        .contains(
            "\n# Warning: Row 1 is a title, not a header; the header seems to be in row 3: add");
  }

  @Test
  void lettersOfTwoBytesAreReadWhole() throws Exception {
    byte[] table =
        "名,姓,メールアドレス,生年月日\n太郎,田中,t@example.org,1962/1/21\n".getBytes(Charset.forName("Shift_JIS"));
    Files.write(folder.resolve("t.csv"), table);

    assertThat(Run.of(folder, "import", "t.csv").err()).contains("--encoding shift_jis");
  }

  private static final String PEOPLE = "email,last_name\nann@example.org,Bell\nb@example.org,Dee\n";

  @Test
  void ebcdicIsNamedWithTheOptionThatReadsIt() throws Exception {
    Files.write(folder.resolve("t.csv"), PEOPLE.getBytes(Charset.forName("IBM1047")));

    Run run = Run.of(folder, "import", "t.csv");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("seems to be EBCDIC", "add --encoding ibm1047")
        .doesNotContain("cp866");
    assertThat(Run.of(folder, "import", "t.csv", "--encoding", "ibm1047").status()).isZero();
  }

  @Test
  void ebcdicMayHaveOtherLineEndsOrNone() throws Exception {
    byte[] table = PEOPLE.getBytes(Charset.forName("IBM500"));
    for (int i = 0; i < table.length; i++) {
      table[i] = table[i] == 0x15 ? 0x25 : table[i];
    }
    Files.write(folder.resolve("t.csv"), table);

    assertThat(Run.of(folder, "import", "t.csv").err())
        .contains("seems to be EBCDIC", "add --encoding cp500");
    assertThat(Run.of(folder, "import", "t.csv", "--encoding", "cp500").status()).isZero();

    byte[] fixed = "email    last_name ann@example.org  Bell".getBytes(Charset.forName("IBM500"));
    Files.write(folder.resolve("t.csv"), fixed);
    assertThat(Run.of(folder, "import", "t.csv").err()).contains("EBCDIC", "has no line ends");
  }

  @Test
  void utf7IsToldWithItsConversion() throws Exception {
    Run.file(folder, "t.csv", "email,last_name", "ann@example.org,No+AOs-l");

    Run run = Run.of(folder, "import", "t.csv", "--dry-run");
    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("seems to be UTF-7", "+AOs-", "line 2", "iconv -f utf-7");
    assertThat(Run.of(folder, "import", "t.csv", "--encoding", "utf-7").err())
        .contains("UTF-7 is not read. Convert it first: iconv -f utf-7 -t utf-8 ");

    Run.file(folder, "t.csv", "email,last+AF8-name", "ann+AEA-example.org,Bell");
    assertThat(Run.of(folder, "import", "t.csv").err())
        .contains("seems to be UTF-7", "+AF8-", "line 1");
  }

  /** The true refusal is not hidden by what may be a part of an address. */
  @Test
  void utf7IsOnlyMentionedBesideTheRefusalOfAHeaderWithoutIt() throws Exception {
    Run.file(folder, "t.csv", "email,lastname_", "ann@example.org,No+AOs-l");
    assertThat(Run.of(folder, "import", "t.csv").err())
        .contains("lastname_", "seems to be UTF-7", "+AOs-", "line 2");

    Run.file(folder, "t.csv", "email,lastname_", "jo+ABQ-2024@example.com,Bell");
    assertThat(Run.of(folder, "import", "t.csv").err())
        .contains("lastname_")
        .doesNotContain("UTF-7");
  }

  @ParameterizedTest
  @CsvSource({
    "'email,last_name', 'jo+ABQ-2024@example.com,Bell'", // a control character
    "'email,last_name', 'jo+AEA-2024@example.com,Bell'",
    "'email,last_name', 'jo@example.com,a+AF8-b'", // an underscore behind the header
    "'email,last_name', 'jo+AOs-@example.com,Noël'",
    "'email,lastname_', 'jo+AOs-@example.com,Noël'"
  })
  void whatMayBePartOfAnAddressIsNoSignOfUtf7(String header, String row) throws Exception {
    Run.file(folder, "t.csv", header, row);

    assertThat(Run.of(folder, "import", "t.csv", "--dry-run").err()).doesNotContain("UTF-7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.json|[{'email':'a@example.org','name':'Zoë'}]|windows-1252|add --encoding windows-1252",
        "a.json|[{'email':'a@example.org','name':'Yıldız Işık Doğan'}]|windows-1254"
            + "|add --encoding windows-1254",
        "a.json|{'identifier':'email','records':[{'email':'a@example.org','name':'Zoë Noël'}]}"
            + "|x-MacRoman|--encoding mac-roman",
        "a.json|{'users':{'zoë':{}}}|windows-1252|iconv -t utf-8 -f windows-1252",
        "a.json|{'data':[{'mail':'zoë'}]}|windows-1252|add --encoding windows-1252"
      })
  void jsonIsToldTheLikelyOne(String name, String text, String charset, String remedy)
      throws Exception {
    Files.write(folder.resolve(name), text.replace('\'', '"').getBytes(Charset.forName(charset)));

    Run run = Run.of(folder, "import", name);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("is not valid UTF-8. ", remedy);
  }

  @Test
  void theConversionOfAJsonTextIsReadyToCopy() throws Exception {
    Files.write(folder.resolve("it's.json"), "{\"users\":{\"zo\u00eb\":{}}}".getBytes(ISO_8859_1));

    assertThat(Run.of(folder, "import", "it's.json").err())
        .contains("iconv -t utf-8 -f windows-1252 '" + folder + "/it'\\''s.json' > utf-8.json.");
  }

  @ParameterizedTest
  @CsvSource({
    "Lefèbvre Noël Gonçalves François Hélène Étienne Cœur Garçon Ÿ",
    "Müller Weiß Jäger Schröder Köhler Groß Österreicher",
    "Muñoz Ibáñez Peña Núñez Gutiérrez García Agüero",
    "Muñoz Peña Castañeda Núñez Ibáñez",
    "Peña Muñiz Ordoñez Acuña Zuñiga",
    "Gonçalves João Simões Magalhães Araújo Conceição Patrício",
    "Nicolò Forlì Cantù Libertà Però Aimè",
    "Jørgensen Sørensen Kjær Åse Bjørn Lærke Øster",
    "Kjær Sæther Bæk Dæhlie Nærum",
    "Åkesson Sjöström Lindén Mäkinen Hämäläinen Öberg",
    "Guðrún Sigurðardóttir Þór Jónsson Björn Einarsdóttir Ýr Sæmundur Ágúst",
    "Sigurður Þórður Guðmundur Hallgrímur Auður Viðar",
    "Çela Bëlina Hoxha Gëzim Kaçi",
    "Puigdemont Núria Güell Àlex Òscar Françesc Íngrid",
    "Müller Lefèbvre Muñoz Jørgensen Guðrún Gonçalves",
    "D’Angelo O’Brien L’Hôpital N’Golo",
    "Beyoncé",
    "Zoë",
    "Dvorák Kovács Horváth Szabó"
  })
  void windows1252IsNotDoubted(String names) throws Exception {
    assertThat(run("windows-1252", names).err()).doesNotContain("warning");
  }
}
