/**
 * Temporary files, which are deleted even if their process was killed; copies, files of secrets.
 */
@NullMarked
package dev.muster.app.tempfile;

import org.jspecify.annotations.NullMarked;
