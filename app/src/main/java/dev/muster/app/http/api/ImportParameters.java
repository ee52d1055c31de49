package dev.muster.app.http.api;

import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.missing.MissingAction;
import dev.muster.app.job.missing.MissingLimit;
import dev.muster.app.job.missing.MissingOptions;
import dev.muster.app.job.missing.MissingSelection;
import dev.muster.profile.authgear.AuthgearIdentifier;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.profile.restauth.RestAuthOptions;
import dev.muster.user.Realm;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import io.javalin.http.Context;
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
 * @param createRoles for tables
 * @param missing what to do about users who are missing from the input
 * @param columns the options for the columns and cells of a table
 * @param table the options that say where a table is
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
    boolean createRoles,
    Optional<MissingOptions> missing,
    Struct table,
    Struct columns,
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
          "create_roles",
          "missing",
          "missing_limit",
          "missing_among",
          "header_row",
          "sheet",
          "mapping",
          "lenient");

  private static final List<String> IDENTIFIERS =
      Arrays.stream(AuthgearIdentifier.values()).map(AuthgearIdentifier::wireName).toList();

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
        query.flag("create_roles").orElse(false),
        missing(query),
        table(query),
        columns(query, mappings),
        idempotencyKey(context));
  }

  private static Struct columns(QueryParameters query, Map<String, Mapping> mappings)
      throws ApiProblem {
    Mapping mapping = MappingParameter.read(query.text("mapping").orElse(""), mappings);
    Struct.Builder options = new Struct.Builder();
    if (!mapping.isEmpty()) {
      options.put(Mapping.OPTION, mapping.toStruct());
    }
    if (query.flag("lenient").orElse(false)) {
      options.put("lenient", Value.TRUE);
    }
    return options.build();
  }

  private static Struct table(QueryParameters query) throws ApiProblem {
    Struct.Builder options = new Struct.Builder();
    Optional<String> row = query.text("header_row");
    if (row.isPresent() && !row.get().matches("0|[1-9][0-9]{0,3}|10000")) {
      throw QueryParameters.invalid("header_row is a number from 0 to 10000.");
    }
    row.ifPresent(number -> options.put("header_row", new Value.Num(number)));
    query.text("sheet").ifPresent(name -> options.put("sheet", Value.of(name)));
    return options.build();
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

  private static Optional<MissingOptions> missing(QueryParameters query) throws ApiProblem {
    Optional<String> action = query.word("missing", MissingAction.wireNames());
    Optional<String> limit = query.text("missing_limit");
    Optional<String> among = query.text("missing_among");
    if (action.isEmpty() && (limit.isPresent() || among.isPresent())) {
      throw QueryParameters.invalid("missing_limit and missing_among need missing.");
    }
    Optional<MissingLimit> parsed = limit.flatMap(MissingLimit::parse);
    if (limit.isPresent() && parsed.isEmpty()) {
      throw QueryParameters.invalid(
          "missing_limit is a percentage from 0% to 100% or a number of users such as 20.");
    }
    Optional<MissingSelection> selection = among.flatMap(MissingSelection::parse);
    if (among.isPresent() && selection.isEmpty()) {
      throw QueryParameters.invalid("missing_among is source=NAME, role=KEY or group=KEY.");
    }
    return action
        .flatMap(MissingAction::named)
        .map(what -> new MissingOptions(what, parsed.orElse(MissingLimit.DEFAULT), selection));
  }

  /** Whether existing users may be disabled or deleted although no record names them. */
  boolean changesMissing() {
    return missing.filter(options -> options.action().writes()).isPresent();
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
    JobOptions options =
        new JobOptions(
            identifier,
            upsert,
            encoding.or(() -> ofType).orElse("auto"),
            dryRun,
            atomic ? CommitPolicy.WHOLE : CommitPolicy.CHUNK,
            diff,
            formatOptions());
    return missing.map(options::with).orElse(options);
  }

  private Struct formatOptions() {
    Struct.Builder options = restAuth.toStruct().edit();
    if (mergeMetadata) {
      options.put("merge_metadata", Value.TRUE);
    }
    if (keepEmailVerified) {
      options.put("keep_email_verified", Value.TRUE);
    }
    if (createRoles) {
      options.put("create_roles", Value.TRUE);
    }
    for (int i = 0; i < columns.size(); i++) {
      options.put(columns.nameAt(i), columns.valueAt(i));
    }
    for (int i = 0; i < table.size(); i++) {
      options.put(table.nameAt(i), table.valueAt(i));
    }
    return options.build();
  }
}
