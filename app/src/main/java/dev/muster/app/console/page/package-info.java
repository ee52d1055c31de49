/**
 * The frame of the console's pages: who is signed in, form tokens, languages, headers, the layout.
 * Pages are registered with {@link dev.muster.app.console.page.PageRoutes} and answer a {@link
 * dev.muster.app.console.page.Visit}.
 */
@NullMarked
package dev.muster.app.console.page;

import org.jspecify.annotations.NullMarked;
