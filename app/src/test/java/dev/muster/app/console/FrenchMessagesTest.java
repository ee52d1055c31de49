package dev.muster.app.console;

import static dev.muster.app.console.ReportConsole.ended;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.store.StoreKind;
import dev.muster.app.upload.UploadedFile;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertThat(ENGLISH.matcher(body).results().map(found -> found.group(1)).toList())
            .as(page)
            .containsExactly("English"); // the link to the English page
        assertThat(body).contains("Vouliez-vous dire send-email", "tableur");
      }
    }
  }
}
