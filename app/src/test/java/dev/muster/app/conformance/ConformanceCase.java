package dev.muster.app.conformance;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One case file: steps against an empty directory, and what each is expected to do.
 *
 * @param name such as {@code csv/encoding/cp1252-auto}
 * @param config the content of muster.yml
 */
record ConformanceCase(String name, Struct config, List<Struct> steps) {

  /** The case files anywhere below a folder, in the order of their paths. */
  static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".json"))
          .sorted()
          .toList();
    }
  }

  static ConformanceCase read(Path file) throws IOException {
    return of((Struct) CaseJson.parse(Files.readString(file)));
  }

  static ConformanceCase of(Struct document) {
    return new ConformanceCase(
        String.valueOf(document.text("name")),
        document.get("config") instanceof Struct config ? config : Struct.EMPTY,
        items(document, "steps").stream().map(Struct.class::cast).toList());
  }

  /** The members of an array; none where there is no array. */
  static List<Value> items(Struct struct, String name) {
    return struct.get(name) instanceof Value.Array array ? array.items() : List.of();
  }

  /** The texts of an array; anything else in it is a mistake of the case. */
  static List<String> texts(Struct struct, String name) {
    return items(struct, name).stream().map(item -> ((Value.Text) item).text()).toList();
  }
}
