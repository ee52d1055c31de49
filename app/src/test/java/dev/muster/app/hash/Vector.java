package dev.muster.app.hash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One line of conformance/hashes: what an independent tool made of a password.
 *
 * @param scheme the name of the file
 */
public record Vector(String scheme, String password, String encoded, boolean expected) {

  private static final Path FOLDER = Path.of("..", "conformance", "hashes");

  public static List<Vector> all() throws IOException {
    return all(FOLDER);
  }

  /** Those of the spellings; their schemes are the spellings' names. */
  public static List<Vector> ofSpellings() throws IOException {
    return all(FOLDER.resolve("spellings"));
  }

  private static List<Vector> all(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Vector::isTable).sorted().flatMap(Vector::ofFile).toList();
    }
  }

  public byte[] passwordUtf8() {
    return password.getBytes(UTF_8);
  }

  private static boolean isTable(Path file) {
    return file.toString().endsWith(".tsv");
  }

  private static Stream<Vector> ofFile(Path file) {
    String scheme = file.getFileName().toString().replace(".tsv", "");
    try {
      return Files.readAllLines(file).stream().skip(1).map(line -> ofLine(scheme, line));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Vector ofLine(String scheme, String line) {
    List<String> columns = List.of(line.split("\t", -1));
    return new Vector(
        scheme, jsonText(columns.get(0)), columns.get(1), Boolean.parseBoolean(columns.get(2)));
  }

  public static String jsonText(String json) {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      return parser.nextStringValue();
    }
  }
}
