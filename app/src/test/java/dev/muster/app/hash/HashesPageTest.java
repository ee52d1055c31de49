package dev.muster.app.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.password.HashPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/hashes.md is up to date; {@code -Dmuster.write=true} regenerates it. */
class HashesPageTest {

  private static final Path PAGE =
      Path.of("").toAbsolutePath().resolveSibling("docs").resolve("hashes.md");

  private static final String IMPORTS =
      """

      ## In imports

      - **csv** takes every scheme. A text that tells which scheme it is of needs only the column
        `password_hash`. The others, such as bare hex digits, need the scheme's name in the column
        `password_scheme` too. Without it, 32 hex digits are MD5.
      - **restauth** takes every scheme: its name is the `algorithm`, beside
        [passlib's names](restauth.md#passwords), and the `hash` is the text.
      - **authgear** takes every scheme: its name is the `type`, and the `password_hash` is the
        text. Authgear itself has the type `bcrypt` only; the others are an extension of Muster, in
        the request document, in lines, and in the [API](server.md).
      - **auth0** takes what an algorithm of Auth0's `custom_password_hash` computes, as it is or
        written anew: [the schemes](#schemes) show how. bcrypt `$2a$` or `$2b$` with 10 rounds may
        also be a `password_hash`.

      ```
      username,password_scheme,password_hash
      ann,nt,1b9d5effd34ac283c8efe2eacaea8bbc
      {"users":{"ann":{"password":{"algorithm":"nt","hash":"1b9d5effd34ac283c8efe2eacaea8bbc"}}}}
      {"preferred_username":"ann","password":{"type":"nt",
        "password_hash":"1b9d5effd34ac283c8efe2eacaea8bbc"}}
      {"email":"ann@example.com","custom_password_hash":{"algorithm":"md4",
        "hash":{"value":"1b9d5effd34ac283c8efe2eacaea8bbc","encoding":"hex"},
        "password":{"encoding":"utf16le"}}}
      ```

      An algorithm or column may be named for each record.

      ## Columns about a hash

      Many systems keep hash, salt and costs in columns of their own. In csv these columns go with
      `password_hash`; a mapping can rename columns to them, and give the same text to all rows:

      | column | meaning |
      |---|---|
      | `password_scheme` | the scheme's name |
      | `password_hash` | the hash: the scheme's text, or the digest or key alone |
      | `password_hash_encoding` | `hex` or `base64`; without it, hex digits are hex |
      | `password_salt` | the salt |
      | `password_salt_encoding` | `utf8` (the usual), `hex` or `base64` |
      | `password_key` | the secret (pepper) of the system |
      | `password_key_encoding` | `utf8` (the usual), `hex` or `base64` |
      | `password_digest` | %s; for argon2 `argon2id`, `argon2i` or `argon2d` |
      | `password_input` | what is digested, such as `{salt}{password}` |
      | `password_encoding` | the password: `utf8` (usual), `utf16le`, `latin1`, `upper`, `lower` |
      | `password_iterations` | iterations, rounds or passes |
      | `password_chain` | what later rounds of a digest read: `bytes` (usual), `hex`, `salted` |
      | `password_cost` | scrypt's N, Argon2's memory in KiB, Firebase's `mem_cost` |
      | `password_block_size` | scrypt's r |
      | `password_parallelization` | the p of scrypt and Argon2 |
      | `password_salt_separator` | Firebase's `base64_salt_separator` |

      In `password_input`, `{salt}`, `{key}` and `{password}` stand for the bytes, and
      `{md5(password)}` for their digest in lower-case hex; everything else is read as it stands.
      `{password}:{salt}` is `digest(password + ":" + salt)`. It has to be given if there is a salt.
      An hmac whose input lacks `{password}` has the password as its key.

      A row without a hash leaves the password as it is; a new user gets none. A salt without a
      hash, any part but the scheme beside a hash that has all in its text, a part without a
      `password_scheme`, and a part that the scheme lacks are errors of their cells. Reports show
      only `password_scheme`; all other cells are `REDACTED`.

      These schemes can be put together from parts; the others are always one text:

      | scheme | needs `password_…` | may have `password_…` |
      |---|---|---|
      %s
      Firebase's salts and keys are base64 unless the encoding says otherwise, and
      `password_iterations` is its `rounds`. With columns `password_hash` and `password_salt`, the
      parameters that Firebase's console shows are constants of a mapping:

      ```yaml
      constants:
        password_scheme: firebase-scrypt
        password_key: jxspr8Ki…
        password_salt_separator: Bw==
        password_iterations: "8"
        password_cost: "14"
      ```

      ## $digest$ and $hmac$

      Hashes of the schemes `digest` and `hmac` are stored as texts of these forms, which imports
      take too. BEFORE, AFTER, KEY, MESSAGE and HASH are base64 without padding, and may be empty
      except the last:

          $digest$alg=DIGEST[,password=FORM][,rounds=N][,chain=CHAIN]$BEFORE$AFTER$HASH
          $hmac$alg=DIGEST[,password=FORM]$KEY$BEFORE$AFTER$HASH
          $hmac$alg=DIGEST[,password=FORM],key=password$MESSAGE$HASH

      DIGEST reads BEFORE, the password, and AFTER. FORM is the password's encoding as in
      `password_encoding`, a digest whose hex digits are read instead, or both: `utf16le-md5`.
      CHAIN is as in `password_chain`. `md5(md5(password) + "salt")` is

          $digest$alg=md5,password=md5$$c2FsdA$HASH

      ## Schemes

      """;

