/** What is kept on disk for a while, and doesn't outlive its process for long. */
@NullMarked
package dev.muster.app.tempfile;

import org.jspecify.annotations.NullMarked;
