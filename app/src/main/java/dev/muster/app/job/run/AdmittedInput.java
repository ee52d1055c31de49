package dev.muster.app.job.run;

import dev.muster.app.format.ImportFormat;
import dev.muster.app.format.SurveyedInput;
import dev.muster.user.Realm;
import java.util.concurrent.CompletableFuture;

/**
 * An input that can be imported: surveyed, proved, and not on record yet.
 *
 * @param request what is asked for, as a whole where the format wants that
 * @param realm with the rules that the import follows
 * @param digest SHA-256 of the input's bytes on disk, hexadecimal; computed beside the survey
 */
record AdmittedInput(
    ImportRequest request,
    Realm realm,
    ImportFormat format,
    SurveyedInput survey,
    CompletableFuture<String> digest) {}
