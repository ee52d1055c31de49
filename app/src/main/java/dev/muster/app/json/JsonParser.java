package dev.muster.app.json;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Parses JSON texts into values, within limits. Thread-safe. */
public final class JsonParser {

  private static final int NAME_CHARACTERS = 1 << 16;

  /** Names are cut to this length in messages. */
  private static final int SHOWN_CHARACTERS = 80;

  private final JsonFactory factory;
  private final int depth;
  private final int plainText;

  /**
   * Creates a parser with limits.
   *
   * @param depth greatest nesting
   * @param textCharacters greatest length of a text or a name
   */
  public JsonParser(int depth, int textCharacters) {
    this.depth = depth;
    this.plainText = Math.min(textCharacters, NAME_CHARACTERS);
    this.factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(depth)
                    .maxStringLength(textCharacters)
                    .maxNameLength(Math.min(textCharacters, NAME_CHARACTERS))
                    .maxNumberLength(PlainJson.NUMBER_LENGTH)
                    .build())
            .build();
  }

  /** The factory with these limits, for reading token by token. */
  public JsonFactory factory() {
    return factory;
  }

  /** Parses one whole text, such as a document read back from a store. */
  public Value parse(String text) throws JsonSyntax {
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return parse(bytes, 0, bytes.length);
  }

  /**
   * Parses one whole text of well-formed UTF-8.
   *
   * @throws JsonSyntax if it is not valid JSON, repeats a member's name, exceeds a limit, or has
   *     something after its end
   */
  public Value parse(byte[] bytes, int offset, int length) throws JsonSyntax {
    Value plain = PlainJson.parse(bytes, offset, offset + length, depth, plainText);
    return plain != null ? plain : parseAnything(bytes, offset, length);
  }

  private Value parseAnything(byte[] bytes, int offset, int length) throws JsonSyntax {
    try (tools.jackson.core.JsonParser in =
        factory.createParser(ObjectReadContext.empty(), bytes, offset, length)) {
      try {
        JsonToken first = in.nextToken();
        if (first == null) {
          throw new JsonSyntax("the text is empty", 1, 1, 0);
        }
        Value value = value(in, first);
        if (in.nextToken() != null) {
          throw at(in.currentTokenLocation(), "something follows the end of the JSON value");
        }
        return value;
      } catch (JacksonException e) {
        throw at(e.getLocation() == null ? in.currentLocation() : e.getLocation(), explain(e));
      }
    }
  }

  private static Value value(tools.jackson.core.JsonParser in, JsonToken token) throws JsonSyntax {
    return switch (token) {
      case START_OBJECT -> struct(in);
      case START_ARRAY -> array(in);
      case VALUE_STRING -> new Value.Text(storable(in, in.getString()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Value.Num(in.getString());
      case VALUE_TRUE -> Value.TRUE;
      case VALUE_FALSE -> Value.FALSE;
      case VALUE_NULL -> Value.NULL;
      default -> throw at(in.currentTokenLocation(), "unexpected " + token.asString());
    };
  }

  /** Rejects texts that databases can't store. */
  private static String storable(tools.jackson.core.JsonParser in, String text) throws JsonSyntax {
    String obstacle = StorableText.obstacle(text);
    if (obstacle != null) {
      throw at(in.currentTokenLocation(), obstacle);
    }
    return text;
  }

  private static Struct struct(tools.jackson.core.JsonParser in) throws JsonSyntax {
    Struct.Builder members = new Struct.Builder();
    String name;
    while ((name = in.nextName()) != null) {
      if (members.has(name)) {
        throw at(in.currentTokenLocation(), "the member \"" + cut(name) + "\" occurs twice");
      }
      members.append(storable(in, name), value(in, in.nextToken()));
    }
    return members.build();
  }

  private static String cut(String name) {
    return name.length() <= SHOWN_CHARACTERS ? name : name.substring(0, SHOWN_CHARACTERS) + "…";
  }

  private static Value.Array array(tools.jackson.core.JsonParser in) throws JsonSyntax {
    List<Value> items = new ArrayList<>();
    JsonToken token;
    while ((token = in.nextToken()) != JsonToken.END_ARRAY) {
      items.add(value(in, token));
    }
    return new Value.Array(items);
  }

  private static JsonSyntax at(TokenStreamLocation where, String message) {
    return new JsonSyntax(
        message, where.getLineNr(), where.getColumnNr(), Math.max(0, where.getByteOffset()));
  }

  /**
   * An explanation of a syntax error in a document of records.
   *
   * @param complete how many records precede it
   */
  public static String explain(JacksonException e, long complete) {
    return SyntaxWords.isEnd(e.getOriginalMessage()) ? SyntaxWords.cutOff(complete) : explain(e);
  }

  /** An explanation of a syntax error, without pieces of the text, which may be secret. */
  public static String explain(JacksonException e) {
    String message = e.getOriginalMessage().replaceAll("\\s+", " ");
    if (e instanceof StreamConstraintsException) {
      return "beyond a limit"
          + (message.contains("epth") ? " (limits: depth)" : "")
          + (message.startsWith("String value") ? " (limits: field_characters)" : "")
          + ": "
          + message.replaceAll(",? ?from `[^`]*`|`[^`]*`", "").strip();
    }
    return SyntaxWords.of(message);
  }
}
