package dev.muster.app.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.store.PostgresServer;
import dev.muster.app.store.SettableClock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class ServerClockTest {

  @Test
  void theServerIsAskedAgainWhenTheMachinesClockWasSet() {
    String directory = PostgresServer.emptyDirectory();
    PostgresAddress address = PostgresAddress.parse(directory, Map.of()).orElseThrow();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(address.jdbcUrl());
    source.setUser(address.properties().getProperty("user"));
    source.setPassword(address.properties().getProperty("password"));
    try (PostgresSession session = PostgresSession.open(address)) {
      SettableClock machine = new SettableClock(session);
      ServerClock clock = new ServerClock(source, new PostgresErrors(address), machine);
      machine.setBack();
      assertThat(clock.instant()).isBetween(machine.serverTime(-2), machine.serverTime(2));
    }
  }
}
