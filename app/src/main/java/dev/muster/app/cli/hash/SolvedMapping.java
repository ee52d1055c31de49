package dev.muster.app.cli.hash;

import dev.muster.app.hash.search.ColumnRecipe;
import dev.muster.app.hash.search.Cut;
import dev.muster.app.json.JsonText;
import dev.muster.password.HashPart;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.List;

/** How a csv import takes a whole table whose hashes are made by a recipe. */
record SolvedMapping(ColumnRecipe columns) {

  /** The lines for people, with a mapping in YAML that {@code --map} reads. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("For all users: " + wanted() + ".");
    if (!columns.cut().byHand().isEmpty()) {
      lines.add("Change each text of a hash first: " + columns.cut().byHand() + ".");
    }
    columns.pepper().ifPresent(encoding -> lines.add(pepper(encoding)));
    lines.add("A mapping has the rest:");
    lines.add("");
    columns.split().ifPresent(split -> addSplit(split, lines));
    lines.add("constants:");
    columns
        .constants()
        .forEach((part, text) -> lines.add("  " + part.columnName() + ": " + quoted(text)));
    if (columns.keyed()) {
      lines.add("  " + HashPart.KEY.columnName() + ": # the key, as it was given here");
    }
    return lines;
  }

  private static String pepper(String encoding) {
    return encoding.equals("utf8")
        ? "Write the key to muster.yml, as passwords.peppers.pepper."
        : "Write the key to muster.yml, as passwords.peppers.pepper: {value: KEY, encoding: "
            + encoding
            + "}.";
  }

  private String wanted() {
    boolean apart = columns.split().isEmpty();
    String hashes = apart ? "the hashes as they are" : "the texts with the hashes as they are";
    String salts =
        apart || !columns.saltIsInText()
            ? columns.salt().map(column -> ", the salts in " + column.columnName()).orElse("")
            : "";
    String logins = columns.ofLogin() ? ", the logins in password_login or username" : "";
    return hashes + " in a column password_hash" + salts + logins;
  }

  private static void addSplit(Cut.Split split, List<String> lines) {
    lines.add("columns:");
    lines.add(
        "  password_hash: {split: "
            + quoted(split.separator())
            + (split.fromEnd() ? ", at: last" : "")
            + ", to: "
            + targets(split)
            + "}");
  }

  private static String targets(Cut.Split split) {
    return JsonText.of(array(split)).replace(",", ", ");
  }

  private static Value.Array array(Cut.Split split) {
    return new Value.Array(split.to().stream().<Value>map(Value::of).toList());
  }

  private static String quoted(String text) {
    return JsonText.of(Value.of(text));
  }

  /** The members of a JSON document. */
  void members(Struct.Builder document) {
    Struct.Builder constants = new Struct.Builder();
    columns.constants().forEach((part, text) -> constants.put(part.columnName(), Value.of(text)));
    document.put("constants", constants.build());
    columns.salt().ifPresent(column -> document.put("salt_column", Value.of(column.columnName())));
    columns
        .split()
        .ifPresent(
            split -> {
              Struct.Builder members = new Struct.Builder();
              members.put("split", Value.of(split.separator()));
              if (split.fromEnd()) {
                members.put("at", Value.of("last"));
              }
              members.put("to", array(split));
              document.put("columns", Struct.of("password_hash", members.build()));
            });
    if (!columns.cut().byHand().isEmpty()) {
      document.put("by_hand", Value.of(columns.cut().byHand()));
    }
    columns.pepper().ifPresent(encoding -> document.put("pepper_encoding", Value.of(encoding)));
  }
}
