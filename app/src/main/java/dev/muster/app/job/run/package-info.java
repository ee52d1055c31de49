/** Runs imports chunk by chunk, and resumes them. */
@NullMarked
package dev.muster.app.job.run;

import org.jspecify.annotations.NullMarked;
