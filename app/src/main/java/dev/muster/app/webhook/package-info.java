/** Webhooks: URLs that are told about imports, as Standard Webhooks has it. */
@NullMarked
package dev.muster.app.webhook;

import org.jspecify.annotations.NullMarked;
