package dev.muster.app.format.restauth;

import dev.muster.app.format.input.BadEncoding;
import dev.muster.app.format.json.JsonInput;
import dev.muster.app.format.json.JsonProblems;
import dev.muster.app.format.json.JsonTokens;
import dev.muster.app.format.restauth.RestAuthSection.Kind;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.problem.ShownText;
import dev.muster.profile.restauth.MemberNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Surveys a RestAuth document token by token, in constant memory: checks that it is JSON and that
 * its sections are objects, counts their members and finds where they start. The members are
 * checked later, when they are imported. Not thread-safe.
 */
final class RestAuthSurvey {

  /** The most names of ignored members to keep. */
  private static final int UNKNOWN_MAX = 1000;

  private final JsonInput input;
  private final JsonParser in;
  private final Map<Kind, RestAuthSection> sections = new EnumMap<>(Kind.class);
  private final List<String> unknown = new ArrayList<>(0);
  private long entries;

  private RestAuthSurvey(JsonInput input, JsonParser in) {
    this.input = input;
    this.in = in;
  }

  /**
   * Surveys a document. Its sections are in the order in which they are imported.
   *
   * @throws IOException if the input can't be read; {@link BadEncoding} if it is not valid text
   */
  static RestAuthDocument of(JsonInput input) throws InputRefused, IOException {
    try (JsonParser in =
        JsonTokens.FACTORY.createParser(ObjectReadContext.empty(), input.openChecked())) {
      return new RestAuthSurvey(input, in).documentOrSyntaxError();
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  private RestAuthDocument documentOrSyntaxError() throws InputRefused, IOException {
    try {
      document();
      return new RestAuthDocument(
          input, new ArrayList<>(sections.values()), MemberNames.DOCUMENT.warnings(unknown));
    } catch (JacksonIOException e) {
      throw JsonProblems.unreadable(e, entries);
    } catch (JacksonException e) {
      throw new JsonProblems(input).syntaxError(e, in, "", entries);
    }
  }

  private void document() throws InputRefused {
    JsonToken first = in.nextToken();
    if (first == null) {
      throw refused(
          ProblemCode.INVALID_JSON, "the input is empty: it holds no JSON", in.currentLocation());
    }
    if (first != JsonToken.START_OBJECT) {
      TokenStreamLocation start = in.currentTokenLocation();
      in.skipChildren(); // an invalid JSON text is reported as such
      throw refused(
          ProblemCode.INVALID_JSON, "Top-level data structure must be a dictionary.", start);
    }
    List<Kind> wrong = new ArrayList<>(0);
    String name;
    while ((name = in.nextName()) != null) {
      member(name, wrong);
    }
    if (in.nextToken() != null) {
      throw refused(
          ProblemCode.INVALID_JSON,
          "something follows the end of the document",
          in.currentTokenLocation());
    }
    if (!wrong.isEmpty()) {
      wrong.sort(null);
      throw new InputRefused(
          InputProblem.of(
              ProblemCode.INVALID_REQUEST,
              "'" + wrong.get(0).wireName() + "' does not appear to be a dictionary."));
    }
  }

  private void member(String name, List<Kind> wrong) throws InputRefused {
    for (Kind kind : Kind.values()) {
      if (kind.wireName().equals(name)) {
        if (sections.containsKey(kind) || wrong.contains(kind)) {
          throw refused(
              ProblemCode.INVALID_REQUEST,
              "the member \"" + name + "\" occurs twice",
              in.currentTokenLocation());
        }
        if (in.nextToken() == JsonToken.START_OBJECT) {
          sections.put(kind, section(kind));
        } else {
          in.skipChildren();
          wrong.add(kind);
        }
        return;
      }
    }
    if (unknown.size() < UNKNOWN_MAX) {
      unknown.add(ShownText.cut(name));
    }
    in.nextToken();
    in.skipChildren();
  }

  private RestAuthSection section(Kind kind) {
    TokenStreamLocation brace = in.currentTokenLocation();
    long count = 0;
    long plain = 0;
    while (in.nextName() != null) {
      if (in.nextToken() == JsonToken.START_OBJECT && kind == Kind.USERS) {
        plain += hasPlainPassword() ? 1 : 0;
      } else {
        in.skipChildren();
      }
      count++;
      entries++;
    }
    return new RestAuthSection(
        kind, count, plain, brace.getByteOffset() + 1, brace.getLineNr(), brace.getColumnNr() + 1);
  }

  /** Reads a user to its end; whether it has a plain-text password. */
  private boolean hasPlainPassword() {
    boolean plain = false;
    String name;
    while ((name = in.nextName()) != null) {
      plain |= in.nextToken() == JsonToken.VALUE_STRING && name.equals("password");
      in.skipChildren();
    }
    return plain;
  }

  private InputRefused refused(ProblemCode code, String message, TokenStreamLocation at) {
    return new JsonProblems(input).refused(code, message, at);
  }
}
