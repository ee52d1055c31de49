package dev.muster.app.http.api;

import dev.muster.app.http.auth.Caller;
import dev.muster.app.job.Job;
import dev.muster.app.store.Session;
import dev.muster.user.Realm;
import io.javalin.http.Context;
import java.util.Optional;

/** What a caller may see of a directory, by the realms that the token is limited to. */
final class VisibleRealms {

  private VisibleRealms() {}

  /** A realm that the caller may use. */
  static Realm realm(Session store, Caller caller, String name) throws ApiProblem {
    requireUse(caller, name);
    return store
        .catalogs()
        .realm(name)
        .orElseThrow(
            () -> ApiProblem.of(ApiErrorCode.REALM_NOT_FOUND, "There is no realm " + name + "."));
  }

  static void requireUse(Caller caller, String realm) throws ApiProblem {
    if (!caller.mayUse(realm)) {
      throw ApiProblem.of(
          ApiErrorCode.FOREIGN_REALM, "The token is not valid for the realm " + realm + ".");
    }
  }

  /** Refuses tokens that are limited to realms, for what belongs to no realm. */
  static void requireAll(Caller caller) throws ApiProblem {
    if (caller.realms().isPresent()) {
      throw ApiProblem.of(
          ApiErrorCode.FOREIGN_REALM, "The token is limited to some realms; this is of no realm.");
    }
  }

  /** The import that a path names. */
  static Job job(Session store, Caller caller, Context context) throws ApiProblem {
    return job(store, caller, context.pathParam("id"));
  }

  /** The import with an id; imports of other realms are answered like missing ones. */
  static Job job(Session store, Caller caller, String id) throws ApiProblem {
    Optional<Job> job = store.jobs().find(id).filter(found -> caller.mayUse(found.realm()));
    return job.orElseThrow(
        () -> ApiProblem.of(ApiErrorCode.IMPORT_NOT_FOUND, "There is no import " + id + "."));
  }
}
