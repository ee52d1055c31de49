package dev.muster.app.http.api;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command line of curl in the documents, sent without curl, which need not be there.
 *
 * @param status the expected status, which the comment names
 */
record CurlExample(
    String method, String url, List<String> headers, BodyPublisher body, int status) {

  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
  private static final String BOUNDARY = "boundary0";

  /**
   * Reads a command.
   *
   * @param variables the values of variables such as {@code $TOKEN}
   * @param root where files are
   */
  static CurlExample parse(String line, Map<String, String> variables, Path root) throws Exception {
    int comment = line.lastIndexOf('#');
    int status = Integer.parseInt(line.substring(comment + 1).strip());
    List<String> words = words(line.substring(0, comment), variables);
    String method = "";
    String url = "";
    List<String> headers = new ArrayList<>();
    byte[] body = null;
    for (int i = 1; i < words.size(); i++) {
      switch (words.get(i)) {
        case "-N" -> {}
        case "-X" -> method = words.get(++i);
        case "-H" -> headers.addAll(List.of(words.get(++i).split(": ", 2)));
        case "-u" -> headers.addAll(List.of("Authorization", "Basic " + base64(words.get(++i))));
        case "-d" -> body = words.get(++i).getBytes(StandardCharsets.UTF_8);
        case "--data-binary" -> body = Files.readAllBytes(root.resolve(after(words.get(++i), "@")));
        case "-F" -> {
          body = form(root.resolve(after(words.get(++i), "file=@")));
          headers.addAll(List.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY));
        }
        default -> url = words.get(i);
      }
    }
    return new CurlExample(
        !method.isEmpty() ? method : body == null ? "GET" : "POST",
        url,
        headers,
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body),
        status);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String after(String word, String beginning) {
    if (!word.startsWith(beginning)) {
      throw new IllegalArgumentException(word);
    }
    return word.substring(beginning.length());
  }

  private static List<String> words(String line, Map<String, String> variables) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      String text = word.group(1);
      if (text == null) {
        text = word.group(2) != null ? word.group(2) : word.group(3);
        for (Map.Entry<String, String> variable : variables.entrySet()) {
          text = text.replace("$" + variable.getKey(), variable.getValue());
        }
      }
      words.add(text);
    }
    return words;
  }

  private static byte[] form(Path file) throws Exception {
    String text =
        "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + file.getFileName()
            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            + Files.readString(file)
            + "\r\n--"
            + BOUNDARY
            + "--\r\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
