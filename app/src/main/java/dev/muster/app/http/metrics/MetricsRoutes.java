package dev.muster.app.http.metrics;

import dev.muster.app.http.Routes;
import dev.muster.app.store.Database;
import dev.muster.app.store.Session;
import dev.muster.apply.StoreUnavailable;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * {@code /healthz}: the process answers. {@code /readyz}: it reaches its database. {@code
 * /metrics}: what Prometheus collects. None of them needs a token.
 */
public final class MetricsRoutes implements Routes {

  private static final PrometheusTextFormatWriter WRITER = PrometheusTextFormatWriter.create();
  private static final String TEXT = "text/plain; charset=utf-8";

  private final Database database;
  private final ServerMetrics metrics;

  public MetricsRoutes(Database database, ServerMetrics metrics) {
    this.database = database;
    this.metrics = metrics;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/healthz", context -> context.contentType(TEXT).result("ok\n"));
    routes.get("/readyz", this::ready);
    routes.get("/metrics", this::metrics);
  }

  private void ready(Context context) {
    context.contentType(TEXT);
    try (Session session = database.openReading()) {
      session.catalogs().realmNames();
      context.result("ready\n");
    } catch (StoreUnavailable e) {
      context.status(HttpStatus.SERVICE_UNAVAILABLE).result("the database can't be reached\n");
    }
  }

  private void metrics(Context context) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WRITER.write(out, metrics.registry().scrape(), EscapingScheme.DEFAULT);
    context.contentType(WRITER.getContentType()).result(out.toByteArray());
  }
}
