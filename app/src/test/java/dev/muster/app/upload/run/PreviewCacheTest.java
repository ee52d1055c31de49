package dev.muster.app.upload.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.input.InputLimits;
import dev.muster.user.Realm;
import dev.muster.value.Struct;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PreviewCacheTest {

  private static final String LARGE = "x".repeat(12_000_000);

  private static PreviewCache.Key key(String file) {
    ImportOptions options =
        new ImportOptions(
            Optional.empty(),
            Optional.empty(),
            "auto",
            new Realm(1, "default", Map.of(), Map.of()),
            List.of(),
            "FR",
            InputLimits.DEFAULTS);
    return new PreviewCache.Key(file, "auth0", options);
  }

  private static Beginning beginning(String document) {
    Preview preview =
        new Preview(List.of(), List.of(), List.of(), List.of(), new TreeSet<>(), Struct.EMPTY, "");
    return new Beginning(preview, document, Set.of());
  }

  @Test
  void whatWasUsedLeastRecentlyGoesFirst() {
    PreviewCache cache = new PreviewCache();
    cache.keep(key("a"), beginning(LARGE));
    cache.keep(key("b"), beginning(LARGE));
    assertThat(cache.find(key("a"))).isPresent();
    cache.keep(key("c"), beginning(LARGE));
    assertThat(cache.find(key("b"))).isEmpty();
    assertThat(cache.find(key("a"))).isPresent();
    assertThat(cache.find(key("c"))).isPresent();
  }

  @Test
  void whatIsKeptAgainCountsOnce() {
    PreviewCache cache = new PreviewCache();
    cache.keep(key("a"), beginning(LARGE));
    for (int i = 0; i < 9; i++) {
      cache.keep(key("b"), beginning(LARGE));
    }
    assertThat(cache.find(key("a"))).isPresent();
  }
}
