/** The native API, below {@code /api/v1}. */
@NullMarked
package dev.muster.app.http.api;

import org.jspecify.annotations.NullMarked;
