package fr.gestmat.reports.spreadsheet;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** A row with a value of each type. */
record Lent(
    String serial, Integer count, BigDecimal price, LocalDate bought, Instant lent, Boolean whole) {

  static final Table<Lent> TABLE =
      new Table<>(
          "Prêts du lycée",
          "Région",
          ZoneId.of("Europe/Paris"),
          List.of(
              Column.text("N° de série", Lent::serial),
              Column.whole("Nombre", Lent::count),
              Column.money("Prix", Lent::price),
              Column.date("Achat", Lent::bought),
              Column.instant("Prêté le", Lent::lent),
              Column.yesNo("Complet", Lent::whole)));

  static Lent of(String serial) {
    return new Lent(serial, null, null, null, null, null);
  }

  static Lent full() {
    return new Lent(
        "5CD1234XYZ",
        -3,
        new BigDecimal("-38.5"),
        LocalDate.of(2026, 9, 1),
        Instant.parse("2026-11-23T13:05:59Z"),
        true);
  }
}
