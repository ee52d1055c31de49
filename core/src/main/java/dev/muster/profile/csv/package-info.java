/** The Authentic2 CSV dialect: header grammar with flags, cells, roles, external ids. */
@NullMarked
package dev.muster.profile.csv;

import org.jspecify.annotations.NullMarked;