  @Test
  void thePageIsWhatTheRegistrySays() throws IOException {
    if (Boolean.getBoolean("muster.write")) {
      Files.writeString(PAGE, page());
    }
    assertThat(PAGE).hasContent(page());
  }

  private static String page() {
    StringBuilder page = new StringBuilder();
    page.append(HashesPageTexts.HEAD.formatted(DocumentedHash.ALL.size()));
    List<HashSystem> systems =
        HashSystem.ALL.stream().filter(system -> !system.hashes().isEmpty()).toList();
    page.append(
        systems.stream()
            .map(system -> "[" + system.name() + "](#" + anchor(system.name()) + ")")
            .collect(Collectors.joining(",\n")));
    page.append(",\n[others](#programs-that-made-their-own)\n");
    systems.forEach(system -> section(page, system));
    section(page, others(systems));
    page.append('\n').append(HashesPageTexts.PROVING);
    page.append(HashesPageTexts.COSTS);
    page.append(IMPORTS.strip().formatted(digests(), assemblies()));
    page.append(
            "\n\nIn JSON, HASH stands for the text, or for a part of it in the encoding that is")
        .append(" named; SALT and KEY likewise.\n");
    StandardSchemes.known().forEach(scheme -> section(page, scheme));
    return page.toString();
  }

  /** What belongs to none of the systems. */
  private static HashSystem others(List<HashSystem> systems) {
    Set<String> named =
        systems.stream()
            .flatMap(system -> system.hashes().stream())
            .map(DocumentedHash::name)
            .collect(Collectors.toSet());
    List<String> left =
        DocumentedHash.ALL.stream()
            .map(DocumentedHash::name)
            .filter(name -> !named.contains(name))
            .toList();
    return new HashSystem(
        "Programs that made their own",
        Pattern.compile("(?!)"),
        left,
        "`muster hash solve` finds the recipe of one hash whose password is known.");
  }

  /** A heading's anchor, as GitHub makes it. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
  }

  private static void section(StringBuilder page, HashSystem system) {
    List<DocumentedHash> hashes = system.hashes();
    page.append("\n### ").append(system.name()).append("\n\n");
    if (system.export().isEmpty()) {
      hashes.stream()
          .map(hash -> hash.about().export())
          .distinct()
          .forEach(export -> page.append("- export: ").append(export).append('\n'));
    } else {
      page.append("- export: ").append(system.export()).append('\n');
    }
    page.append("\n| looks like | scheme | | csv | restauth, authgear | auth0 |\n")
        .append("|---|---|---|---|---|---|\n");
    for (DocumentedHash hash : hashes) {
      List<ImportForm> forms = hash.forms();
      page.append("| ")
          .append(code(hash.about().example()))
          .append(" | [")
          .append(hash.name())
          .append("](#")
          .append(hash.anchor())
          .append(") | ")
          .append(hash.about().advice().meaning())
          .append(" | ")
          .append(brief(forms.get(0)))
          .append(" | ")
          .append(brief(forms.get(1)).equals(brief(forms.get(2))) ? brief(forms.get(1)) : "differ")
          .append(" | ")
          .append(brief(forms.get(3)))
          .append(" |\n");
    }
  }

  /** The beginning of an example. */
  private static String code(String example) {
    String start = example.length() > 40 ? example.substring(0, 36) + "…" : example;
    return "`" + start.replace("|", "\\|") + "`";
  }

  private static List<ImportForm> forms(KnownScheme scheme) {
    return ImportForm.of(scheme.name(), scheme.about().example());
  }

  private static String brief(ImportForm form) {
    if (!form.isTaken()) {
      return "no";
    }
    return switch (form.format()) {
      case "csv" -> form.naming().isEmpty() ? "as it is" : "with its name";
      case "auth0" -> "`" + form.naming().replace("algorithm ", "") + "`";
      default -> "by its name";
    };
  }

  private static String digests() {
    return Stream.of(Digest.values())
        .map(digest -> "`" + digest.wireName() + "`")
        .collect(Collectors.joining(", "));
  }

  private static String assemblies() {
    StringBuilder rows = new StringBuilder();
    HashAssembly.all()
        .forEach(
            (scheme, assembly) ->
                rows.append("| `")
                    .append(scheme)
                    .append("` | ")
                    .append(columns(assembly.required()))
                    .append(" | ")
                    .append(columns(assembly.optional()))
                    .append(" |\n"));
    return rows.toString();
  }

  private static String columns(Set<HashPart> parts) {
    return Stream.of(HashPart.values())
        .filter(parts::contains)
        .map(part -> "`" + part.columnName().replace("password_", "") + "`")
        .collect(Collectors.joining(" "));
  }

  private static void section(StringBuilder page, KnownScheme scheme) {
    About about = scheme.about();
    page.append("\n### Scheme ").append(scheme.name()).append("\n\n");
    for (String line :
        List.of(
            about.title() + "; " + about.advice().meaning() + ".",
            "",
            "    " + about.example(),
            "",
            "- from: " + about.origin(),
            "- export: " + about.export())) {
      page.append(line).append('\n');
    }
    if (about.advice() != Advice.UNVERIFIABLE) {
      forms(scheme)
          .forEach(
              form ->
                  page.append("- ")
                      .append(form.format())
                      .append(": ")
                      .append(form.isTaken() ? "`" + form.words() + "`" : "no")
                      .append('\n'));
      page.append("- the example is of `").append(about.password()).append("`\n");
    }
  }
}
