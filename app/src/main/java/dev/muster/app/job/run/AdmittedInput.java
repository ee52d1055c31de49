package dev.muster.app.job.run;

import dev.muster.app.format.ImportFormat;
import dev.muster.app.format.SurveyedInput;
import dev.muster.user.Realm;
import java.util.concurrent.CompletableFuture;

/**
 * An input that passed the survey and the check of known passwords, and has no job yet.
 *
 * @param request the request; all-or-nothing if the format requires that
 * @param realm the realm, with the uniqueness rules that the import follows
 * @param digest SHA-256 of the input's bytes on disk, hexadecimal; computed concurrently with the
 *     survey
 */
record AdmittedInput(
    ImportRequest request,
    Realm realm,
    ImportFormat format,
    SurveyedInput survey,
    CompletableFuture<String> digest) {}
