package dev.muster.app.console;

import static dev.muster.app.console.UploadPagesTest.TABLE;
import static dev.muster.app.console.UploadPagesTest.files;
import static dev.muster.app.console.UploadPagesTest.withAdmins;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.console.Browser.Page;
import dev.muster.app.store.StoreKind;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must not be uploaded, or not by everybody, is refused and not kept. */
class RefusedUploadsTest {

  private static final Map<String, String> DEFAULT = Map.of("realm", "default");

  @TempDir private Path folder;

  private TestConsole start() throws Exception {
    return withAdmins(TestConsole.start(StoreKind.SQLITE, folder));
  }

  @Test
  void onlyFilesOfTheReadersRealmsCanBeSeenAndMade() throws Exception {
    try (TestConsole console = start()) {
      Browser ann = console.signedIn("ann");
      Browser gus = console.signedIn("gus");
      String page = new UploadWalk(ann).kept("people.csv", TABLE);
      for (String path : new String[] {"", "reports", "download/people.csv"}) {
        gus.get(page + path).require(403);
        console.browser().get(page + path).require(303);
        gus.get("/users/import/upl_000000000000/" + path).require(404);
      }
      String token = gus.get("/users/import/").require(200).formToken();
      for (String action :
          new String[] {
            "simulate", "execute", "delete", "mapping", "mapping/save", "reports/imp_x/delete"
          }) {
        gus.post(page + action, Map.of("_csrf", token)).require(403);
        ann.post(page + action, Map.of("_csrf", token)).require(403);
        ann.post(page + action, Map.of()).require(403);
      }
      UploadWalk walk = new UploadWalk(gus);
      walk.upload("people.csv", TABLE.getBytes(UTF_8), DEFAULT).require(403);
      walk.upload(
              "all.json",
              "{\"services\":{},\"users\":{},\"groups\":{}}".getBytes(UTF_8),
              Map.of("format", "restauth"))
          .require(403);
      assertThat(files(console)).isEqualTo(1);
      String own = walk.upload("own.csv", TABLE.getBytes(UTF_8), Map.of()).location();
      assertThat(gus.get("/users/import/").body())
          .contains("own.csv")
          .doesNotContain("people.csv")
          .contains("<option value=\"guests\" selected>")
          .doesNotContain("<option value=\"default\"");
      ann.get(own).require(200);
      ann.upload("/users/import/", new MultipartBody().file("x.csv", TABLE.getBytes(UTF_8)))
          .require(403);
      assertThat(files(console)).isEqualTo(2);
    }
  }

  /** Services belong to no realm, so an administrator of the file's realm may not even see it. */
  @Test
  void documentsWithServicesAreForAdministratorsOfAllRealms() throws Exception {
    try (TestConsole console = start()) {
      Browser ann = console.signedIn("ann");
      String page =
          new UploadWalk(ann)
              .upload(
                  "all.json",
                  "{\"services\":{},\"users\":{},\"groups\":{}}".getBytes(UTF_8),
                  Map.of("format", "restauth", "realm", "guests"))
              .location();
      ann.get(page).require(200);
      Browser gus = console.signedIn("gus");
      for (String path :
          new String[] {"", "reports", "download/all.json", "imp_0/", "imp_0/rejects"}) {
        gus.get(page + path).require(403);
      }
    }
  }

  @Test
  void aFileThatCantBeReadIsRefusedAndNotKept() throws Exception {
    try (TestConsole console = start()) {
      Browser ann = console.signedIn("ann");
      UploadWalk walk = new UploadWalk(ann);
      byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
      byte[] latin =
          "email key,first_name\na@example.com,Ren\u00e9\n"
              .getBytes(Charset.forName("windows-1252"));
      refused(walk.upload("empty.csv", new byte[0], DEFAULT));
      refused(walk.upload("picture.png", picture, DEFAULT));
      refused(walk.upload("l.csv", latin, Map.of("realm", "default", "encoding", "utf-8")));
      refused(walk.upload("k.csv", latin, Map.of("realm", "default", "encoding", "klingon-8")));
      refused(walk.upload("q.csv", "email key\n\"never closed\n".getBytes(UTF_8), DEFAULT));
      refused(walk.upload("j.json", "{\"users\":[".getBytes(UTF_8), DEFAULT));
      refused(walk.upload("n.csv", TABLE.getBytes(UTF_8), Map.of("realm", "nowhere")));
      refused(walk.upload("n.csv", TABLE.getBytes(UTF_8), Map.of()));
      refused(
          walk.upload("f.csv", TABLE.getBytes(UTF_8), Map.of("realm", "default", "format", "x")));
      assertThat(
              refused(
                  walk.upload(
                      "k.csv", latin, Map.of("realm", "guests", "encoding", "iso-8859-7x"))))
          .contains("<option value=\"guests\" selected>");
      assertThat(files(console)).isZero();
      walk.upload("l.csv", latin, DEFAULT).require(303);
      ann.get("/users/import/?lang=fr").require(200);
      assertThat(walk.upload("empty.csv", new byte[0], DEFAULT).require(422).body())
          .contains("Fichier d’import non valable : ");
    }
  }

