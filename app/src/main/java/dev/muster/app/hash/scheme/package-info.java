/** What every password scheme is made of: how it is described, read, limited and verified. */
@NullMarked
package dev.muster.app.hash.scheme;

import org.jspecify.annotations.NullMarked;
