package fr.gestmat.reports.spreadsheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Takes the cells of a row one after the other, each with its type. */
interface CellSink {
  void blank() throws IOException;

  void text(String text) throws IOException;

  void whole(long number) throws IOException;

  void decimal(BigDecimal number) throws IOException;

  void money(BigDecimal euros) throws IOException;

  void date(LocalDate date) throws IOException;

  void instant(Instant instant) throws IOException;
}
