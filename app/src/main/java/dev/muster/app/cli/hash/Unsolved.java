package dev.muster.app.cli.hash;

import dev.muster.app.hash.search.Sample;
import java.util.ArrayList;
import java.util.List;

/** What to say when no recipe was found. */
record Unsolved(List<String> tried, List<String> unfinished) {

  /** Lines for standard error. */
  List<String> advice(Sample sample) {
    List<String> lines = new ArrayList<>();
    lines.add("no recipe fits. Tried: " + String.join("; ", tried) + ".");
    if (!unfinished.isEmpty()) {
      lines.add(
          "Not tried to the end: "
              + String.join("; ", unfinished)
              + ". More time may help: --seconds.");
    }
    List<String> helpful = new ArrayList<>();
    if (sample.salt().isEmpty()) {
      helpful.add("--salt, if the system keeps a salt apart from the hash");
    }
    if (sample.key().isEmpty()) {
      helpful.add("--key, if it has a secret in its settings (pepper)");
    }
    if (sample.login().isEmpty()) {
      helpful.add("--login, if it uses the login as a salt");
    }
    helpful.add("another account, to be sure of the password");
    lines.add("What would help: " + String.join("; ", helpful) + ".");
    return lines;
  }
}
