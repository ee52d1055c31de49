package dev.muster.app.http.auth0;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The query of a list of connections. Parameters that it does not know are ignored.
 *
 * @param strategies of connections that are wanted; empty for all
 * @param name of the connection that is wanted; empty for all
 * @param first the index of the first connection of the page
 * @param limit the most connections of a page
 * @param byCursor whether the page follows a cursor, so that the answer has the next one
 * @param withTotals whether the answer tells how many connections there are
 */
record ConnectionQuery(
    Set<String> strategies,
    Optional<String> name,
    int first,
    int limit,
    boolean byCursor,
    boolean withTotals,
    ShownFields fields) {

  private static final int PAGE_DEFAULT = 50;
  private static final int PAGE_MAX = 100;

  /** {@code strategy}, {@code strategy[]} or {@code strategy[0]}. */
  private static final Pattern STRATEGY = Pattern.compile("strategy(\\[[0-9]*])?");

  static ConnectionQuery of(Context context) throws Refusal {
    Map<String, List<String>> query = context.queryParamMap();
    Optional<String> name = text(query, "name");
    if (name.isPresent() && name.get().isEmpty()) {
      throw new Refusal(Auth0Error.badRequest("Name cannot be empty", "invalid_query_string"));
    }
    boolean byCursor = query.containsKey("from") || query.containsKey("take");
    int limit = number(query, byCursor ? "take" : "per_page", 1, PAGE_MAX, PAGE_DEFAULT);
    int first =
        byCursor
            ? number(query, "from", 0, Integer.MAX_VALUE, 0)
            : number(query, "page", 0, Integer.MAX_VALUE / PAGE_MAX, 0) * limit;
    return new ConnectionQuery(
        strategies(query),
        name,
        first,
        limit,
        byCursor,
        flag(query, "include_totals", false),
        new ShownFields(text(query, "fields"), flag(query, "include_fields", true)));
  }

  private static Set<String> strategies(Map<String, List<String>> query) {
    return query.entrySet().stream()
        .filter(each -> STRATEGY.matcher(each.getKey()).matches())
        .flatMap(each -> each.getValue().stream())
        .flatMap(value -> Stream.of(value.split(",", -1)))
        .collect(Collectors.toSet());
  }

  private static Optional<String> text(Map<String, List<String>> query, String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  private static boolean flag(Map<String, List<String>> query, String name, boolean unset)
      throws Refusal {
    String text = text(query, name).orElse(Boolean.toString(unset));
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new Refusal(
              Auth0Error.invalidQuery("Expected type boolean but found type string", name));
    };
  }

  private static int number(
      Map<String, List<String>> query, String name, int min, int max, int unset) throws Refusal {
    String text = text(query, name).orElse(Integer.toString(unset));
    int number;
    try {
      number = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new Refusal(
          Auth0Error.invalidQuery("Expected type integer but found type string", name));
    }
    if (number < min) {
      throw new Refusal(
          Auth0Error.invalidQuery("Value " + number + " is less than minimum " + min, name));
    }
    if (number > max) {
      throw new Refusal(
          Auth0Error.invalidQuery("Value " + number + " is greater than maximum " + max, name));
    }
    return number;
  }
}
