/** RestAuth's import documents. */
@NullMarked
package dev.muster.app.format.restauth;

import org.jspecify.annotations.NullMarked;
