/** What muster.yml says. */
@NullMarked
package dev.muster.app.settings;

import org.jspecify.annotations.NullMarked;
