/** The settings in muster.yml. */
@NullMarked
package dev.muster.app.settings;

import org.jspecify.annotations.NullMarked;
