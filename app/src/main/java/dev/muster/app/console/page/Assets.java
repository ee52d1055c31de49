package dev.muster.app.console.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Style sheets, scripts and pictures. Each is served by a path with a hash of its content, so that
 * browsers can keep it for ever. Thread-safe.
 */
public final class Assets {

  static final String ROOT = "/assets/";

  private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";
  private static final int HASH_CHARACTERS = 12;

  /** A file. */
  record Asset(String type, String content) {}

  private final Map<String, String> paths = new LinkedHashMap<>();
  private final Map<String, Asset> byPath = new LinkedHashMap<>();

  /** Reads the assets. */
  public Assets() {
    add("console.css", "text/css; charset=utf-8", "/console/console.css");
    add("icon.svg", "image/svg+xml", "/console/icon.svg");
    add("imports.js", "text/javascript; charset=utf-8", "/console/imports.js");
    add("report.js", "text/javascript; charset=utf-8", "/console/report.js");
    add("mend.js", "text/javascript; charset=utf-8", "/console/mend.js");
    add("times.js", "text/javascript; charset=utf-8", "/console/times.js");
    add("htmx.js", "text/javascript; charset=utf-8", HTMX);
  }

  private void add(String name, String type, String resource) {
    String content = read(resource);
    int dot = name.indexOf('.');
    String path =
        ROOT
            + name.substring(0, dot)
            + "-"
            + DigestUtils.sha256Hex(content).substring(0, HASH_CHARACTERS)
            + name.substring(dot);
    paths.put(name, path);
    byPath.put(path, new Asset(type, content));
  }

  private static String read(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + resource);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The path of an asset, such as {@code console.css}. */
  public String path(String name) {
    String path = paths.get(name);
    if (path == null) {
      throw new IllegalArgumentException("no asset " + name);
    }
    return path;
  }

  Optional<Asset> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }
}
