package dev.muster.app.document;

import dev.muster.app.store.Service;
import dev.muster.value.Struct;
import dev.muster.value.Value;

/** A service as a JSON object, without its password hash. */
public final class ServiceDocument {

  private ServiceDocument() {}

  public static Struct of(Service service) {
    return new Struct.Builder()
        .append("name", Value.of(service.name()))
        .append("hosts", new Value.Array(service.hosts().stream().map(Value::of).toList()))
        .append(
            "password",
            service.password() == null
                ? Value.NULL
                : Struct.of("scheme", Value.of(service.password().scheme())))
        .build();
  }
}
