package dev.muster.app.http.api;

import dev.muster.problem.Nearest;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The query parameters of a request. Unknown and repeated ones are refused. */
final class QueryParameters {

  private static final String DATE = "2026-01-31";

  private final Map<String, List<String>> values;

  private QueryParameters(Map<String, List<String>> values) {
    this.values = values;
  }

  /** The parameters of a request to an operation that takes none. */
  static void refuseAll(Context context) throws ApiProblem {
    of(context, List.of());
  }

  /**
   * The parameters of a request.
   *
   * @param known the names that the operation takes
   */
  static QueryParameters of(Context context, Collection<String> known) throws ApiProblem {
    Map<String, List<String>> values = context.queryParamMap();
    for (Map.Entry<String, List<String>> each : values.entrySet()) {
      if (!known.contains(each.getKey())) {
        throw unknown(each.getKey(), known);
      }
      if (each.getValue().size() > 1) {
        throw invalid("The parameter " + each.getKey() + " is given more than once.");
      }
    }
    return new QueryParameters(values);
  }

  private static ApiProblem unknown(String name, Collection<String> known) {
    String nearest =
        Nearest.to(name, known).map(other -> " Did you mean " + other + "?").orElse("");
    return invalid("There is no parameter " + name + "." + nearest);
  }

  static ApiProblem invalid(String detail) {
    return ApiProblem.of(ApiErrorCode.INVALID_PARAMETER, detail);
  }

  Optional<String> text(String name) {
    return values.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** One of some words. */
  Optional<String> word(String name, Collection<String> words) throws ApiProblem {
    Optional<String> word = text(name);
    if (word.isPresent() && !words.contains(word.get())) {
      throw invalid(
          name + " is one of " + String.join(", ", words) + ", not '" + word.get() + "'.");
    }
    return word;
  }

  /** true or false; an empty value, as of {@code ?dry_run}, is true. */
  Optional<Boolean> flag(String name) throws ApiProblem {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return switch (text.get()) {
      case "true", "" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> throw invalid(name + " is true or false, not '" + text.get() + "'.");
    };
  }

  /** A whole number within bounds. */
  OptionalLong whole(String name, long least, long greatest) throws ApiProblem {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      long number = Long.parseLong(text.get());
      if (number >= least && number <= greatest) {
        return OptionalLong.of(number);
      }
    } catch (NumberFormatException e) {
      // reported below
    }
    throw invalid(
        name + " is a number from " + least + " to " + greatest + ", not '" + text.get() + "'.");
  }

  /** A time as in RFC 3339, or a date in UTC. */
  Optional<Instant> time(String name) throws ApiProblem {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          text.get().length() == DATE.length()
              ? LocalDate.parse(text.get()).atStartOfDay(ZoneOffset.UTC).toInstant()
              : Instant.parse(text.get()));
    } catch (DateTimeException e) {
      throw invalid(
          name + " is a time such as 2026-01-31T12:00:00Z or a date, not '" + text.get() + "'.");
    }
  }
}
