package dev.muster.app.console;

import static dev.muster.app.console.ReportConsole.ended;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.muster.app.store.StoreKind;
import dev.muster.app.upload.UploadedFile;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** French pages tell in French what is wrong with a table of ordinary people. */
class FrenchMessagesTest {

  private static final Pattern ENGLISH = Pattern.compile("lang=\"en\">([^<]*)");

  private static final String TABLE =
      """
      username key,email,first_name,last_name,@registration,@disabled,@valid-from,\
      _role_slug,@force-password-reset
      a,a b@example.com,Ann,Noël,send-email,,,,
      b,,NULL,=A1(),send-email,no,,,no
      c,c@example.com,4.47E+11,#N/A,sendmail,,,boss,
      d,d@example.com,Zo&euml;,“Dee”,,maybe,,,
      e\u200bf,e@example.com,E,E,,,31/01/2030,,,,surplus
      ,f@example.com,F,F,yes,,,,
      g,a@example.com.,G,'G',,,,,
      h,h@example.com,H,H,,,,,
      h,i@example.com,I,I,,,,,
      k,k@example.com,K,K,,,,,,surplus
      m,m@example.com,4.47E+11,#N/A,,,,,
      n,n@example.com,Zo&euml;,“Dee”,,,,,
      l\u200bm,l@example.com,L,L,,,,,
      """;

  @TempDir Path folder;

  @Test
  void nothingOfItStaysEnglish() throws Exception {
    try (ReportConsole muster = ReportConsole.start(StoreKind.SQLITE, folder)) {
      UploadedFile file = muster.upload("people.csv", TABLE);
      Browser ann = muster.ann();
      String report = muster.simulate(file);
      ended(ann, report);
      for (String page : new String[] {"/users/import/" + file.id() + "/", report}) {
        String body = ann.get(page + "?lang=fr").require(200).body();
        assertThat(english(body))
            .as(page)
            .containsExactly("English"); // the link to the English page
        assertThat(body).contains("Vouliez-vous dire send-email", "tableur");
      }
    }
  }

  static Stream<Arguments> filesWithRemarks() {
    byte[] stray = "email,first_name\na@example.org,Zoë\nb@example.org,No?l\n".getBytes(UTF_8);
    stray[new String(stray, ISO_8859_1).indexOf('?')] = (byte) 0xeb;
    return Stream.of(
        arguments(
            "polish.csv",
            "email,first_name,last_name\na@example.org,Łukasz,Wiśniewski\n"
                .concat("b@example.org,Zdzisław,Żółć\nc@example.org,Świętosław,Dąbrowski\n")
                .getBytes(Charset.forName("windows-1250")),
            "Le fichier a été lu en windows-1252, mais il ressemble plutôt à du"),
        arguments("stray.csv", stray, "d’autres lettres sont sans doute fausses"),
        arguments(
            "twice.csv",
            "email,first_name\na@example.org,NoÃ«l\n".getBytes(UTF_8),
            "encodé deux fois"),
        arguments(
            "hashes.csv",
            "email,password_hash\na@example.org,5f4dcc3b5aa765d61d8327deb882cf99\n".getBytes(UTF_8),
            "Les empreintes de mots de passe sont lues comme MD5 sans sel"),
        arguments(
            "title.csv",
            "Personnel,,\nemail,first_name,last_name\na@example.org,Ann,Noël\n".getBytes(UTF_8),
            "l’en-tête semble être à la ligne 2"),
        arguments(
            "columns.csv",
            "email,Shoes,frist_name,,Shoes\na@example.org,3,Ann,x,4\n".getBytes(UTF_8),
            "Il n’y a ni colonne ni attribut"),
        arguments(
            "total.csv",
            "email,last_name\na@example.org,Ann\nTotal,1\nemail,last_name\n".getBytes(UTF_8),
            "La ligne semble répéter l’en-tête"));
  }

  /** On the page of the file, and on that of a report, which may fail. */
  @ParameterizedTest
  @MethodSource("filesWithRemarks")
  void remarksOnAFileAreInFrench(String name, byte[] content, String remark) throws Exception {
    try (ReportConsole muster = ReportConsole.start(StoreKind.SQLITE, folder)) {
      UploadedFile file = muster.upload(name, content, "auto", ReportConsole.PLAIN);
      Browser ann = muster.ann();
      String report = muster.simulate(file);
      ended(ann, report);
      String body = ann.get("/users/import/" + file.id() + "/?lang=fr").require(200).body();
      assertThat(english(body)).containsExactly("English");
      assertThat(body).contains(remark);
      assertThat(english(ann.get(report).require(200).body())).containsExactly("English");
    }
  }

  private static List<String> english(String body) {
    return ENGLISH.matcher(body).results().map(found -> found.group(1)).toList();
  }
}
