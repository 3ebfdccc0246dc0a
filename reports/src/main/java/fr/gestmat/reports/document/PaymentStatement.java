package fr.gestmat.reports.document;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a school takes off families' invoices for a term (état de versement).
 *
 * @param title with its number, or that it is a draft
 * @param authority the authority that pays
 * @param school the school that deducts
 * @param period school year and term
 * @param finalAt when it became final; null for a draft
 * @param rows its lines in order
 * @param totals what stands below them
 * @param zone the time zone of the authority
 */
public record PaymentStatement(
    String title,
    String authority,
    String school,
    String period,
    @Nullable Instant finalAt,
    List<Row> rows,
    List<Fact> totals,
    ZoneId zone) {

  /** Copies the lists. */
  public PaymentStatement {
    rows = List.copyOf(rows);
    totals = List.copyOf(totals);
  }

  /**
   * A line.
   *
   * @param pupil the pupil's name; empty for a line about no pupil
   * @param schoolClass the pupil's class; may be empty
   * @param regime how the pupil eats at school; may be empty
   * @param nature what the line is for
   * @param days days in this school; may be empty
   * @param rate part of the price in percent, if there is one
   * @param amount euros; none where the school applies the rate to its invoice
   * @param remark what to know of it; may be empty
   */
  public record Row(
      String pupil,
      String schoolClass,
      String regime,
      String nature,
      String days,
      @Nullable BigDecimal rate,
      @Nullable BigDecimal amount,
      String remark) {

    private String amountText() {
      return amount == null ? "" : euros(amount);
    }

    private String rateText() {
      return rate == null
          ? ""
          : rate.stripTrailingZeros().toPlainString().replace('.', ',') + "\u00A0%";
    }

    private String what() {
      return remark.isEmpty() ? nature : nature + ". " + remark;
    }
  }

  /**
   * Writes the statement as a PDF. The file appears complete or not at all.
   *
   * @param target the file to appear; its folder exists
   * @return how many lines it has
   * @throws IOException when the file cannot be written
   */
  public long write(Path target) throws IOException {
    List<DocumentColumn<Row>> columns =
        List.of(
            new DocumentColumn<>("Élève", 23, Row::pupil),
            new DocumentColumn<>("Classe", 9, Row::schoolClass),
            new DocumentColumn<>("Régime", 20, Row::regime),
            new DocumentColumn<>("Nature", 25, Row::what),
            new DocumentColumn<>("Jours", 13, Row::days),
            new DocumentColumn<Row>("Taux", 7, Row::rateText).toTheRight(),
            new DocumentColumn<Row>("À déduire", 13, Row::amountText).toTheRight());
    long[] written = {0};
    TableDocument.<Row, IOException>write(
        target,
        head(),
        columns,
        sink -> {
          for (Row row : rows) {
            sink.accept(row);
            written[0]++;
          }
        },
        () -> totals);
    return written[0];
  }

  /** An amount as French people write it: "1 234,50 €". */
  public static String euros(BigDecimal amount) {
    NumberFormat format = NumberFormat.getCurrencyInstance(Locale.FRANCE);
    format.setCurrency(Currency.getInstance("EUR"));
    // The typeface has the wider of the two spaces that do not break.
    return format.format(amount).replace('\u202f', '\u00a0');
  }

  private DocumentHead head() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Collectivité", authority));
    facts.add(new Fact("Établissement", school));
    facts.add(new Fact("Période", period));
    if (finalAt != null) {
      facts.add(new Fact("Arrêté le", FrenchTime.day(finalAt.atZone(zone))));
    }
    return new DocumentHead(title, facts, title + " – " + school);
  }
}
