/** What the benchmarks under {@code bench/} run: makers of users, yardsticks, micro-benchmarks. */
@NullMarked
package dev.muster.bench;

import org.jspecify.annotations.NullMarked;
