package dev.muster.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes invented users to a folder, in constant memory and the same ones every time: {@code
 * MakeUsers FOLDER NUMBER [ndjson] [changed] [request] [csv] [xlsx] [auth0] [restauth]}; all seven
 * kinds of file by default.
 *
 * <ul>
 *   <li>{@code users.ndjson}: records of the authgear format, one a line;
 *   <li>{@code changed.ndjson}: the same users, each with another cost centre;
 *   <li>{@code users.json}: the same records as one request document;
 *   <li>{@code users.csv}: the same users, without groups;
 *   <li>{@code users.xlsx}: the same table as a workbook;
 *   <li>{@code auth0.ndjson}: the same users, without groups, as Auth0's records, one a line;
 *   <li>{@code restauth.json}: the same users as a RestAuth document, all of them in one group;
 *   <li>{@code muster.yml}: declares the attributes in {@code users.csv};
 *   <li>{@code groups}: the groups to create first, a key a line.
 * </ul>
 */
public final class MakeUsers {

  private static final Set<String> ALL =
      Set.of("ndjson", "changed", "request", "csv", "xlsx", "auth0", "restauth");

  private final Path folder;
  private final long number;

  private MakeUsers(Path folder, long number) {
    this.folder = folder;
    this.number = number;
  }

  /** Runs the program; see the class comment. */
  public static void main(String[] args) throws IOException {
    Set<String> kinds = Arrays.stream(args).skip(2).collect(Collectors.toSet());
    if (args.length < 2 || !ALL.containsAll(kinds)) {
      System.err.println(
          "usage: MakeUsers FOLDER NUMBER [ndjson] [changed] [request] [csv]"
              + " [xlsx] [auth0] [restauth]");
      System.exit(2);
    }
    MakeUsers maker = new MakeUsers(Path.of(args[0]), Long.parseLong(args[1]));
    maker.make(kinds.isEmpty() ? ALL : kinds);
  }

  private void make(Set<String> kinds) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("muster.yml"), Writing.SETTINGS);
    Files.write(folder.resolve("groups"), People.GROUPS);
    if (kinds.contains("ndjson")) {
      lines("users.ndjson", 0);
    }
    if (kinds.contains("changed")) {
      lines("changed.ndjson", 1);
    }
    if (kinds.contains("request")) {
      request();
    }
    if (kinds.contains("csv")) {
      csv();
    }
    if (kinds.contains("xlsx")) {
      WorkbookWriter.write(folder.resolve("users.xlsx"), number);
    }
    if (kinds.contains("auth0")) {
      auth0();
    }
    if (kinds.contains("restauth")) {
      restAuth();
    }
  }

  private void lines(String name, int edition) throws IOException {
    StringBuilder line = new StringBuilder(800);
    try (Writer out = Files.newBufferedWriter(folder.resolve(name))) {
      for (long i = 0; i < number; i++) {
        line.setLength(0);
        Writing.record(line, People.person(i, edition));
        out.append(line.append('\n'));
      }
    }
  }

  private void request() throws IOException {
    StringBuilder record = new StringBuilder(800);
    try (Writer out = Files.newBufferedWriter(folder.resolve("users.json"))) {
      out.append(Writing.REQUEST_START);
      for (long i = 0; i < number; i++) {
        record.setLength(0);
        record.append(i == 0 ? "" : ",\n");
        Writing.record(record, People.person(i, 0));
        out.append(record);
      }
      out.append(Writing.REQUEST_END);
    }
  }

  private void auth0() throws IOException {
    StringBuilder line = new StringBuilder(800);
    try (Writer out = Files.newBufferedWriter(folder.resolve("auth0.ndjson"))) {
      for (long i = 0; i < number; i++) {
        line.setLength(0);
        Writing.auth0(line, People.person(i, 0));
        out.append(line.append('\n'));
      }
    }
  }

  private void restAuth() throws IOException {
    StringBuilder entry = new StringBuilder(500);
    try (Writer out = Files.newBufferedWriter(folder.resolve("restauth.json"))) {
      out.append("{\"users\":{\n");
      for (long i = 0; i < number; i++) {
        entry.setLength(0);
        Writing.entry(entry, People.person(i, 0));
        out.append(i == 0 ? "" : ",\n").append(entry);
      }
      out.append("\n},\"groups\":{\"everyone\":{\"users\":[\n");
      for (long i = 0; i < number; i++) {
        out.append(i == 0 ? "\"" : ",\n\"").append(People.person(i, 0).username()).append('"');
      }
      out.append("\n]}}}\n");
    }
  }

  private void csv() throws IOException {
    StringBuilder row = new StringBuilder(500);
    try (Writer out = Files.newBufferedWriter(folder.resolve("users.csv"))) {
      out.append(Writing.CSV_HEADER);
      for (long i = 0; i < number; i++) {
        row.setLength(0);
        Writing.row(row, People.person(i, 0));
        out.append(row);
      }
    }
  }
}
