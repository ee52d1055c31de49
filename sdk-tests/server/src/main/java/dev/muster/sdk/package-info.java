/** The packaged program as a server, for tests with SDKs. */
@NullMarked
package dev.muster.sdk;

import org.jspecify.annotations.NullMarked;
