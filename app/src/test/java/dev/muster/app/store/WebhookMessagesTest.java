package dev.muster.app.store;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages for webhooks, where several processes use one directory. */
class WebhookMessagesTest {

  private static final String URL = "https://example.com/hook";
  private static final int TIMES = 500;
  private static final Instant NOW = Instant.ofEpochSecond(1_000);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void aMessageCanBeAddedWhileItsWebhookIsForgotten(StoreKind kind) throws Exception {
    String address = kind.emptyDirectory(folder, "webhooks");
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (Session adding = StoreKind.open(address);
        Session forgetting = StoreKind.open(address)) {
      Future<?> forgotten =
          other.submit(
              () -> {
                for (int i = 0; i < TIMES; i++) {
                  forgetting.webhooks().register(URL, NOW);
                  forgetting.webhooks().forgetUnseenSince(NOW.plusSeconds(1));
                }
              });
      assertThatCode(
              () -> {
                for (int i = 0; i < TIMES || !forgotten.isDone(); i++) {
                  adding.webhooks().add(message("msg_" + i));
                }
              })
          .doesNotThrowAnyException();
      forgotten.get();
    } finally {
      other.shutdown();
    }
  }

  private static WebhookMessage message(String id) {
    return new WebhookMessage(URL, id, "import.completed", "default", "imp_1", "{}", NOW, NOW, 0);
  }
}
