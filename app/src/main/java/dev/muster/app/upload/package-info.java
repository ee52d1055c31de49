/** Uploaded files and saved mappings: what is kept about each, and the ports to their stores. */
@NullMarked
package dev.muster.app.upload;

import org.jspecify.annotations.NullMarked;
