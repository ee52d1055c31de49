/** Imports RestAuth documents, with services, users and groups, in one transaction. */
@NullMarked
package dev.muster.app.job.restauth;

import org.jspecify.annotations.NullMarked;
