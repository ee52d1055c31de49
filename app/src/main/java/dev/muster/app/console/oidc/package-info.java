/**
 * Signing in with an account of an OpenID provider: authorization code with PKCE (OpenID Connect
 * Core 1.0, RFC 7636).
 */
@NullMarked
package dev.muster.app.console.oidc;

import org.jspecify.annotations.NullMarked;
