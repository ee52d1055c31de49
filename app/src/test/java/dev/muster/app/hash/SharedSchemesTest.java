package dev.muster.app.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.recipe.Peppers;
import dev.muster.password.CostBounds;
import org.junit.jupiter.api.Test;

class SharedSchemesTest {

  @Test
  void theSchemesAreCreatedOnce() {
    SharedSchemes schemes = new SharedSchemes(CostBounds.DEFAULTS, Peppers.NONE);

    assertThat(schemes.get()).isSameAs(schemes.get());
  }
}
