/** Reports about imports and the directory: JSON documents, files and terminal text. */
@NullMarked
package dev.muster.app.report;

import org.jspecify.annotations.NullMarked;
