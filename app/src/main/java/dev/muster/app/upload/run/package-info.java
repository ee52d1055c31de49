/** Uploaded files received, previewed, simulated, executed and mended. */
@NullMarked
package dev.muster.app.upload.run;

import org.jspecify.annotations.NullMarked;
