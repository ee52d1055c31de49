/**
 * The RestAuth dialect: services, users and groups in one document, all of it or nothing.
 *
 * <p>Source: RestAuth's documentation, "restauth-import" and "Import format".
 */
@NullMarked
package dev.muster.profile.restauth;

import org.jspecify.annotations.NullMarked;
