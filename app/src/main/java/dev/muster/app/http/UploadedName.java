package dev.muster.app.http;

import jakarta.servlet.http.Part;
import java.util.Optional;

/** The name of an uploaded file, which its client chose. */
public final class UploadedName {

  private static final int CHARACTERS_MAX = 200;

  private UploadedName() {}

  /** The name without folders, and not longer than 200 characters; empty if there is none. */
  public static Optional<String> of(Part part) {
    String name = part.getSubmittedFileName();
    if (name == null || name.isBlank()) {
      return Optional.empty();
    }
    String last = name.replaceAll(".*[/\\\\]", "");
    return Optional.of(last.substring(0, Math.min(last.length(), CHARACTERS_MAX)));
  }
}
