/** Jobs: imports on record, carried out chunk by chunk, resumable. */
@NullMarked
package dev.muster.app.job.run;

import org.jspecify.annotations.NullMarked;
