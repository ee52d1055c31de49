/** Schemes that belong to one product, such as Django, Keycloak or Oracle. */
@NullMarked
package dev.muster.app.hash.vendor;

import org.jspecify.annotations.NullMarked;