  private static String refused(Page page) {
    assertThat(page.require(422).body())
        .containsPattern("<p data-code=\"[^\"]+\">Invalid import file : \\S");
    return page.body();
  }

  @Test
  void aFileThatIsTooLargeIsRefusedAndNotKept() throws Exception {
    try (TestConsole console = withAdmins(TestConsole.startWithin(folder, 100_000))) {
      Browser ann = console.signedIn("ann");
      UploadWalk walk = new UploadWalk(ann);
      byte[] large = ("email key\n" + "a@example.com\n".repeat(20_000)).getBytes(UTF_8);
      assertThat(walk.upload("large.csv", large, DEFAULT).require(413).body())
          .contains("97.7 KB")
          .contains("Too large");
      byte[] slightly = ("email key\n" + "a@example.com\n".repeat(8_000)).getBytes(UTF_8);
      assertThat(walk.upload("large.csv", slightly, DEFAULT).require(413).body())
          .contains("Too large");
      assertThat(announced(console, ann, 2L << 30)).startsWith("HTTP/1.1 413 ");
      // without an announced length
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(console.address() + "/users/import/"))
                      .header("Cookie", "muster_session=" + ann.cookies.get("muster_session"))
                      .header("Content-Type", "multipart/form-data; boundary=x")
                      .POST(
                          BodyPublishers.ofInputStream(
                              () ->
                                  new ByteArrayInputStream(
                                      ("--x\r\nContent-Disposition: form-data; name=\"file\";"
                                              + " filename=\"a.csv\"\r\n\r\n"
                                              + "a@example.com\n".repeat(13_000)
                                              + "\r\n--x--\r\n")
                                          .getBytes(UTF_8))))
                      .build(),
                  BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(files(console)).isZero();
    }
  }

  /** The answer to a form that announces a size, and sends nothing yet. */
  private static String announced(TestConsole console, Browser browser, long size)
      throws Exception {
    URI address = URI.create(console.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      send(socket, browser, size, "");
      return new String(socket.getInputStream().readNBytes(40), UTF_8);
    }
  }

  private static void send(Socket socket, Browser browser, long size, String part)
      throws Exception {
    OutputStream out = socket.getOutputStream();
    out.write(
        ("POST /users/import/ HTTP/1.1\r\nHost: localhost\r\nCookie: muster_session="
                + browser.cookies.get("muster_session")
                + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: "
                + size
                + "\r\n\r\n"
                + part)
            .getBytes(UTF_8));
    out.flush();
  }

  @Test
  void anUploadThatBreaksOffIsNotKept() throws Exception {
    try (TestConsole console = start()) {
      Browser ann = console.signedIn("ann");
      String token = ann.get("/users/import/").formToken();
      URI address = URI.create(console.address());
      try (Socket socket = new Socket(address.getHost(), address.getPort())) {
        send(
            socket,
            ann,
            1_000_000,
            "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
                + token
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"realm\"\r\n\r\ndefault"
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\""
                + "\r\n\r\n"
                + TABLE);
        socket.shutdownOutput();
        // the server closes its side when it has seen the end
        assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
            .doesNotContain(" 303 ");
      }
      assertThat(files(console)).isZero();
      try (Stream<Path> all = Files.walk(folder)) {
        assertThat(all.filter(path -> path.getFileName().toString().startsWith("file-"))).isEmpty();
      }
    }
  }
}
