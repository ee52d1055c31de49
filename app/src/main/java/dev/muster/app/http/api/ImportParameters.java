package dev.muster.app.http.api;

import dev.muster.app.document.Printable;
import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.JobOptions;
import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonSyntax;
import dev.muster.problem.Nearest;
import dev.muster.profile.authgear.AuthgearIdentifier;
import dev.muster.profile.csv.mapping.BadMapping;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.profile.restauth.RestAuthOptions;
import dev.muster.user.Realm;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The options of a new import, from the query parameters and headers of its request. They mean what
 * the options of {@code muster import} mean.
 *
 * @param format the format that the request names; empty if its media type decides
 * @param mergeMetadata for Auth0's records
 * @param keepEmailVerified for Auth0's records
 * @param mapping what the columns of a table are
 * @param lenient whether wrong cells of optional columns are left out
 * @param idempotencyKey the header {@code Idempotency-Key}
 */
record ImportParameters(
    Optional<String> format,
    String realm,
    Optional<String> identifier,
    Optional<Boolean> upsert,
    Optional<String> encoding,
    boolean dryRun,
    boolean atomic,
    boolean diff,
    RestAuthOptions restAuth,
    boolean mergeMetadata,
    boolean keepEmailVerified,
    Mapping mapping,
    boolean lenient,
    Optional<String> idempotencyKey) {

  private static final List<String> NAMES =
      List.of(
          "format",
          "realm",
          "identifier",
          "upsert",
          "encoding",
          "dry_run",
          "atomic",
          "diff",
          "overwrite_passwords",
          "overwrite_properties",
          "skip_existing_users",
          "skip_existing_groups",
          "accept_unverifiable",
          "merge_metadata",
          "keep_email_verified",
          "mapping",
          "lenient");

  private static final List<String> IDENTIFIERS =
      Arrays.stream(AuthgearIdentifier.values()).map(AuthgearIdentifier::wireName).toList();

  private static final JsonParser MAPPINGS = new JsonParser(8, 1 << 16);

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

  /**
   * Reads the parameters of a request.
   *
   * @param mappings those that the settings name
   */
  static ImportParameters of(Context context, Map<String, Mapping> mappings) throws ApiProblem {
    QueryParameters query = QueryParameters.of(context, NAMES);
    return new ImportParameters(
        query.word("format", InputTypes.FORMATS),
        query.text("realm").orElse(Realm.DEFAULT),
        query.word("identifier", IDENTIFIERS),
        query.flag("upsert"),
        query.text("encoding"),
        query.flag("dry_run").orElse(false),
        query.flag("atomic").orElse(false),
        query.flag("diff").orElse(false),
        restAuth(query),
        query.flag("merge_metadata").orElse(false),
        query.flag("keep_email_verified").orElse(false),
        mapping(query.text("mapping").orElse(""), mappings),
        query.flag("lenient").orElse(false),
        idempotencyKey(context));
  }

  /** A mapping by its name in the settings, or as JSON. */
  private static Mapping mapping(String text, Map<String, Mapping> mappings) throws ApiProblem {
    if (text.isEmpty()) {
      return Mapping.NONE;
    }
    Mapping named = mappings.get(text);
    if (named != null) {
      return named;
    }
    if (!text.startsWith("{")) {
      throw QueryParameters.invalid(
          "There is no mapping \""
              + Printable.of(text)
              + "\" in the server's settings"
              + Nearest.to(text, mappings.keySet())
                  .map(near -> "; did you mean " + near + "?")
                  .orElse("; write a mapping as a JSON object."));
    }
    byte[] json = text.getBytes(StandardCharsets.UTF_8);
    try {
      if (MAPPINGS.parse(json, 0, json.length) instanceof Struct mapping) {
        return Mapping.of(mapping);
      }
      throw QueryParameters.invalid("mapping is a JSON object.");
    } catch (JsonSyntax e) {
      throw QueryParameters.invalid("mapping is not JSON: " + e.getMessage());
    } catch (BadMapping e) {
      throw QueryParameters.invalid("mapping: " + e.reason());
    }
  }

  private static RestAuthOptions restAuth(QueryParameters query) throws ApiProblem {
    return new RestAuthOptions(
        false, // nobody would see the generated passwords
        query.flag("overwrite_passwords").orElse(false),
        query.flag("overwrite_properties").orElse(false),
        query.flag("skip_existing_users").orElse(false),
        query.flag("skip_existing_groups").orElse(false),
        query.flag("accept_unverifiable").orElse(false));
  }

  private static Optional<String> idempotencyKey(Context context) throws ApiProblem {
    Optional<String> key = Optional.ofNullable(context.header("Idempotency-Key"));
    if (key.isPresent() && !KEY.matcher(key.get()).matches()) {
      throw QueryParameters.invalid(
          "Idempotency-Key is a text of 1 to 255 visible ASCII characters.");
    }
    return key;
  }

  /**
   * The options to record.
   *
   * @param ofType the character set that the media type names
   */
  JobOptions options(Optional<String> ofType) {
    return new JobOptions(
        identifier,
        upsert,
        encoding.or(() -> ofType).orElse("auto"),
        dryRun,
        atomic ? CommitPolicy.WHOLE : CommitPolicy.CHUNK,
        diff,
        formatOptions());
  }

  private Struct formatOptions() {
    Struct.Builder options = restAuth.toStruct().edit();
    if (mergeMetadata) {
      options.put("merge_metadata", Value.TRUE);
    }
    if (keepEmailVerified) {
      options.put("keep_email_verified", Value.TRUE);
    }
    if (!mapping.isEmpty()) {
      options.put(Mapping.OPTION, mapping.toStruct());
    }
    if (lenient) {
      options.put("lenient", Value.TRUE);
    }
    return options.build();
  }
}
