/** Mappings: how the columns of somebody's table become those of the csv dialect. */
@NullMarked
package dev.muster.profile.csv.mapping;

import org.jspecify.annotations.NullMarked;
