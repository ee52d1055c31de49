package dev.muster.app.format.restauth;

import dev.muster.app.format.RecordBatch;
import dev.muster.app.format.json.JsonTokens;
import dev.muster.app.json.StorableText;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.profile.InvisibleCharacters;
import dev.muster.profile.restauth.MemberNames;
import dev.muster.profile.restauth.PythonType;
import dev.muster.read.Position;
import dev.muster.user.GroupId;
import dev.muster.user.NameLength;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;

/**
 * One group of a RestAuth document: {@code "NAME": {"service": …, "users": […], "subgroups": […]}}.
 * It may have millions of members, so it is read token by token; its head is read first.
 */
public final class RestAuthGroup {

  /** The most problems to report: a group can have millions of them. */
  private static final int PROBLEMS_MAX = 20;

  private static final String SUBGROUP = "{\"name\": \"staff\"}";

  private final Position position;
  private final Source source;

  private RestAuthGroup(Position position, Source source) {
    this.position = position;
    this.source = source;
  }

  /** The group at a place in a batch of groups. */
  public static RestAuthGroup in(RecordBatch batch, int place) {
    return new RestAuthGroup(
        batch.position(place),
        () -> JsonTokens.FACTORY.createParser(ObjectReadContext.empty(), batch.open(place)));
  }

  public Position position() {
    return position;
  }

  /**
   * Reads everything but the members.
   *
   * @throws IOException if the input can't be read any more
   */
  public Head head() throws IOException {
    try (JsonParser in = source.open()) {
      in.nextToken();
      String name = in.nextName();
      List<Problem> problems = new ArrayList<>(0);
      if (in.nextToken() != JsonToken.START_OBJECT) {
        problems.add(wrong("group", in, "", "it must be an object such as {\"users\": []}"));
        return new Head(new GroupId(null, name), List.of(), problems, List.of());
      }
      return head(name, in, problems);
    } catch (JacksonIOException e) {
      throw e.getCause();
    } catch (JacksonException e) {
      return new Head(new GroupId(null, ""), List.of(), List.of(unreadable(e)), List.of());
    }
  }

  private static Head head(String name, JsonParser in, List<Problem> problems) {
    String service = null;
    List<GroupId> subgroups = new ArrayList<>(0);
    Map<MemberNames, List<String>> unknown = new EnumMap<>(MemberNames.class);
    String member;
    while ((member = in.nextName()) != null) {
      in.nextToken();
      switch (member) {
        case "service" -> service = textOrNull(in, "service", "/service", problems);
        case "subgroups" -> subgroups(in, subgroups, problems, unknown);
        case "users" -> {
          if (in.currentToken() != JsonToken.START_ARRAY) {
            problems.add(wrong("users", in, "/users", "it must be a list of users' names"));
          }
          in.skipChildren();
        }
        default -> ignore(member, MemberNames.GROUP, in, unknown);
      }
    }
    GroupId id = new GroupId(service, name);
    subgroups.forEach(subgroup -> requireStorable(subgroup, problems));
    boolean nameless = requireStorable(id, problems);
    return new Head(
        nameless ? new GroupId(null, "") : id, subgroups, problems, warnings(name, unknown));
  }

  private static void ignore(
      String member, MemberNames of, JsonParser in, Map<MemberNames, List<String>> unknown) {
    if (!of.has(member)) {
      List<String> names = unknown.computeIfAbsent(of, any -> new ArrayList<>(1));
      if (names.size() < PROBLEMS_MAX && !names.contains(member)) {
        names.add(member);
      }
    }
    in.skipChildren();
  }

  private static List<String> warnings(String name, Map<MemberNames, List<String>> unknown) {
    List<String> warnings = new ArrayList<>(0);
    unknown.forEach((of, names) -> warnings.addAll(of.warnings(names)));
    InvisibleCharacters.warning("group name", name).ifPresent(warnings::add);
    return warnings;
  }

  /** Whether the group's name can't be stored; adds the problem. */
  private static boolean requireStorable(GroupId id, List<Problem> problems) {
    String text = StorableText.obstacle(id.inWords());
    String obstacle = text == null ? NameLength.obstacle("group", id.name()) : text;
    if (obstacle != null && problems.size() <= PROBLEMS_MAX) {
      problems.add(Problem.of(ProblemCode.VALUE_ERROR, obstacle));
    }
    return obstacle != null;
  }

