package dev.muster.app.format.authgear;

import dev.muster.app.format.input.BadEncoding;
import dev.muster.app.format.json.JsonInput;
import dev.muster.app.format.json.JsonProblems;
import dev.muster.app.format.json.JsonTokens;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.problem.ShownText;
import dev.muster.profile.SchemaProblem;
import dev.muster.profile.authgear.AuthgearIdentifier;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Surveys an Authgear request document token by token, in constant memory: checks that it is JSON
 * and fits the request schema, counts its records and finds where they start.
 *
 * <p>The document must have {@code identifier} and {@code records}, may have {@code upsert}, and
 * has no other members; their order is free. All schema errors are reported, but only the first
 * syntax error. Not thread-safe.
 */
final class RequestSurvey {

  private static final int PROBLEMS_MAX = 100;

  /** In the order of Authgear's schema. */
  private static final List<String> IDENTIFIERS =
      Stream.of(
              AuthgearIdentifier.PREFERRED_USERNAME,
              AuthgearIdentifier.EMAIL,
              AuthgearIdentifier.PHONE_NUMBER)
          .map(AuthgearIdentifier::wireName)
          .toList();

  private final JsonInput input;
  private final JsonParser in;
  private final boolean identifierKnown;
  private final List<InputProblem> problems = new ArrayList<>(0);
  private final List<Problem> causes = new ArrayList<>(0);
  private @Nullable AuthgearIdentifier identifier;
  private @Nullable Boolean upsert;
  private long recordCount;
  private boolean insideRecords;
  private @Nullable TokenStreamLocation records;

  private RequestSurvey(JsonInput input, JsonParser in, boolean identifierKnown) {
    this.input = input;
    this.in = in;
    this.identifierKnown = identifierKnown;
  }

  /**
   * Surveys a document.
   *
   * @param identifierKnown whether the document may leave its identifier out
   * @throws IOException if the input can't be read; {@link BadEncoding} if it is not valid text
   */
  static RequestDocument of(JsonInput input, boolean identifierKnown)
      throws InputRefused, IOException {
    InputStream stream = input.openChecked();
    try (JsonParser in = JsonTokens.FACTORY.createParser(ObjectReadContext.empty(), stream)) {
      return new RequestSurvey(input, in, identifierKnown).documentOrSyntaxError();
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  private RequestDocument documentOrSyntaxError() throws InputRefused, IOException {
    try {
      return document();
    } catch (JacksonIOException e) {
      throw JsonProblems.unreadable(e, recordCount);
    } catch (JacksonException e) {
      String where = insideRecords ? "in /records/" + recordCount + ": " : "";
      throw new JsonProblems(input).syntaxError(e, in, where, recordCount);
    }
  }

  private RequestDocument document() throws InputRefused {
    JsonToken first = in.nextToken();
    if (first == null) {
      throw refused(
          ProblemCode.INVALID_JSON,
          "the input is empty; expected {\"identifier\": …, \"records\": […]}",
          in.currentLocation());
    }
    if (first != JsonToken.START_OBJECT) {
      note(SchemaProblem.wrongType("", List.of("object"), JsonTokens.value(first)));
      throw new InputRefused(problems, causes);
    }
    Set<String> names = new HashSet<>();
    String name;
    while ((name = in.nextName()) != null) {
      if (!names.add(name)) {
        throw refused(
            ProblemCode.INVALID_REQUEST,
            "the member " + ShownText.quoted(name) + " occurs twice",
            in.currentTokenLocation());
      }
      member(name);
    }
    requireMembers(names);
    if (in.nextToken() != null) {
      throw refused(
          ProblemCode.INVALID_JSON,
          "something follows the end of the document",
          in.currentTokenLocation());
    }
    if (!problems.isEmpty()) {
      throw new InputRefused(problems, causes);
    }
    TokenStreamLocation bracket = records;
    if (bracket == null) {
      throw new IllegalStateException("a document without records has no problem");
    }
    return new RequestDocument(
        identifier,
        upsert,
        recordCount,
        bracket.getByteOffset() + 1,
        bracket.getLineNr(),
        bracket.getColumnNr() + 1);
  }

  private void member(String name) {
    switch (name) {
      case "identifier" -> identifier(in.nextToken());
      case "upsert" -> upsert(in.nextToken());
      case "records" -> records(in.nextToken());
      default -> {
        note(SchemaProblem.unknown(SchemaProblem.pointer("", name)));
        in.nextToken();
        in.skipChildren();
      }
    }
  }

  private void identifier(JsonToken token) {
    if (token != JsonToken.VALUE_STRING) {
      note(SchemaProblem.wrongType("/identifier", List.of("string"), JsonTokens.value(token)));
      in.skipChildren();
      return;
    }
    String text = in.getString();
    identifier = AuthgearIdentifier.named(text).orElse(null);
    if (identifier == null) {
      note(SchemaProblem.notAmong("/identifier", Value.of(text), IDENTIFIERS));
    }
  }

  private void upsert(JsonToken token) {
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      upsert = token == JsonToken.VALUE_TRUE;
    } else {
      note(SchemaProblem.wrongType("/upsert", List.of("boolean"), JsonTokens.value(token)));
      in.skipChildren();
    }
  }

  private void records(JsonToken token) {
    if (token != JsonToken.START_ARRAY) {
      note(SchemaProblem.wrongType("/records", List.of("array"), JsonTokens.value(token)));
      in.skipChildren();
      return;
    }
    records = in.currentTokenLocation();
    insideRecords = true;
    JsonToken item;
    while ((item = in.nextToken()) != JsonToken.END_ARRAY) {
      if (item != JsonToken.START_OBJECT) {
        String path = "/records/" + recordCount;
        note(SchemaProblem.wrongType(path, List.of("object"), JsonTokens.value(item)));
      }
      in.skipChildren();
      recordCount++;
    }
    insideRecords = false;
    if (recordCount == 0) {
      note(SchemaProblem.noItems("/records", "must hold at least one record"));
    }
  }

  private void requireMembers(Set<String> names) {
    List<String> required = List.of("identifier", "records");
    List<String> missing =
        required.stream()
            .filter(name -> !names.contains(name))
            .filter(name -> !identifierKnown || !name.equals("identifier"))
            .toList();
    if (!missing.isEmpty()) {
      Struct.Builder actual = new Struct.Builder();
      names.forEach(name -> actual.put(name, Value.NULL));
      note(SchemaProblem.missing("", actual.build(), required, missing));
    }
  }

  private void note(Problem problem) {
    if (problems.size() < PROBLEMS_MAX) {
      causes.add(problem);
      String path = problem.path() == null || problem.path().isEmpty() ? "" : problem.path() + ": ";
      problems.add(
          problem(
              ProblemCode.INVALID_REQUEST, path + problem.message(), in.currentTokenLocation()));
    }
  }

  private InputRefused refused(ProblemCode code, String message, TokenStreamLocation at) {
    return new InputRefused(problem(code, message, at));
  }

  private InputProblem problem(ProblemCode code, String message, TokenStreamLocation at) {
    return new JsonProblems(input).problem(code, message, at);
  }
}
