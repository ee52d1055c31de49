/**
 * The programs that the benchmarks under {@code bench/} run: generators of users, baselines,
 * micro-benchmarks.
 */
@NullMarked
package dev.muster.bench;

import org.jspecify.annotations.NullMarked;
