/** Metrics for Prometheus, and health for load balancers. */
@NullMarked
package dev.muster.app.http.metrics;

import org.jspecify.annotations.NullMarked;