  private static void subgroups(
      JsonParser in,
      List<GroupId> subgroups,
      List<Problem> problems,
      Map<MemberNames, List<String>> unknown) {
    if (in.currentToken() != JsonToken.START_ARRAY) {
      problems.add(
          wrong("subgroups", in, "/subgroups", "it must be a list such as [" + SUBGROUP + "]"));
      in.skipChildren();
      return;
    }
    while (in.nextToken() != JsonToken.END_ARRAY) {
      if (problems.size() > PROBLEMS_MAX) {
        in.skipChildren();
        continue;
      }
      String path = "/subgroups/" + subgroups.size();
      if (in.currentToken() != JsonToken.START_OBJECT) {
        problems.add(wrong("subgroup", in, path, "it must be an object such as " + SUBGROUP));
        in.skipChildren();
        continue;
      }
      String name = null;
      String service = null;
      String member;
      while ((member = in.nextName()) != null) {
        in.nextToken();
        switch (member) {
          case "name" -> name = textOrNull(in, "name", path + "/name", problems);
          case "service" -> service = textOrNull(in, "service", path + "/service", problems);
          default -> ignore(member, MemberNames.SUBGROUP, in, unknown);
        }
      }
      if (name == null) {
        problems.add(Problem.at(ProblemCode.TYPE_ERROR, "a subgroup has no name.", path));
      } else {
        subgroups.add(new GroupId(service, name));
      }
    }
  }

  private static @Nullable String textOrNull(
      JsonParser in, String what, String path, List<Problem> problems) {
    if (in.currentToken() == JsonToken.VALUE_STRING) {
      return in.getString();
    }
    if (in.currentToken() != JsonToken.VALUE_NULL) {
      problems.add(wrong(what, in, path, "it must be a text"));
      in.skipChildren();
    }
    return null;
  }

  /**
   * Passes the members' names to {@code names}, in order.
   *
   * @param wrong receives problems of members that are not names
   * @throws IOException if the input can't be read any more
   */
  public void members(Consumer<String> names, Consumer<Problem> wrong) throws IOException {
    try (JsonParser in = source.open()) {
      in.nextToken();
      in.nextName();
      in.nextToken();
      String member;
      while ((member = in.nextName()) != null) {
        in.nextToken();
        if (!member.equals("users") || in.currentToken() != JsonToken.START_ARRAY) {
          in.skipChildren();
          continue;
        }
        while (in.nextToken() != JsonToken.END_ARRAY) {
          if (in.currentToken() == JsonToken.VALUE_STRING) {
            member(in.getString(), names, wrong);
          } else {
            wrong.accept(wrong("member", in, "/users", "it must be a user's name"));
            in.skipChildren();
          }
        }
      }
    } catch (JacksonIOException e) {
      throw e.getCause();
    } catch (JacksonException e) {
      wrong.accept(unreadable(e));
    }
  }

  private static void member(String name, Consumer<String> names, Consumer<Problem> wrong) {
    String obstacle = StorableText.obstacle(name);
    if (obstacle == null) {
      names.accept(name);
    } else {
      wrong.accept(Problem.at(ProblemCode.VALUE_ERROR, obstacle, "/users"));
    }
  }

  private static Problem unreadable(JacksonException e) {
    return Problem.of(
        ProblemCode.VALUE_ERROR, "the group " + dev.muster.app.json.JsonParser.explain(e));
  }

  private static Problem wrong(String what, JsonParser in, String path, String remedy) {
    String type = PythonType.of(JsonTokens.value(in.currentToken()));
    return Problem.at(ProblemCode.TYPE_ERROR, what + " is of type " + type + "; " + remedy, path);
  }

  /**
   * A group without its members.
   *
   * @param problems why it can't be imported; usually none
   * @param warnings about its name, and about members that are ignored; usually none
   */
  public record Head(
      GroupId id, List<GroupId> subgroups, List<Problem> problems, List<String> warnings) {}

  /** Opens the group's text: an object with one member, its name. */
  private interface Source {
    JsonParser open() throws IOException;
  }
}
